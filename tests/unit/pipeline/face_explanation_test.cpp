#include "pipeline/face_explanation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/json.hpp"

namespace emo::pipeline {
namespace {

/// Finds the faces it is told, and reads "bright" from the brightest pixel of a crop.
class BrightRecognizer final : public FaceRecognizer {
 public:
  explicit BrightRecognizer(std::vector<vision::RectF> boxes) : boxes_(std::move(boxes)) {
    io::HeadManifest head;
    head.name = "basic";
    head.labels = {"bright", "dark"};
    manifest_.name = "bright";
    manifest_.version = "1";
    manifest_.heads = {head};
    manifest_.image_preprocess.channels = 1;
    manifest_.image_preprocess.height = manifest_.image_preprocess.width = 28;
    manifest_.image_preprocess.margin = 2.0;
    options_.detect = !boxes_.empty();
  }
  const io::Manifest& manifest() const override { return manifest_; }
  std::size_t primary_head() const override { return 0; }
  const FaceRecognizerOptions& options() const override { return options_; }
  const io::Manifest* detector_manifest() const override { return nullptr; }
  const io::Manifest* verifier_manifest() const override { return nullptr; }
  const io::Manifest* tilt_manifest() const override { return nullptr; }
  Result<PictureResult> recognize(const vision::Image& image) const override {
    PictureResult picture{image.width, image.height, {}};
    auto boxes = boxes_;
    if (!options_.detect) {
      boxes = {{0, 0, static_cast<float>(image.width), static_cast<float>(image.height)}};
    }
    for (const auto& box : boxes) {
      FaceResult face;
      face.box = box;
      face.label = "bright";
      picture.faces.push_back(face);
    }
    return picture;
  }
  Result<std::vector<DetectedBox>> detect(const vision::Image&) const override { return std::vector<DetectedBox>{}; }
  Result<std::vector<FaceResult>> classify(const vision::Image&, std::span<const DetectedBox>) const override {
    return std::vector<FaceResult>{};
  }
  Result<std::vector<std::vector<HeadScores>>> score_pictures(std::span<const vision::Image> pictures) const override {
    return score_crops(pictures);
  }
  Result<std::vector<std::vector<HeadScores>>> score_crops(std::span<const vision::Image> crops) const override {
    std::vector<std::vector<HeadScores>> scores;
    for (const auto& crop : crops) {
      const auto most = *std::max_element(crop.pixels.begin(), crop.pixels.end());
      const float p = static_cast<float>(most) / 300.0F;
      scores.push_back({{"basic", {p, 1 - p}}});
    }
    return scores;
  }

 private:
  std::vector<vision::RectF> boxes_;
  io::Manifest manifest_;
  FaceRecognizerOptions options_;
};

/// 112 x 112, grey, with a bright square of 12 pixels about (72, 40).
vision::Image spot() {
  vision::Image image(112, 112, 1);
  std::fill(image.pixels.begin(), image.pixels.end(), std::uint8_t{60});
  for (int y = 34; y < 46; ++y) std::fill_n(image.row(y) + 66, 12, std::uint8_t{250});
  return image;
}

TEST(FaceExplanation, TheMapLiesOverTheAreaThatTheModelReads) {
  const BrightRecognizer recognizer({{28, 28, 56, 56}});  // margin 2: the whole picture is read
  const auto explanation = explain_faces(recognizer, spot());
  ASSERT_TRUE(explanation) << explanation.error().message;
  ASSERT_EQ(explanation->faces.size(), 1U);
  const auto& face = explanation->faces[0];
  EXPECT_EQ(face.area, (vision::RectF{0, 0, 112, 112}));
  EXPECT_EQ(face.label, "bright");
  const auto best = std::max_element(face.map.weights.begin(), face.map.weights.end()) - face.map.weights.begin();
  EXPECT_EQ(best, 2 * 7 + 4);
  EXPECT_GT(face.map.faithfulness.insertion, face.map.faithfulness.deletion);
}

TEST(FaceExplanation, PreCroppedPicturesAreReadWhole) {
  const auto explanation = explain_faces(BrightRecognizer({}), spot(), {.label = "dark", .occlusion = {.grid = 4}});
  ASSERT_TRUE(explanation) << explanation.error().message;
  ASSERT_EQ(explanation->faces.size(), 1U);
  EXPECT_EQ(explanation->faces[0].label, "dark");
  EXPECT_EQ(explanation->faces[0].map.weights.size(), 16U);
  EXPECT_LT(*std::min_element(explanation->faces[0].map.weights.begin(), explanation->faces[0].map.weights.end()), -1);
}

TEST(FaceExplanation, JsonHasThePromisedFields) {
  const BrightRecognizer recognizer({{28, 28, 56, 56}, {0, 0, 10, 10}});
  const auto explanation = explain_faces(recognizer, spot());
  ASSERT_TRUE(explanation);
  std::string out;
  append_face_explanation_json(out, "spot.png", *explanation, recognizer.manifest());
  const auto json = io::parse_json(out, "explanation");
  ASSERT_TRUE(json) << json.error().message << out;
  EXPECT_EQ((*json)["source"], "spot.png");
  ASSERT_EQ((*json)["faces"].size(), 2U);
  const auto& face = (*json)["faces"][0];
  EXPECT_EQ(face["grid"]["weights"].size(), 7U);
  EXPECT_EQ(face["grid"]["weights"][0].size(), 7U);
  EXPECT_EQ(face["box"]["x"], 28);
  EXPECT_TRUE(face["faithfulness"].contains("verdict"));
}

TEST(FaceExplanation, DrawsOneRowPerFace) {
  const auto explanation = explain_faces(BrightRecognizer({{28, 28, 56, 56}, {0, 0, 10, 10}, {5, 5, 9, 9}}), spot());
  ASSERT_TRUE(explanation);
  const auto drawn = draw_face_explanations(spot(), *explanation, 50, 2);
  EXPECT_EQ(drawn.width, 100);
  EXPECT_EQ(drawn.height, 100);
  EXPECT_EQ(drawn.channels, 3);
  const auto heat = drawn.at(50 + 50 * 72 / 112, 50 * 40 / 112);
  EXPECT_GT(heat[0], heat[2] + 50) << "the bright spot is red on the right";
  const auto seen = drawn.at(50 * 72 / 112, 50 * 40 / 112);
  EXPECT_EQ(seen[0], seen[2]) << "and as it was on the left";
}

TEST(FaceExplanation, AnUnknownLabelIsAnError) {
  const auto explanation =
      explain_faces(BrightRecognizer({{28, 28, 56, 56}}), spot(), {.label = "glorp", .occlusion = {}});
  ASSERT_FALSE(explanation);
  EXPECT_EQ(explanation.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace emo::pipeline
