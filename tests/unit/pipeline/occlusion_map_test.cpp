#include "pipeline/occlusion_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace emo::pipeline {
namespace {

/// A flat grey picture with one bright square, 4 of 28 pixels a side, in the cell (row 2, column 4) of 7.
vision::Image small_spot() {
  vision::Image image(28, 28, 1);
  for (auto& pixel : image.pixels) pixel = 60;
  for (int y = 8; y < 12; ++y) {
    for (int x = 16; x < 20; ++x) image.row(y)[x] = 250;
  }
  return image;
}

/// Says yes by the brightest pixel.
Result<std::vector<double>> brightest(std::span<const vision::Image> pictures) {
  std::vector<double> scores;
  for (const auto& picture : pictures) {
    std::uint8_t most = 0;
    for (const auto pixel : picture.pixels) most = std::max(most, pixel);
    scores.push_back(most / 300.0);
  }
  return scores;
}

TEST(OcclusionMap, TheWeightLiesWhereTheAnswerComesFrom) {
  const auto map = occlusion_map(small_spot(), brightest, {.random_orders = 10});
  ASSERT_TRUE(map) << map.error().message;
  ASSERT_EQ(map->weights.size(), 49U);
  const auto best = std::max_element(map->weights.begin(), map->weights.end()) - map->weights.begin();
  EXPECT_EQ(best, 2 * 7 + 4);
  EXPECT_GT(map->weights[2 * 7 + 4], 1);
  EXPECT_NEAR(map->weights[6 * 7], 0, 1e-9) << "far away nothing changes";
  EXPECT_EQ(map->faithfulness.verdict, "supported");
}

TEST(OcclusionMap, AConstantScorerGivesNoWeights) {
  int calls = 0;
  const auto map = occlusion_map(small_spot(), [&](std::span<const vision::Image> pictures) {
    ++calls;
    return Result<std::vector<double>>(std::vector<double>(pictures.size(), 0.5));
  });
  ASSERT_TRUE(map);
  for (const double weight : map->weights) EXPECT_EQ(weight, 0);
  EXPECT_EQ(map->faithfulness.verdict, "weak");
  EXPECT_EQ(calls, 2);
  const auto drawn = draw_occlusion_map(small_spot(), *map, 28);
  EXPECT_EQ(drawn.channels, 3);
  EXPECT_EQ(drawn.at(0, 0)[0], 60);
}

TEST(OcclusionMap, TheDrawingIsRedForAndBlueAgainst) {
  OcclusionMap map;
  map.rows = map.columns = 2;
  map.weights = {1, 0, 0, -1};
  vision::Image grey(10, 20, 1);
  for (auto& pixel : grey.pixels) pixel = 128;
  const auto drawn = draw_occlusion_map(grey, map, 200);
  EXPECT_EQ(drawn.width, 100);
  EXPECT_EQ(drawn.height, 200);
  EXPECT_GT(drawn.at(0, 0)[0], drawn.at(0, 0)[2] + 50);
  EXPECT_GT(drawn.at(99, 199)[2], drawn.at(99, 199)[0] + 50);
  EXPECT_EQ(drawn.at(99, 0)[0], 128);
}

TEST(OcclusionMap, RefusesGridsThatDoNotFit) {
  for (const int grid : {1, 29, 33}) {
    const auto map = occlusion_map(small_spot(), brightest, {.grid = grid});
    ASSERT_FALSE(map) << grid;
    EXPECT_EQ(map.error().code, ErrorCode::kUsage);
    EXPECT_NE(map.error().message.find(std::to_string(grid)), std::string::npos);
  }
  EXPECT_FALSE(occlusion_map(small_spot(), brightest, {.random_orders = 0}));
}

TEST(OcclusionMap, AnErrorOfTheScorerComesThrough) {
  const auto map = occlusion_map(small_spot(), [](std::span<const vision::Image>) -> Result<std::vector<double>> {
    return Error{ErrorCode::kInvalidModel, "no"};
  });
  ASSERT_FALSE(map);
  EXPECT_EQ(map.error().code, ErrorCode::kInvalidModel);
}

}  // namespace
}  // namespace emo::pipeline
