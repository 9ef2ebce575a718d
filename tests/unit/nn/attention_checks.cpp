// Attention as kernel_checks.cpp checks the other kernels: against its definition in double precision.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "kernel_checks.hpp"
#include "nn/aligned_buffer.hpp"
#include "random_floats.hpp"

namespace emo::nn::test {

void check_attention(Isa isa, bool with_bias) {
  std::mt19937 random(3);
  for (const std::size_t head_width : {1U, 3U, 8U, 12U, 20U, 32U, 40U, 64U}) {
    for (const std::size_t tokens : {1U, 2U, 5U, 8U, 9U, 15U, 16U, 17U, 31U, 33U, 48U, 65U, 130U}) {
      SCOPED_TRACE("head width " + std::to_string(head_width) + " tokens " + std::to_string(tokens));
      const std::size_t heads = 2;
      const std::size_t width = heads * head_width;
      const std::size_t ld = 3 * width + 5;
      const std::size_t ldo = width + 2;
      const auto qkv = random_floats(tokens * ld, random, 1.5F);
      std::vector<float> out(tokens * ldo, 77.0F);
      AlignedBuffer<float> scratch(attention_scratch(tokens, head_width));
      Attention a{qkv.data(), ld, out.data(), ldo, tokens, width, heads, scratch.data()};
      const std::size_t bias_ld = tokens - 1 + round_up(tokens, kPanel);
      const auto bias = random_floats(heads * bias_ld, random, 2.0F);
      if (with_bias) a.bias = bias.data() + tokens - 1;
      a.bias_ld = bias_ld;
      kernels(isa).attention(a);
      for (std::size_t h = 0; h < heads; ++h) {
        for (std::size_t i = 0; i < tokens; ++i) {
          std::vector<double> p(tokens);
          double total = 0;
          for (std::size_t t = 0; t < tokens; ++t) {
            double score = 0;
            for (std::size_t c = 0; c < head_width; ++c) {
              score += double{qkv[i * ld + h * head_width + c]} * double{qkv[t * ld + width + h * head_width + c]};
            }
            if (with_bias) score += double{bias[h * bias_ld + tokens - 1 + t - i]};
            p[t] = std::exp(score / std::sqrt(static_cast<double>(head_width)));
            total += p[t];
          }
          for (std::size_t c = 0; c < head_width; ++c) {
            double sum = 0;
            for (std::size_t t = 0; t < tokens; ++t) sum += p[t] * qkv[t * ld + 2 * width + h * head_width + c];
            ASSERT_NEAR(out[i * ldo + h * head_width + c], sum / total, 1e-5) << "token " << i;
          }
        }
      }
      for (std::size_t i = 0; i < tokens; ++i) {
        for (std::size_t c = width; c < ldo; ++c) ASSERT_EQ(out[i * ldo + c], 77.0F);
      }
      std::vector<float> first(2 * ldo, 77.0F);
      a.out = first.data();
      a.queries = 1;
      kernels(isa).attention(a);
      for (std::size_t c = 0; c < ldo; ++c) {
        ASSERT_EQ(first[c], out[c]) << "the first query alone sees what it sees among others";
        ASSERT_EQ(first[ldo + c], 77.0F);
      }
    }
  }
}

void check_attention_is_stable(Isa isa) {
  // Scores far beyond what exp can take, and a softmax that must become one-hot.
  const std::size_t tokens = 19;
  const std::size_t width = 16;
  std::vector<float> qkv(tokens * 3 * width);
  for (std::size_t t = 0; t < tokens; ++t) {
    for (std::size_t c = 0; c < width; ++c) {
      qkv[t * 3 * width + c] = 50.0F;
      qkv[t * 3 * width + width + c] = t == 3 ? 60.0F : -60.0F;
      qkv[t * 3 * width + 2 * width + c] = static_cast<float>(t);
    }
  }
  std::vector<float> out(tokens * width);
  AlignedBuffer<float> scratch(attention_scratch(tokens, width));
  kernels(isa).attention({qkv.data(), 3 * width, out.data(), width, tokens, width, 1, scratch.data()});
  for (const float y : out) ASSERT_FLOAT_EQ(y, 3.0F);
}

void check_attention_keeps_nan(Isa isa) {
  // Scores that overflow say nothing: their rows must not look like an answer, and the others are as they were.
  const std::size_t width = 16;
  for (const std::size_t tokens : {1U, 7U, 19U, 40U}) {
    std::vector<float> qkv(tokens * 3 * width, 1.0F);
    const std::size_t last = tokens - 1;
    for (std::size_t c = 0; c < width; ++c) qkv[last * 3 * width + c] = 3e38F;
    std::vector<float> out(tokens * width);
    AlignedBuffer<float> scratch(attention_scratch(tokens, width));
    kernels(isa).attention({qkv.data(), 3 * width, out.data(), width, tokens, width, 1, scratch.data()});
    for (std::size_t i = 0; i < out.size(); ++i) {
      ASSERT_EQ(std::isnan(out[i]), i / width == last) << tokens << " tokens, value " << i;
    }
  }
}

}  // namespace emo::nn::test
