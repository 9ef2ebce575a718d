#include "dataset/split.hpp"

#include <gtest/gtest.h>

namespace emo::dataset {
namespace {

TEST(Split, IsKnownByAnyOfItsNames) {
  EXPECT_EQ(split_of("Training"), Split::kTrain);
  EXPECT_EQ(split_of("PublicTest"), Split::kDev);
  EXPECT_EQ(split_of("PrivateTest"), Split::kTest);
  EXPECT_EQ(split_of("val"), Split::kDev);
  EXPECT_EQ(split_of("Development"), Split::kDev);
  EXPECT_EQ(split_of("Testing"), Split::kTest);
  EXPECT_EQ(split_of("happy"), std::nullopt);
}

}  // namespace
}  // namespace emo::dataset
