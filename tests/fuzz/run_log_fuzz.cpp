// Any bytes as what a training leaves: log.jsonl and args.json, parted by a NUL. Read with notes, never believed: the
// verdict names epochs that are there.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/assert.hpp"
#include "report/overfitting.hpp"
#include "report/run_record.hpp"
#include "scratch_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(content.find('\0'), size);
  const emo::fuzz::ScratchFolder folder;
  (void)folder.write("log.jsonl", content.substr(0, end));
  (void)folder.write("args.json", content.substr(std::min(end + 1, size)));
  const auto run = emo::report::read_run(folder.path());
  if (!run) {
    EMO_ASSERT(!run.error().message.empty());
    return 0;
  }
  const auto points = emo::report::judged_points(*run);
  EMO_ASSERT(
      std::is_sorted(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.epoch < b.epoch; }));
  const auto verdict = emo::report::judge_fit(points);
  EMO_ASSERT(!verdict.reasons.empty() && !verdict.rule.empty());
  if (const auto kept = verdict.indicators.kept_epoch) {
    EMO_ASSERT(std::any_of(points.begin(), points.end(), [&](const auto& point) { return point.epoch == *kept; }));
  }
  return 0;
}
