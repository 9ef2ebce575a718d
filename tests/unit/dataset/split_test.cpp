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
  EXPECT_EQ(split_of(" test\t"), Split::kTest);
  EXPECT_EQ(split_of("happy"), std::nullopt);
  EXPECT_EQ(split_of(" "), std::nullopt);
}

TEST(Split, InANameOtherWordsMayAddNothing) {
  for (const char* name : {"train", "train_data", "Training set", "trainset", "01_train", "images-train", "TRAIN.2"}) {
    EXPECT_EQ(split_in_name(name), Split::kTrain) << name;
  }
  EXPECT_EQ(split_in_name("Public_Test"), Split::kDev);
  EXPECT_EQ(split_in_name("test images"), Split::kTest);
  for (const char* name : {"", "data", "train_labels", "latest", "my train", "set"}) {
    EXPECT_EQ(split_in_name(name), std::nullopt) << name;
  }
}

}  // namespace
}  // namespace emo::dataset
