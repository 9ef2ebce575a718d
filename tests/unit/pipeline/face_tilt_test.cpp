#include "pipeline/face_tilt.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "pipeline/face_json.hpp"
#include "pipeline/face_recognizer.hpp"
#include "pipeline/image_tensor.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"

namespace emo::pipeline {
namespace {

using test::noise;

class FaceTiltTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_tiny_face_bundle(folder_ / "face");
    test::write_tiny_detector(folder_ / "detector", true);
    test::write_tiny_tilt(folder_ / "right", 25);
    test::write_tiny_tilt(folder_ / "left", -40);
  }
  std::unique_ptr<FaceRecognizer> open(const FaceRecognizerOptions& options) {
    auto opened = FaceRecognizer::open(folder_ / "face", folder_ / "detector", options);
    EXPECT_TRUE(opened) << opened.error().message;
    return std::move(opened).value();
  }
  test::TemporaryFolder folder_;
};

TEST_F(FaceTiltTest, TellsTheMeanOfItsAngles) {
  const auto tilt = FaceTilt::open(folder_ / "left");
  ASSERT_TRUE(tilt) << tilt.error().message;
  const std::vector<vision::Image> middles(20, vision::Image(16, 16, 1));  // two runs of the model
  const auto degrees = (*tilt)->degrees(middles);
  ASSERT_TRUE(degrees) << degrees.error().message;
  ASSERT_EQ(degrees->size(), 20U);
  for (const float each : *degrees) EXPECT_NEAR(each, -40, 1e-3);
  EXPECT_TRUE((*tilt)->degrees({})->empty());
}

TEST_F(FaceTiltTest, OtherBundlesAreRefused) {
  test::write_tiny_verifier(folder_ / "verifier");
  for (const char* name : {"face", "detector", "verifier"}) {
    const auto opened = FaceTilt::open(folder_ / name);
    ASSERT_FALSE(opened) << name;
    EXPECT_EQ(opened.error().code, ErrorCode::kUnsupported);
    EXPECT_NE(opened.error().message.find("degrees between -90 and 90"), std::string::npos) << opened.error().message;
  }
  EXPECT_EQ(FaceTilt::open(folder_ / "nowhere").error().code, ErrorCode::kNotFound);
}

TEST_F(FaceTiltTest, AFaceThatLeansIsReadUpright) {
  FaceRecognizerOptions options;
  options.tilt_bundle = folder_ / "right";
  const auto recognizer = open(options);
  EXPECT_EQ(recognizer->tilt_manifest()->name, "tiny-tilt");
  const auto image = noise(320, 240, 3, 7);
  const auto picture = recognizer->recognize(image);
  ASSERT_TRUE(picture) << picture.error().message;
  ASSERT_GT(picture->faces.size(), 16U) << "more than one batch";
  for (const FaceResult& face : picture->faces) {
    EXPECT_NEAR(face.tilt.value_or(0), 25, 1e-3);
    EXPECT_EQ(face.turned, face.tilt);
    const auto crop =
        face_crop(image, face.box, recognizer->manifest().image_preprocess, static_cast<double>(face.turned));
    EXPECT_EQ(face.heads[0].probabilities, (*recognizer->score_crops(std::span(&crop, 1)))[0][0].probabilities);
  }
  std::string json;
  append_face_json(json, picture->faces[0], 320, 240, recognizer->manifest(), 0);
  EXPECT_NE(json.find(",\"tilt\":25}"), std::string::npos) << json;
}

TEST_F(FaceTiltTest, SoIsAPictureThatIsAFace) {
  FaceRecognizerOptions options;
  options.detect = false;
  options.tilt_bundle = folder_ / "left";
  const auto recognizer = open(options);
  const auto image = noise(40, 60, 3, 7);
  const auto upright = whole_as_face(image, recognizer->manifest().image_preprocess, -40);
  const auto expected = (*recognizer->score_crops(std::span(&upright, 1)))[0][0].probabilities;
  const auto scores = recognizer->score_pictures(std::span(&image, 1));
  ASSERT_TRUE(scores) << scores.error().message;
  const auto picture = recognizer->recognize(image);
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_NEAR((*scores)[0][0].probabilities[k], expected[k], 1e-3);  // an angle is exact to a millionth only
    EXPECT_EQ(picture->faces[0].heads[0].probabilities[k], (*scores)[0][0].probabilities[k]);
  }
  const auto as_it_is = recognizer->score_crops(std::span(&image, 1));
  EXPECT_NE((*as_it_is)[0][0].probabilities, (*scores)[0][0].probabilities);
}

TEST_F(FaceTiltTest, WhoLeansLessIsLeftAsHeIs) {
  FaceRecognizerOptions options;
  options.tilt_bundle = folder_ / "right";
  options.min_tilt = 25.5;
  const auto image = noise(320, 240, 3, 7);
  const auto told = open(options)->recognize(image);
  options.min_tilt = kNoTilt;
  const auto recognizer = open(options);
  EXPECT_EQ(recognizer->tilt_manifest(), nullptr);
  const auto not_asked = recognizer->recognize(image);
  ASSERT_TRUE(told && not_asked);
  for (std::size_t i = 0; i < told->faces.size(); ++i) {
    EXPECT_NEAR(told->faces[i].tilt.value_or(0), 25, 1e-3);
    EXPECT_EQ(told->faces[i].turned, 0);
    EXPECT_FALSE(not_asked->faces[i].tilt);
    EXPECT_EQ(told->faces[i].heads[0].probabilities, not_asked->faces[i].heads[0].probabilities);
  }
}

}  // namespace
}  // namespace emo::pipeline
