// Thumbnails of files: small, found from two places, and left out when they are no pictures.
#include "report/pictures.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "vision/encode.hpp"

namespace emo::report {
namespace {

class Pictures : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = (std::filesystem::temp_directory_path() / "emo-report-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(folder_.data()), nullptr);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  static Mistake with_image(const std::string& image) {
    Mistake mistake;
    mistake.image = image;
    return mistake;
  }
  std::string folder_;
};

TEST_F(Pictures, AreFoundAsTheyAreAndFromTheFolder) {
  ASSERT_TRUE(vision::write_image_file(folder_ + "/a.png", vision::Image(300, 200, 3)));
  const auto found = thumbnails({with_image("a.png"), with_image(folder_ + "/a.png")}, folder_);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.at("a.png").rfind("data:image/jpeg;base64,", 0), 0U);
  EXPECT_EQ(found.at("a.png"), found.at(folder_ + "/a.png"));
  EXPECT_LT(found.at("a.png").size(), 4000U);
}

TEST_F(Pictures, WhatIsNoPictureIsLeftOut) {
  std::ofstream(folder_ + "/text.png") << "no picture";
  std::filesystem::create_directories(folder_ + "/folder.png");
  EXPECT_TRUE(
      thumbnails({with_image("text.png"), with_image("absent.png"), with_image("folder.png"), with_image("")}, folder_)
          .empty());
}

}  // namespace
}  // namespace emo::report
