// Reading of faces for the doctor: order, sizes, digests, and what damage becomes.
#include "doctor/face_data.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"
#include "vision/encode.hpp"

namespace emo::doctor {
namespace {

vision::Image picture(int width, int height, int seed) {
  vision::Image image(width, height, 3);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    image.pixels[i] = static_cast<std::uint8_t>(i * 7 + static_cast<std::size_t>(seed) * 31);
  }
  return image;
}

class FaceDataRead : public ::testing::Test {
 protected:
  void put(const std::string& name, const vision::Image& image) {
    std::filesystem::create_directories(std::filesystem::path(folder_ / name).parent_path());
    ASSERT_TRUE(vision::write_image_file(folder_ / name, image));
  }
  test::Folder folder_;
  Examination examination_;
};

TEST_F(FaceDataRead, SplitAfterSplitAtOneSize) {
  put("test/happy/a.png", picture(100, 80, 1));
  put("train/happy/b.png", picture(48, 48, 2));
  put("train/sad/c.png", picture(30, 40, 3));
  std::uint64_t steps = 0;
  const auto faces = read_face_set(
      folder_.path(), {},
      [&](std::uint64_t, std::uint64_t total) {
        ++steps;
        EXPECT_EQ(total, 3U);
      },
      examination_);
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(steps, 3U);
  ASSERT_EQ(faces->size(), 3U);
  ASSERT_EQ(faces->view.splits.size(), 2U);
  EXPECT_EQ(faces->view.splits[0].role, SplitRole::kTrain) << "training first, whatever the order of the folders";
  EXPECT_EQ(faces->view.items[2].split, 1U);
  EXPECT_EQ(faces->pixels.size(), 3 * kFacePixels);
  EXPECT_EQ(faces->view.label_text(0), "happy");
  EXPECT_NE(faces->view.place(2).file.find("a.png"), std::string::npos);
  ASSERT_EQ(examination_.splits.size(), 2U);
  EXPECT_EQ(examination_.splits[0].rows, 2U);
  EXPECT_TRUE(examination_.findings.empty());
  EXPECT_TRUE(faces->votes.empty());
}

TEST_F(FaceDataRead, AFolderIsNamedHoweverItsPathEnds) {
  put("mine/happy/a.png", picture(48, 48, 1));
  for (const char* end : {"mine", "mine/", "mine/."}) {
    const auto faces = read_face_set(folder_ / end, {}, {}, examination_);
    ASSERT_TRUE(faces) << faces.error().message;
    EXPECT_EQ(faces->view.splits.at(0).file, "mine") << end;
  }
}

TEST_F(FaceDataRead, EqualPixelsHaveEqualDigestsAtTheirOwnSize) {
  put("happy/a.png", picture(48, 48, 1));
  put("happy/b.png", picture(48, 48, 1));
  put("happy/c.png", picture(48, 48, 2));
  put("sad/d.png", picture(96, 96, 1));
  const auto faces = read_face_set(folder_.path(), {}, {}, examination_);
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(faces->digests[0], faces->digests[1]);
  EXPECT_NE(faces->digests[0], faces->digests[2]);
  EXPECT_NE(faces->digests[0], faces->digests[3]);
}

TEST_F(FaceDataRead, SpellingsOfOneClassAreOneClass) {
  put("happy/a.png", picture(48, 48, 1));
  put("happy/b.png", picture(48, 48, 2));
  put("Happy/c.png", picture(48, 48, 3));
  put("sad/d.png", picture(48, 48, 4));
  const auto faces = read_face_set(folder_.path(), {}, {}, examination_);
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(examination_.labels.size(), 2U);
  ASSERT_EQ(faces->view.other_spellings.size(), 1U);
  EXPECT_EQ(faces->view.other_spellings[0].spelling, "Happy");
}

TEST_F(FaceDataRead, DamageAndBlanknessAreFindings) {
  put("happy/good.png", picture(48, 48, 1));
  put("happy/blank.png", vision::Image(48, 48, 1));
  put("sad/good.png", picture(48, 48, 2));
  folder_.write("sad/broken.png", "no picture");
  const auto faces = read_face_set(folder_.path(), {}, {}, examination_);
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(faces->size(), 3U) << "blank faces stay, broken files do not";
  const auto* damaged = test::find(examination_, "damaged_items");
  ASSERT_NE(damaged, nullptr);
  EXPECT_EQ(damaged->number, 1);
  EXPECT_NE(damaged->evidence.front().place.file.find("broken.png"), std::string::npos);
  const auto* blank = test::find(examination_, "blank_items");
  ASSERT_NE(blank, nullptr);
  EXPECT_EQ(blank->number, 1);
  ASSERT_EQ(examination_.splits.size(), 1U);
  EXPECT_EQ(examination_.splits[0].name, "all");
  EXPECT_EQ(examination_.splits[0].rows, 4U);
  EXPECT_EQ(examination_.splits[0].damaged, 1U);
}

TEST_F(FaceDataRead, WhatIsPassedOverIsANote) {
  put("train/happy/a.png", picture(48, 48, 1));
  put("docs/b.png", picture(48, 48, 2));
  const auto faces = read_face_set(folder_.path(), {}, {}, examination_);
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(examination_.labels, std::vector<std::string>{"happy"});
  const auto* passed_over = test::find(examination_, "passed_over");
  ASSERT_NE(passed_over, nullptr);
  EXPECT_EQ(passed_over->severity, Severity::kNote);
  ASSERT_EQ(passed_over->evidence.size(), 1U);
  EXPECT_NE(passed_over->evidence[0].note.find("docs"), std::string::npos) << passed_over->evidence[0].note;
}

TEST_F(FaceDataRead, RowsOfAListThatCannotBeReadNameTheirLine) {
  put("a.png", picture(48, 48, 1));
  folder_.write("list.csv", "image,label\na.png,happy\n,sad\nabsent.png,sad\n");
  dataset::FaceDataOptions options;
  const auto faces = read_face_set(folder_ / "list.csv", options, {}, examination_);
  ASSERT_TRUE(faces) << faces.error().message;
  EXPECT_EQ(faces->size(), 1U);
  const auto* damaged = test::find(examination_, "damaged_items");
  ASSERT_NE(damaged, nullptr);
  EXPECT_EQ(damaged->number, 2);
  EXPECT_EQ(damaged->evidence.front().place.file, "list.csv");
  EXPECT_EQ(damaged->evidence.front().place.row, 3U);
  EXPECT_EQ(damaged->evidence.back().place.file, "list.csv");
  EXPECT_EQ(damaged->evidence.back().place.row, 4U);
  EXPECT_EQ(damaged->evidence.back().note, "absent.png: not_found");
  EXPECT_EQ(faces->view.place(0).file, "list.csv") << "not the number that rows without an id are given";
  EXPECT_EQ(faces->view.place(0).row, 2U);
  EXPECT_FALSE(read_face_set(folder_ / "none.csv", options, {}, examination_));
}

}  // namespace
}  // namespace emo::doctor
