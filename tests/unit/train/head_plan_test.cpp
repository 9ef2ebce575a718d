#include "train/head_plan.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(HeadPlanTest, DefaultsAreAccepted) {
  HeadPlan head;
  head.name = "h";
  EXPECT_TRUE(check_head(head));
}

TEST(HeadPlanTest, ALossMustFitTheActivation) {
  HeadPlan head;
  head.loss = Loss::kBinary;
  const auto refused = check_head(head);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("does not fit a softmax head"), std::string::npos);
  head.activation = core::HeadActivation::kSigmoid;
  EXPECT_TRUE(check_head(head));
  head.label_smoothing = 1.0;
  EXPECT_FALSE(check_head(head));
}

}  // namespace
}  // namespace emo::train
