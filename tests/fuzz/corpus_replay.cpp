// Runs a fuzz target over its corpus as an ordinary test. The target itself asserts; arriving here is passing.
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

// libFuzzer's entry point, defined by the target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);  // NOLINT(readability-identifier-naming)

namespace {

void run(const std::string& input) {
  EXPECT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()), 0);
}

TEST(FuzzCorpus, EverySeedAndEveryPrefixOfIt) {
  std::size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(EMO_FUZZ_CORPUS)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string seed{std::istreambuf_iterator<char>(file), {}};
    SCOPED_TRACE(entry.path().string());
    run(seed);
    const std::size_t step = seed.size() / 200 + 1;
    for (std::size_t size = 0; size < seed.size(); size += step) run(seed.substr(0, size));
    ++seeds;
  }
  EXPECT_GE(seeds, 3U) << "seeds of " << EMO_FUZZ_NAME;
}

}  // namespace
