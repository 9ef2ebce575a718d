#include "train/attention_kernels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace emo::train {
namespace {

constexpr float kGuard = 1234.5F;

struct Case {
  std::int64_t tokens, head_dim;
};

class AttentionKernels : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    const auto [tokens, head_dim] = GetParam();
    d_model = head_dim + 3;  // this head's columns are a part of the row
    shape = {tokens, head_dim, 3 * d_model, d_model};
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0.0F, 1.0F);
    qkv.resize(static_cast<std::size_t>(tokens * 3 * d_model));
    dctx.resize(static_cast<std::size_t>(tokens * d_model));
    for (auto* values : {&qkv, &dctx}) {
      for (float& value : *values) value = normal(random);
    }
    probs.resize(static_cast<std::size_t>(tokens * tokens));
    ctx.assign(dctx.size(), kGuard);
    dqkv.assign(qkv.size(), kGuard);
    scratch.assign(static_cast<std::size_t>(attention_scratch(tokens, head_dim)) + 1, kGuard);
  }
  [[nodiscard]] double at(int part, std::int64_t row, std::int64_t c) const {
    return static_cast<double>(qkv[static_cast<std::size_t>(row * shape.stride + part * d_model + c)]);
  }

  std::int64_t d_model = 0;
  AttentionShape shape{};
  std::vector<float> qkv, dctx, probs, ctx, dqkv, scratch;
};

TEST_P(AttentionKernels, ForwardIsSoftmaxTimesValues) {
  attention_forward(qkv.data(), nullptr, probs.data(), ctx.data(), shape, {}, scratch.data());
  for (std::int64_t i = 0; i < shape.tokens; ++i) {
    std::vector<double> p(static_cast<std::size_t>(shape.tokens));
    double sum = 0;
    for (std::int64_t j = 0; j < shape.tokens; ++j) {
      double score = 0;
      for (std::int64_t c = 0; c < shape.head_dim; ++c) score += at(0, i, c) * at(1, j, c);
      sum += p[static_cast<std::size_t>(j)] = std::exp(score / std::sqrt(static_cast<double>(shape.head_dim)));
    }
    for (std::int64_t j = 0; j < shape.tokens; ++j) {
      ASSERT_NEAR(probs[static_cast<std::size_t>(i * shape.tokens + j)], p[static_cast<std::size_t>(j)] / sum, 1e-5);
    }
    for (std::int64_t c = 0; c < shape.head_dim; ++c) {
      double expected = 0;
      for (std::int64_t j = 0; j < shape.tokens; ++j) expected += p[static_cast<std::size_t>(j)] / sum * at(2, j, c);
      ASSERT_NEAR(ctx[static_cast<std::size_t>(i * d_model + c)], expected, 1e-4);
    }
  }
}

TEST_P(AttentionKernels, WritesItsOwnColumnsAndItsOwnScratchOnly) {
  const Dropout dropout{3, 0.2F};
  attention_forward(qkv.data(), nullptr, probs.data(), ctx.data(), shape, dropout, scratch.data());
  attention_backward(qkv.data(), probs.data(), dctx.data(), dqkv.data(), nullptr, shape, dropout, scratch.data());
  EXPECT_EQ(scratch.back(), kGuard);
  for (std::int64_t i = 0; i < shape.tokens; ++i) {
    for (std::int64_t c = 0; c < d_model; ++c) {
      const bool own = c < shape.head_dim;
      EXPECT_EQ(ctx[static_cast<std::size_t>(i * d_model + c)] != kGuard, own);
      for (int part = 0; part < 3; ++part) {
        EXPECT_EQ(dqkv[static_cast<std::size_t>(i * shape.stride + part * d_model + c)] != kGuard, own);
      }
    }
  }
}

TEST_P(AttentionKernels, DroppedProbabilitiesDoNotReachTheContext) {
  // With values of one, the context is the sum of what dropout left of a row's probabilities.
  for (std::int64_t j = 0; j < shape.tokens; ++j) {
    for (std::int64_t c = 0; c < shape.head_dim; ++c) {
      qkv[static_cast<std::size_t>(j * shape.stride + 2 * d_model + c)] = 1.0F;
    }
  }
  double mean = 0;
  const int seeds = 200;
  for (int seed = 0; seed < seeds; ++seed) {
    attention_forward(qkv.data(), nullptr, probs.data(), ctx.data(), shape, {static_cast<std::uint32_t>(seed), 0.25F},
                      scratch.data());
    for (std::int64_t i = 0; i < shape.tokens; ++i) {
      mean +=
          static_cast<double>(ctx[static_cast<std::size_t>(i * d_model)]) / static_cast<double>(shape.tokens * seeds);
    }
  }
  EXPECT_NEAR(mean, 1.0, 0.15) << "dropout keeps the expectation";
}

INSTANTIATE_TEST_SUITE_P(Shapes, AttentionKernels,
                         testing::Values(Case{1, 32}, Case{2, 1}, Case{15, 64}, Case{16, 32}, Case{17, 32}, Case{33, 5},
                                         Case{70, 64}));

}  // namespace
}  // namespace emo::train
