#include "train/moving_average.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(MovingAverageTest, FollowsTheFormula) {
  at::Tensor value = at::zeros({2});
  MovingAverage average({{"w", value}}, 0.5);
  value.fill_(1.0);
  average.update();  // decay min(.5, 2/11)
  value.fill_(3.0);
  average.update();  // decay min(.5, 3/12)
  const double first = 0.0 * (2.0 / 11.0) + 1.0 * (9.0 / 11.0);
  const double second = first * 0.25 + 3.0 * 0.75;
  EXPECT_NEAR(average.state()[0].second[0].item<double>(), second, 1e-6);
  EXPECT_EQ(average.state()[0].first, "ema.w");
}

TEST(AverageKept, RisesToTheDecay) {
  EXPECT_DOUBLE_EQ(average_kept(0.99, 1), 2.0 / 11);
  EXPECT_DOUBLE_EQ(average_kept(0.99, 90), 91.0 / 100);
  EXPECT_DOUBLE_EQ(average_kept(0.99, 889), 890.0 / 899);
  EXPECT_DOUBLE_EQ(average_kept(0.99, 891), 0.99);
  EXPECT_DOUBLE_EQ(average_kept(0.1, 1), 0.1);
}

TEST(MovingAverageTest, SwapsInPlaceAndBack) {
  at::Tensor value = at::ones({2});
  MovingAverage average({{"w", value}}, 0.9);
  value.fill_(5.0);
  average.swap();
  EXPECT_EQ(value[0].item<double>(), 1.0);
  average.swap();
  EXPECT_EQ(value[0].item<double>(), 5.0);
}

TEST(MovingAverageTest, WithoutDecayThereIsNothing) {
  at::Tensor value = at::ones({2});
  MovingAverage average({{"w", value}}, 0.0);
  average.update();
  average.swap();
  EXPECT_EQ(value[0].item<double>(), 1.0);
  EXPECT_TRUE(average.state().empty());
}

TEST(MovingAverageTest, StateComesBackAndAMissingTensorIsNamed) {
  at::Tensor value = at::ones({2});
  MovingAverage average({{"w", value}}, 0.9);
  ASSERT_TRUE(average.load_state({{"ema.w", at::full({2}, 7.0)}}, 100));
  average.swap();
  EXPECT_EQ(value[0].item<double>(), 7.0);
  const auto missing = average.load_state({}, 1);
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("ema.w"), std::string::npos);
  EXPECT_FALSE(average.load_state({{"ema.w", at::ones({3})}}, 1));
}

}  // namespace
}  // namespace emo::train
