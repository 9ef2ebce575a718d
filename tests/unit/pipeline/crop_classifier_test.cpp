#include "pipeline/crop_classifier.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "io/bundle.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

vision::Image pattern(int step) {
  vision::Image image(16, 16, 1);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    image.pixels[i] = static_cast<std::uint8_t>(i * static_cast<std::size_t>(step) % 251);
  }
  return image;
}

class CropClassifierTest : public ::testing::Test {
 protected:
  void SetUp() override { test::write_tiny_face_bundle(folder_ / "face"); }
  [[nodiscard]] CropClassifier classifier(bool flip_average) const {
    auto bundle = io::open_bundle(folder_ / "face");
    EXPECT_TRUE(bundle) << bundle.error().message;
    bundle->manifest.image_preprocess.flip_average = flip_average;
    auto model = models::ImageModel::load(*bundle);
    EXPECT_TRUE(model) << model.error().message;
    return {bundle->manifest, std::move(model).value()};
  }
  test::TemporaryFolder folder_;
};

TEST_F(CropClassifierTest, EveryCropIsScoredAsIfAlone) {
  const CropClassifier together = classifier(false);
  const std::vector<vision::Image> crops{pattern(3), pattern(7), pattern(31)};
  std::vector<std::vector<HeadScores>> scores;
  ASSERT_TRUE(together.score(crops, scores));
  ASSERT_EQ(scores.size(), 3U);
  for (std::size_t i = 0; i < crops.size(); ++i) {
    std::vector<std::vector<HeadScores>> alone;
    ASSERT_TRUE(together.score({&crops[i], 1}, alone));
    ASSERT_EQ(scores[i].size(), 1U);
    EXPECT_EQ(scores[i][0].probabilities, alone[0][0].probabilities) << i;
    EXPECT_NEAR(std::accumulate(alone[0][0].probabilities.begin(), alone[0][0].probabilities.end(), 0.0), 1, 1e-5);
  }
  EXPECT_NE(scores[0][0].probabilities, scores[1][0].probabilities);
  ASSERT_TRUE(together.score(crops, scores));
  EXPECT_EQ(scores.size(), 6U) << "appended";
}

TEST_F(CropClassifierTest, TwoViewsAreTheMeanOfBoth) {
  const CropClassifier one = classifier(false), both = classifier(true);
  const std::vector<vision::Image> views{pattern(7), vision::flip_horizontal(pattern(7))};
  std::vector<std::vector<HeadScores>> single, mean;
  ASSERT_TRUE(one.score(views, single));
  ASSERT_TRUE(both.score({views.data(), 1}, mean));
  ASSERT_EQ(mean.size(), 1U);
  ASSERT_NE(single[0][0].probabilities, single[1][0].probabilities);
  for (std::size_t k = 0; k < mean[0][0].probabilities.size(); ++k) {
    EXPECT_NEAR(mean[0][0].probabilities[k], (single[0][0].probabilities[k] + single[1][0].probabilities[k]) / 2, 1e-6)
        << k;
  }
}

}  // namespace
}  // namespace emo::pipeline
