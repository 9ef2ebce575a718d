// Any bytes as somebody's predictions, in each format: refused with its place, or rows whose scores fit their labels.
#include <cstdint>
#include <string_view>

#include "core/assert.hpp"
#include "eval/prediction_file.hpp"
#include "scratch_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view content(reinterpret_cast<const char*>(data) + 1, size - 1);
  constexpr const char* kNames[] = {"p.jsonl", "p.csv", "p.tsv", "p.json"};
  const emo::fuzz::ScratchFolder folder;
  const auto read = emo::eval::read_predictions(folder.write(kNames[data[0] & 3U], content));
  if (!read) {
    EMO_ASSERT(!read.error().message.empty());
    return 0;
  }
  EMO_ASSERT(!read->rows.empty());
  for (const auto& row : read->rows) {
    EMO_ASSERT(row.scores.empty() || row.scores.size() == read->labels.size());
    EMO_ASSERT(row.error || row.predicted || !row.scores.empty());
  }
  return 0;
}
