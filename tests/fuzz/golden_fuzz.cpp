// Any bytes as a bundle's golden.json, for texts and for drawn patterns: refused with its place, or the same items
// after writing and reading them again.
#include <cstdint>
#include <string_view>

#include "core/assert.hpp"
#include "pipeline/golden_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emo::pipeline;
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  for (const auto unit : {GoldenUnit::kText, GoldenUnit::kPattern}) {
    const auto read = parse_golden(content, "golden.json", unit);
    if (!read) {
      EMO_ASSERT(read.error().message.find("golden.json") != std::string::npos);
      continue;
    }
    EMO_ASSERT(!read->empty());
    const auto again = parse_golden(golden_json(unit, *read), "written", unit);
    EMO_ASSERT(again && again->size() == read->size());
    for (std::size_t i = 0; i < read->size(); ++i) {
      const GoldenItem &before = (*read)[i], &after = (*again)[i];
      EMO_ASSERT(before.pattern >= 0 && before.pattern < kGoldenPatterns);
      EMO_ASSERT(after.text == before.text && after.pattern == before.pattern && after.logits == before.logits);
    }
  }
  return 0;
}
