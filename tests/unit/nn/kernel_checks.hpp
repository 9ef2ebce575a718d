// Checks of one instruction set's kernels against definitions written out here in double precision or exact integers.
#pragma once

#include "nn/kernels.hpp"

namespace emo::nn::test {

/// Each check runs its kernel on a list of awkward sizes; a failure names the size. Not run on CPUs without `isa`.
void check_gemm_s8(Isa isa);
void check_gemm_s8_extremes(Isa isa);
void check_gemm_f32(Isa isa);
void check_attention(Isa isa, bool with_bias);
void check_attention_is_stable(Isa isa);
void check_attention_keeps_nan(Isa isa);
void check_pointwise_keeps_nan(Isa isa);
void check_layer_norm_keeps_overflow(Isa isa);
void check_layer_norm(Isa isa);
void check_pointwise(Isa isa);
void check_quantize(Isa isa);
void check_quantize_odd_rows(Isa isa);
void check_embed(Isa isa);
/// Row r of a product, a normalisation or a quantisation of many rows has the bits of the same row alone.
void check_rows_are_independent(Isa isa);

}  // namespace emo::nn::test

/// Instantiates every check for one instruction set.
#define EMO_KERNEL_TESTS(Suite, isa)                                                                      \
  class Suite : public ::testing::Test {                                                                  \
   protected:                                                                                             \
    void SetUp() override {                                                                               \
      if (!::emo::nn::isa_supported(isa)) GTEST_SKIP() << "this CPU has no " << ::emo::nn::isa_name(isa); \
    }                                                                                                     \
  };                                                                                                      \
  TEST_F(Suite, GemmS8IsExact) {                                                                          \
    ::emo::nn::test::check_gemm_s8(isa);                                                                  \
  }                                                                                                       \
  TEST_F(Suite, GemmS8DoesNotSaturate) {                                                                  \
    ::emo::nn::test::check_gemm_s8_extremes(isa);                                                         \
  }                                                                                                       \
  TEST_F(Suite, GemmF32) {                                                                                \
    ::emo::nn::test::check_gemm_f32(isa);                                                                 \
  }                                                                                                       \
  TEST_F(Suite, Attention) {                                                                              \
    ::emo::nn::test::check_attention(isa, false);                                                         \
    ::emo::nn::test::check_attention(isa, true);                                                          \
  }                                                                                                       \
  TEST_F(Suite, AttentionIsStable) {                                                                      \
    ::emo::nn::test::check_attention_is_stable(isa);                                                      \
  }                                                                                                       \
  TEST_F(Suite, OverflowIsNotHidden) {                                                                    \
    ::emo::nn::test::check_attention_keeps_nan(isa);                                                      \
    ::emo::nn::test::check_pointwise_keeps_nan(isa);                                                      \
    ::emo::nn::test::check_layer_norm_keeps_overflow(isa);                                                \
  }                                                                                                       \
  TEST_F(Suite, LayerNorm) {                                                                              \
    ::emo::nn::test::check_layer_norm(isa);                                                               \
  }                                                                                                       \
  TEST_F(Suite, Pointwise) {                                                                              \
    ::emo::nn::test::check_pointwise(isa);                                                                \
  }                                                                                                       \
  TEST_F(Suite, Quantize) {                                                                               \
    ::emo::nn::test::check_quantize(isa);                                                                 \
  }                                                                                                       \
  TEST_F(Suite, QuantizeOddRows) {                                                                        \
    ::emo::nn::test::check_quantize_odd_rows(isa);                                                        \
  }                                                                                                       \
  TEST_F(Suite, Embed) {                                                                                  \
    ::emo::nn::test::check_embed(isa);                                                                    \
  }                                                                                                       \
  TEST_F(Suite, RowsAreIndependent) {                                                                     \
    ::emo::nn::test::check_rows_are_independent(isa);                                                     \
  }
