#include "pipeline/face_verifier.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/draw.hpp"

namespace emo::pipeline {
namespace {

TEST(FaceVerifier, JudgesEachBoxByItsCrop) {
  const test::TemporaryFolder folder;
  vision::Image image(200, 100, 3);
  vision::fill_rect(image, {100, 0, 100, 100}, {255, 255, 255});
  std::vector<DetectedBox> boxes;
  for (int i = 0; i < 20; ++i)
    boxes.push_back({{i % 3 == 0 ? 130.0F : 30.0F, 30, 30, 30}, 0.9F});  // two runs of the model
  for (const bool face_first : {true, false}) {
    const std::string bundle = folder / (face_first ? "first" : "second");
    test::write_tiny_verifier(bundle, face_first);
    const auto verifier = FaceVerifier::open(bundle);
    ASSERT_TRUE(verifier) << verifier.error().message;
    EXPECT_EQ((*verifier)->manifest().name, "tiny-verifier");
    const auto faceness = (*verifier)->faceness(image, boxes);
    ASSERT_TRUE(faceness) << faceness.error().message;
    ASSERT_EQ(faceness->size(), boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (i % 3 == 0) {
        EXPECT_GT((*faceness)[i], 0.9F) << i;
      } else {
        EXPECT_LT((*faceness)[i], 0.1F) << i;
      }
    }
    EXPECT_TRUE((*verifier)->faceness(image, {})->empty());
  }
}

TEST(FaceVerifier, OtherBundlesAreRefused) {
  const test::TemporaryFolder folder;
  test::write_tiny_face_bundle(folder / "face");
  test::write_tiny_detector(folder / "detector", true);
  for (const char* name : {"face", "detector"}) {
    const auto opened = FaceVerifier::open(folder / name);
    ASSERT_FALSE(opened) << name;
    EXPECT_EQ(opened.error().code, ErrorCode::kUnsupported);
    EXPECT_NE(opened.error().message.find("'not_face'"), std::string::npos) << opened.error().message;
  }
  EXPECT_EQ(FaceVerifier::open(folder / "nowhere").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace emo::pipeline
