// The dispatcher: each instruction set gets its own table, and no operation of it falls back to the plain loops.
#include "nn/kernels.hpp"

#include <gtest/gtest.h>

namespace emo::nn {
namespace {

TEST(Kernels, TableBelongsToItsIsa) {
  for (const Isa isa : all_isas()) {
    if (isa_supported(isa)) {
      EXPECT_EQ(kernels(isa).isa, isa) << isa_name(isa);
    }
  }
}

TEST(Kernels, NoOperationFallsBackToTheReference) {
  const Kernels& reference = kernels(Isa::kScalar);
  for (const Isa isa : all_isas()) {
    if (isa == Isa::kScalar || !isa_supported(isa)) continue;
    const Kernels& table = kernels(isa);
    EXPECT_NE(table.gemm_s8, reference.gemm_s8) << isa_name(isa);
    EXPECT_NE(table.gemm_f32, reference.gemm_f32) << isa_name(isa);
    EXPECT_NE(table.attention, reference.attention) << isa_name(isa);
    EXPECT_NE(table.layer_norm, reference.layer_norm) << isa_name(isa);
    EXPECT_NE(table.pointwise, reference.pointwise) << isa_name(isa);
    EXPECT_NE(table.quantize, reference.quantize) << isa_name(isa);
    EXPECT_NE(table.embed, reference.embed) << isa_name(isa);
  }
}

TEST(Kernels, DotProductInstructionsAreUsedWhereTheyExist) {
  if (!isa_supported(Isa::kAvx512Vnni)) GTEST_SKIP() << "this CPU has no AVX-512 VNNI";
  EXPECT_GE(best_isa(), Isa::kAvx512Vnni);
  EXPECT_NE(kernels(Isa::kAvx512Vnni).gemm_s8, kernels(Isa::kAvx512).gemm_s8);
}

TEST(Kernels, DotProductsOfArmAreUsedWhereTheyExist) {
  if (!isa_supported(Isa::kNeonDot)) GTEST_SKIP() << "this CPU has no int8 dot products of ARMv8.2";
  EXPECT_EQ(best_isa(), Isa::kNeonDot);
  EXPECT_NE(kernels(Isa::kNeonDot).gemm_s8, kernels(Isa::kNeon).gemm_s8);
}

TEST(Kernels, TilesAreUsedWhereTheyExist) {
  if (!isa_supported(Isa::kAmx)) GTEST_SKIP() << "this CPU has no AMX";
  EXPECT_EQ(best_isa(), Isa::kAmx);
  EXPECT_NE(kernels(Isa::kAmx).gemm_s8, kernels(Isa::kAvx512Vnni).gemm_s8);
}

TEST(KernelsDeathTest, UnsupportedIsaIsAProgrammerError) {
  for (const Isa isa : all_isas()) {
    if (!isa_supported(isa)) {
      EXPECT_DEATH(static_cast<void>(kernels(isa)), "isa_supported");
    }
  }
}

TEST(Kernels, RoundUp) {
  EXPECT_EQ(round_up(0, 16), 0U);
  EXPECT_EQ(round_up(1, 16), 16U);
  EXPECT_EQ(round_up(16, 16), 16U);
  EXPECT_EQ(round_up(17, 16), 32U);
}

}  // namespace
}  // namespace emo::nn
