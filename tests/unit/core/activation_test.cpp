#include "core/activation.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace emo::core {
namespace {

TEST(Activation, SoftmaxOfHugeLogitsIsFiniteAndSumsToOne) {
  std::vector<float> z{1000.0F, 999.0F, -1000.0F};
  softmax(std::span(z));
  EXPECT_NEAR(z[0], 1 / (1 + std::exp(-1.0)), 1e-6);
  EXPECT_NEAR(std::accumulate(z.begin(), z.end(), 0.0F), 1.0F, 1e-6F);
  EXPECT_EQ(z[2], 0.0F);
  std::vector<double> one{-7};
  softmax(std::span(one));
  EXPECT_EQ(one[0], 1.0);
}

TEST(Activation, LogSumExpOfHugeLogitsIsFinite) {
  const std::vector<double> two{1000, 1000};
  EXPECT_NEAR(log_sum_exp(std::span(two)), 1000 + std::log(2.0), 1e-12);
  const std::vector<float> one{-3.5F};
  EXPECT_EQ(log_sum_exp(std::span(one)), -3.5);
}

TEST(Activation, LogisticIsHalfAtZeroAndSymmetric) {
  EXPECT_EQ(logistic(0.0), 0.5);
  EXPECT_NEAR(logistic(2.5) + logistic(-2.5), 1.0, 1e-15);
  EXPECT_EQ(logistic(-1e6), 0.0) << "no overflow on the way";
  EXPECT_EQ(logistic(1e6F), 1.0F);
}

TEST(Activation, AHeadSaysWhatItsKindSays) {
  std::vector<double> choice{0.5, 0.5, 0.5};
  activate(HeadActivation::kSoftmax, std::span(choice));
  EXPECT_NEAR(choice[1], 1.0 / 3, 1e-15);
  std::vector<double> each{0.0, 3.0};
  activate(HeadActivation::kSigmoid, std::span(each));
  EXPECT_EQ(each[0], 0.5);
  EXPECT_EQ(each[1], logistic(3.0));
}

}  // namespace
}  // namespace emo::core
