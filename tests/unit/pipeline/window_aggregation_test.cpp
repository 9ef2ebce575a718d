#include "pipeline/window_aggregation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace emo::pipeline {
namespace {

io::Manifest two_heads() {
  io::Manifest manifest;
  io::HeadManifest one;
  one.name = "one";
  one.labels = {"a", "b"};
  io::HeadManifest any;
  any.name = "any";
  any.labels = {"c"};
  any.activation = core::HeadActivation::kSigmoid;
  manifest.heads = {one, any};
  return manifest;
}

PreparedText windows(std::vector<text::TokenRange> ranges) {
  PreparedText text;
  text.coverage.tokens = ranges.back().end;
  text.windows = std::move(ranges);
  return text;
}

TEST(WindowAggregation, OneWindowIsItsActivation) {
  const std::vector<float> logits{0, 0, 0};
  const auto heads = aggregate_windows(two_heads(), windows({{0, 5}}), logits);
  ASSERT_TRUE(heads);
  EXPECT_FLOAT_EQ((*heads)[0].probabilities[0], 0.5F);
  EXPECT_FLOAT_EQ((*heads)[1].probabilities[0], 0.5F);
  EXPECT_EQ((*heads)[1].head, "any");
}

TEST(WindowAggregation, WeighsByNewTokensOnly) {
  // 10 tokens: the second window shows 2 new ones, so it weighs 0.2 although it is as long as the first.
  const auto text = windows({{0, 8}, {2, 10}});
  EXPECT_EQ(text.new_tokens(0), 8U);
  EXPECT_EQ(text.new_tokens(1), 2U);
  const std::vector<float> logits{50, -50, -50, -50, 50, 50};
  const auto heads = aggregate_windows(two_heads(), text, logits);
  ASSERT_TRUE(heads);
  EXPECT_NEAR((*heads)[0].probabilities[0], 0.8, 1e-6);
  EXPECT_NEAR((*heads)[0].probabilities[1], 0.2, 1e-6);
  EXPECT_NEAR((*heads)[1].probabilities[0], 0.2, 1e-6);
}

TEST(WindowAggregation, DamagedWindowIsAnError) {
  const std::vector<float> logits{0, 0, 0, 0, INFINITY, 0};
  const auto heads = aggregate_windows(two_heads(), windows({{0, 8}, {2, 10}}), logits);
  ASSERT_FALSE(heads);
  EXPECT_EQ(heads.error().code, ErrorCode::kInvalidModel);
}

}  // namespace
}  // namespace emo::pipeline
