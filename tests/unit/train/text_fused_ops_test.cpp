#include "train/text_fused_ops.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace emo::train {
namespace {

constexpr Dropout kNone{0, 0.0F};

at::Tensor noise(at::IntArrayRef shape) {
  return at::randn(shape).set_requires_grad(true);
}

at::Tensor twin(const at::Tensor& tensor) {
  return tensor.detach().to(at::kDouble).set_requires_grad(true);
}

// The largest difference, relative to the largest value of the reference.
double relative(const at::Tensor& value, const at::Tensor& reference) {
  const double scale = std::max(reference.abs().max().item<double>(), 1e-6);
  return (value.to(at::kDouble) - reference).abs().max().item<double>() / scale;
}

// Forward and every gradient of `fused` on `inputs` against `reference` on the same values in double.
template <class Fused, class Reference>
void expect_same(const std::vector<at::Tensor>& inputs, const Fused& fused, const Reference& reference,
                 const std::string& what) {
  std::vector<at::Tensor> doubles;
  for (const auto& input : inputs) doubles.push_back(twin(input));
  const at::Tensor y = fused(inputs);
  const at::Tensor y_reference = reference(doubles);
  EXPECT_LT(relative(y.detach(), y_reference.detach()), 1e-4) << what << " forward";
  const at::Tensor weight = at::randn(y.sizes());
  (y * weight).sum().backward();
  (y_reference * weight.to(at::kDouble)).sum().backward();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    EXPECT_LT(relative(inputs[i].grad(), doubles[i].grad()), 1e-4) << what << " gradient of input " << i;
  }
}

class Threads : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    before_ = at::get_num_threads();
    at::set_num_threads(GetParam());
    at::manual_seed(1);
  }
  void TearDown() override { at::set_num_threads(before_); }

 private:
  int before_ = 1;
};
INSTANTIATE_TEST_SUITE_P(FusedOps, Threads, testing::Values(1, 3));

TEST_P(Threads, BiasGeluEqualsTheReference) {
  for (const std::int64_t rows : {1, 2, 7, 33}) {
    for (const std::int64_t d : {1, 3, 16, 31, 130}) {
      expect_same(
          {noise({rows, d}), noise({d})}, [](const auto& t) { return bias_gelu(t[0], t[1]); },
          [](const auto& t) { return reference::bias_gelu(t[0], t[1]); },
          std::to_string(rows) + "x" + std::to_string(d));
    }
  }
}

TEST_P(Threads, ResidualNormEqualsTheReference) {
  for (const std::int64_t rows : {1, 2, 9, 40}) {
    for (const std::int64_t d : {4, 5, 16, 33, 384}) {  // of width 2 nothing is left but signs
      expect_same(
          {noise({rows, d}), noise({d}), noise({rows, d}), noise({d}), noise({d})},
          [](const auto& t) { return residual_norm(t[0], t[1], t[2], t[3], t[4], 1e-6, kNone); },
          [](const auto& t) { return reference::residual_norm(t[0], t[1], t[2], t[3], t[4], 1e-6, 0.0); },
          std::to_string(rows) + "x" + std::to_string(d));
    }
  }
}

TEST_P(Threads, PackedAttentionEqualsTheReference) {
  const std::vector<SequenceStarts> batches{{0, 1}, {0, 1, 2, 3}, {0, 5}, {0, 17, 18, 40}, {0, 2, 66, 67, 100}};
  for (const auto& starts : batches) {
    for (const std::int64_t heads : {1, 3}) {
      for (const std::int64_t head_dim : {1, 7, 32, 64}) {
        expect_same(
            {noise({starts.back(), 3 * heads * head_dim})},
            [&](const auto& t) { return packed_attention(t[0], {}, starts, heads, kNone); },
            [&](const auto& t) { return reference::packed_attention(t[0], {}, starts, heads, 0.0); },
            std::to_string(starts.back()) + " rows, " + std::to_string(heads) + " heads of " +
                std::to_string(head_dim));
      }
    }
  }
}

TEST_P(Threads, PackedAttentionWithBiasByDistanceEqualsTheReference) {
  const std::vector<SequenceStarts> batches{{0, 1}, {0, 5, 6}, {0, 17, 18, 40}, {0, 2, 66, 67, 100}};
  for (const auto& starts : batches) {
    for (const std::int64_t longest : {64, 70}) {  // the table may be longer than the longest sequence needs
      for (const std::int64_t heads : {1, 3}) {
        expect_same(
            {noise({starts.back(), 3 * heads * 8}), noise({heads, 2 * longest - 1})},
            [&](const auto& t) { return packed_attention(t[0], t[1], starts, heads, kNone); },
            [&](const auto& t) { return reference::packed_attention(t[0], t[1], starts, heads, 0.0); },
            std::to_string(starts.back()) + " rows, " + std::to_string(heads) + " heads");
      }
    }
  }
}

// The reference holds one direction only if it adds the bias where the docstring says.
TEST(ReferenceAttention, AddsTheBiasOfKeyMinusQuery) {
  const at::Tensor qkv = at::zeros({3, 3});
  qkv.select(1, 2).copy_(at::tensor({1.0F, 10.0F, 100.0F}));
  at::Tensor bias = at::full({1, 5}, -50.0F);
  bias[0][2 + 1] = 50.0F;  // each query attends to the key after it; the last one sees equal scores
  const at::Tensor y = reference::packed_attention(qkv, bias, {0, 3}, 1, 0.0);
  EXPECT_NEAR(y[0][0].item<float>(), 10.0F, 1e-3);
  EXPECT_NEAR(y[1][0].item<float>(), 100.0F, 1e-3);
  EXPECT_NEAR(y[2][0].item<float>(), 37.0F, 1e-3);
}

// With dropout there is no reference to compare with, but the context is linear in the values under a fixed mask: its
// derivative along a direction of values must be the context of that direction.
TEST_P(Threads, AttentionDropoutUsesOneMaskForwardAndBackward) {
  const SequenceStarts starts{0, 1, 14, 31};
  const std::int64_t heads = 2;
  const std::int64_t d = 2 * 5;
  const Dropout dropout{99, 0.4F};
  const at::Tensor qk = at::randn({31, 2 * d});
  const at::Tensor v = noise({31, d});
  const at::Tensor weight = at::randn({31, d});
  const at::Tensor y = packed_attention(at::cat({qk, v}, 1), {}, starts, heads, dropout);
  (y * weight).sum().backward();
  const at::Tensor direction = at::randn({31, d});
  const at::Tensor moved = packed_attention(at::cat({qk, direction}, 1), {}, starts, heads, dropout);
  EXPECT_NEAR((v.grad() * direction).sum().item<double>(), (moved * weight).sum().item<double>(), 1e-3);
  const at::Tensor plain = packed_attention(at::cat({qk, v}, 1), {}, starts, heads, kNone);
  EXPECT_GT((plain - y).abs().max().item<double>(), 0.05);
}

// Central differences through float32: steps of 1e-2 leave about 1e-3 of noise.
TEST_P(Threads, AttentionDropoutGradientsOfQueriesAndKeysAreThoseOfTheForwardPass) {
  const SequenceStarts starts{0, 6, 13};
  const Dropout dropout{5, 0.3F};
  const at::Tensor qkv = noise({13, 3 * 8});
  const at::Tensor weight = at::randn({13, 8});
  const auto loss = [&](const at::Tensor& x) { return (packed_attention(x, {}, starts, 2, dropout) * weight).sum(); };
  loss(qkv).backward();
  for (int trial = 0; trial < 5; ++trial) {
    const at::Tensor direction = at::randn({13, 3 * 8});
    const double h = 1e-2;
    const at::Tensor base = qkv.detach();
    const double slope = (loss(base + h * direction) - loss(base - h * direction)).item<double>() / (2 * h);
    EXPECT_NEAR((qkv.grad() * direction).sum().item<double>(), slope, 2e-2 * std::max(1.0, std::abs(slope)));
  }
}

TEST_P(Threads, ResidualNormDropoutGradientsAreThoseOfTheForwardPass) {
  const Dropout dropout{5, 0.3F};
  const at::Tensor x = noise({9, 24});
  const at::Tensor bias = at::randn({24});
  const at::Tensor residual = at::randn({9, 24});
  const at::Tensor gamma = at::randn({24});
  const at::Tensor weight = at::randn({9, 24});
  const auto loss = [&](const at::Tensor& in) {
    return (residual_norm(in, bias, residual, gamma, at::zeros({24}), 1e-6, dropout) * weight).sum();
  };
  loss(x).backward();
  for (int trial = 0; trial < 5; ++trial) {
    const at::Tensor direction = at::randn({9, 24});
    const double h = 1e-2;
    const at::Tensor base = x.detach();
    const double slope = (loss(base + h * direction) - loss(base - h * direction)).item<double>() / (2 * h);
    EXPECT_NEAR((x.grad() * direction).sum().item<double>(), slope, 2e-2 * std::max(1.0, std::abs(slope)));
  }
}

TEST_P(Threads, ThePassesRepeatBitForBit) {
  const SequenceStarts starts{0, 3, 20};
  const at::Tensor base = at::randn({20, 3 * 12});
  const auto gradient = [&] {
    const at::Tensor qkv = base.clone().set_requires_grad(true);
    packed_attention(qkv, {}, starts, 3, {1, 0.1F}).pow(2).sum().backward();
    return qkv.grad();
  };
  EXPECT_TRUE(at::equal(gradient(), gradient()));
}

TEST(FusedOps, MeanPoolAveragesEachSequence) {
  const at::Tensor x = at::arange(10, at::kFloat).view({5, 2});
  const at::Tensor pooled = mean_pool(x, {0, 1, 5});
  EXPECT_TRUE(at::allclose(pooled, at::tensor({0.0F, 1.0F, 5.0F, 6.0F}).view({2, 2})));
}

}  // namespace
}  // namespace emo::train
