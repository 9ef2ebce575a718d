#include "train/face_sources.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "toy_run.hpp"
#include "train/face_targets.hpp"
#include "vision/encode.hpp"

namespace emo::train {
namespace {

class FaceSourcesTest : public testing::Test {
 protected:
  void SetUp() override { source.path = test::scratch_folder(); }
  void write_picture(const std::string& name, int width, int height) const {
    const auto path = std::filesystem::path(source.path) / name;
    std::filesystem::create_directories(path.parent_path());
    vision::Image image(width, height, 3);
    image.pixels[0] = 200;
    ASSERT_TRUE(vision::write_image_file(path.string(), image));
  }
  FaceSourcePlan source;
};

TEST_F(FaceSourcesTest, ReadsEveryPictureAtTheSizeAskedFor) {
  write_picture("happy/a.png", 100, 120);
  write_picture("sad/b.png", 30, 20);
  auto list = list_faces(source);
  ASSERT_TRUE(list) << list.error().message;
  const auto faces = read_faces(source, std::move(*list), {16, 12, 1});
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(faces->faces.size(), 2U);
  EXPECT_EQ(faces->images.count(), 2U);
  EXPECT_EQ(faces->images.bytes_per_image(), 16U * 12U);
  EXPECT_EQ(faces->classes, (std::vector<std::string>{"happy", "sad"}));
}

TEST_F(FaceSourcesTest, ADamagedPictureOfAListIsNamedWithItsLine) {
  write_picture("a.png", 10, 10);
  test::write_text(source.path + "/b.png", "no picture");
  test::write_text(source.path + "/list.txt", "a.png happy\nb.png sad\n");
  source.path += "/list.txt";
  auto list = list_faces(source);
  ASSERT_TRUE(list) << list.error().message;
  const auto faces = read_faces(source, std::move(*list), {16, 16, 1});
  ASSERT_TRUE(faces) << faces.error().message;
  ASSERT_EQ(faces->rejected.size(), 1U);
  EXPECT_NE(faces->rejected[0].message.find("list.txt:2: "), std::string::npos) << faces->rejected[0].message;
  EXPECT_NE(faces->rejected[0].message.find("b.png"), std::string::npos) << faces->rejected[0].message;
}

TEST_F(FaceSourcesTest, AFaceOfAVotedSetThatNobodyVotedOnTeachesItsOriginalLabelAlone) {
  std::string pixels = "0";
  for (int i = 1; i < 48 * 48; ++i) pixels += " " + std::to_string(i % 256);
  test::write_text(source.path + "/fer2013.csv",
                   "emotion,pixels,Usage\n3," + pixels + ",Training\n4," + pixels + ",Training\n");
  test::write_text(source.path + "/fer2013new.csv",
                   "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n"
                   "Training,fer0000000.png,0,9,1,0,0,0,0,0,0,0\nTraining,,0,0,0,0,0,0,0,0,0,10\n");
  source.path += "/fer2013.csv";
  auto list = list_faces(source);
  ASSERT_TRUE(list) << list.error().message;
  const auto faces = read_faces(source, std::move(*list), {48, 48, 1});
  ASSERT_TRUE(faces) << faces.error().message;
  ASSERT_EQ(faces->faces.size(), 2U);
  HeadPlan voted;
  voted.labels = expression_labels();
  HeadPlan original = voted;
  original.name = "fer2013";
  EXPECT_FALSE(face_label({}, voted, *faces, faces->faces[0]).target.empty());
  EXPECT_TRUE(face_label({}, voted, *faces, faces->faces[1]).target.empty());
  EXPECT_LT(face_label({}, voted, *faces, faces->faces[1]).gold, 0);
  EXPECT_EQ(face_label({}, original, *faces, faces->faces[1]).gold, 4) << "sadness";
}

TEST_F(FaceSourcesTest, WhatIsPassedOverIsHandedOn) {
  write_picture("train/happy/a.png", 10, 10);
  write_picture("docs/b.png", 10, 10);
  auto list = list_faces(source);
  ASSERT_TRUE(list) << list.error().message;
  const auto faces = read_faces(source, std::move(*list), {48, 48, 3});
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(faces->faces.size(), 1U);
  ASSERT_EQ(faces->passed_over.size(), 1U);
  EXPECT_NE(faces->passed_over[0].find("docs"), std::string::npos) << faces->passed_over[0];
}

TEST_F(FaceSourcesTest, TheUsualSideIsTheMedianOfTheShorterOnes) {
  write_picture("happy/a.png", 100, 120);
  write_picture("happy/b.png", 110, 96);
  write_picture("sad/c.png", 500, 400);
  test::write_text(source.path + "/sad/d.png", "no picture");
  const auto list = list_faces(source);
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_EQ(usual_side(*list), 100);
  EXPECT_EQ(usual_side(dataset::FaceData()), 0);
}

}  // namespace
}  // namespace emo::train
