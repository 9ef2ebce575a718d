#include "train/face_input_size.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

// A fresh network.
FaceTrainConfig config_up_to(std::int64_t limit) {
  FaceTrainConfig config;
  config.architecture.height = config.architecture.width = 48;
  config.grow_input_to = limit;
  return config;
}

TEST(GrowInput, LargePicturesGrowItToTheLimitInMultiplesOf16) {
  auto config = config_up_to(64);
  EXPECT_TRUE(grow_input(100, config));
  EXPECT_EQ(config.architecture.height, 64);
  EXPECT_EQ(config.architecture.width, 64);
  ASSERT_EQ(config.sides.size(), 2U) << "begins at the old side";
  EXPECT_EQ(side_at(config, 0.0), 48);
  EXPECT_EQ(side_at(config, 0.39), 48);
  EXPECT_EQ(side_at(config, 0.41), 64);
  auto wide = config_up_to(200);
  EXPECT_TRUE(grow_input(100, wide));
  EXPECT_EQ(wide.architecture.height, 96) << "never larger than the pictures";
}

TEST(GrowInput, LeavesWhatIsLargeEnough) {
  for (const std::int64_t pictures : {0, 48, 71}) {
    auto config = config_up_to(64);
    EXPECT_FALSE(grow_input(pictures, config)) << pictures;
    EXPECT_EQ(config.architecture.height, 48);
    EXPECT_TRUE(config.sides.empty());
  }
  auto at_limit = config_up_to(50);
  EXPECT_FALSE(grow_input(100, at_limit));
}

TEST(GrowInput, LeavesWhatIsBoundToPlacesOrNotSquare) {
  auto transformer = config_up_to(64);
  transformer.architecture.name = "vit";
  EXPECT_FALSE(grow_input(100, transformer));
  auto tall = config_up_to(64);
  tall.architecture.height = 64;
  EXPECT_FALSE(grow_input(200, tall));
}

TEST(GrowInput, KeepsTheSidesOfTheConfig) {
  auto config = config_up_to(64);
  config.sides = {{0.0, 40}};
  EXPECT_TRUE(grow_input(100, config));
  EXPECT_EQ(config.sides.size(), 1U);
}

TEST(GrowInput, AStartOfThePlainFamilyReadsWholeSquaresOfPixels) {
  struct Case {
    std::int64_t pictures, limit, side, stem_stride;
  };
  for (const auto& c : {Case{100, 96, 96, 2}, Case{72, 96, 96, 2}, Case{71, 96, 48, 1}, Case{500, 96, 96, 2},
                        Case{500, 150, 144, 3}, Case{100, 95, 48, 1}, Case{119, 1000, 96, 2}}) {
    auto config = config_up_to(c.limit);
    config.init = "a bundle";
    EXPECT_EQ(grow_input(c.pictures, config), c.stem_stride > 1);
    EXPECT_EQ(config.architecture.height, c.side) << c.pictures << " up to " << c.limit;
    EXPECT_EQ(config.architecture.width, c.side);
    EXPECT_EQ(config.architecture.stem_stride, c.stem_stride) << c.pictures << " up to " << c.limit;
    EXPECT_TRUE(config.sides.empty()) << "large pictures cost what small ones do";
  }
}

TEST(InputSide, IsWhatTheConfigSays) {
  FaceTrainConfig config = config_up_to(0);
  EXPECT_TRUE(set_input_side(config));
  EXPECT_EQ(config.architecture.height, 48) << "it says none";
  config.input_side = 64;
  config.init = "a bundle";
  EXPECT_TRUE(set_input_side(config));
  EXPECT_EQ(config.architecture.height, 64);
  EXPECT_EQ(config.architecture.width, 64);
  config.input_side = 32;
  config.architecture.name = "vit";
  const auto bound = set_input_side(config);
  ASSERT_FALSE(bound);
  EXPECT_NE(bound.error().message.find("input_side"), std::string::npos) << bound.error().message;
  config.init.clear();
  EXPECT_TRUE(set_input_side(config)) << "a fresh one is made for it";
}

}  // namespace
}  // namespace emo::train
