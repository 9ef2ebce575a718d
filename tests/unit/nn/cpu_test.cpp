// Which instruction sets are reported, and that the plain loops are never chosen where there is anything better.
#include "nn/cpu.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace emo::nn {
namespace {

TEST(Cpu, ScalarIsAlwaysSupported) {
  EXPECT_TRUE(isa_supported(Isa::kScalar));
}

TEST(Cpu, NamesAreUnique) {
  std::set<std::string_view> names;
  for (const Isa isa : all_isas()) EXPECT_TRUE(names.insert(isa_name(isa)).second) << isa_name(isa);
  EXPECT_EQ(names.size(), 8U);
  EXPECT_FALSE(names.contains("unknown"));
}

TEST(Cpu, EveryArm64CpuHasVectorKernels) {
#ifdef __aarch64__
  EXPECT_TRUE(isa_supported(Isa::kNeon));
#else
  EXPECT_FALSE(isa_supported(Isa::kNeon));
#endif
}

TEST(Cpu, BestIsTheLastSupported) {
  EXPECT_TRUE(isa_supported(best_isa()));
  for (const Isa isa : all_isas()) {
    if (isa > best_isa()) {
      EXPECT_FALSE(isa_supported(isa)) << isa_name(isa);
    }
  }
}

TEST(Cpu, WiderSetsImplyNarrowerOnes) {
  if (isa_supported(Isa::kAmx)) {
    EXPECT_TRUE(isa_supported(Isa::kAvx512Vnni));
  }
  if (isa_supported(Isa::kAvx512Vnni)) {
    EXPECT_TRUE(isa_supported(Isa::kAvx512));
  }
  if (isa_supported(Isa::kAvx512)) {
    EXPECT_TRUE(isa_supported(Isa::kAvx2));
  }
  if (isa_supported(Isa::kAvxVnni)) {
    EXPECT_TRUE(isa_supported(Isa::kAvx2));
  }
  if (isa_supported(Isa::kNeonDot)) {
    EXPECT_TRUE(isa_supported(Isa::kNeon));
  }
}

}  // namespace
}  // namespace emo::nn
