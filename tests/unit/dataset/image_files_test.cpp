#include "dataset/image_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

TEST(ImageFiles, AreKnownByTheirExtension) {
  EXPECT_TRUE(is_image_name("a.jpg"));
  EXPECT_TRUE(is_image_name("A.JPEG"));
  EXPECT_TRUE(is_image_name("x.tar.webp"));
  EXPECT_TRUE(is_image_name("saved by a browser.jfif"));
  EXPECT_TRUE(is_image_name("A.JPE"));
  EXPECT_FALSE(is_image_name("a.txt"));
  EXPECT_FALSE(is_image_name("jpg"));
}

TEST(ImageFiles, AreListedInOrderThroughAllFolders) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "b");
  for (const char* name : {"z.png", "b/a.gif", "a.bmp", "b/readme.md", "b/k.tif"}) test::write_text(folder / name, "x");
  const auto files = list_images(folder.path());
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(files->files, (std::vector<std::string>{folder / "a.bmp", folder / "b/a.gif", folder / "z.png"}));
  EXPECT_EQ(files->others, 2U);
  EXPECT_EQ(files->first_other, folder / "b/k.tif");
  EXPECT_EQ(no_images_in_words(files->others, "k.tif"),
            "2 files of other kinds, the first: k.tif; expected " + std::string(kImageEndings));
  EXPECT_EQ(no_images_in_words(1, "k.tif").substr(0, 22), "1 file of another kind");
  EXPECT_EQ(list_images(folder / "none").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace emo::dataset
