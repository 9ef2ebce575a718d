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
  EXPECT_FALSE(is_image_name("a.txt"));
  EXPECT_FALSE(is_image_name("jpg"));
}

TEST(ImageFiles, AreListedInOrderThroughAllFolders) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "b");
  for (const char* name : {"z.png", "b/a.gif", "a.bmp", "b/readme.md"}) test::write_text(folder / name, "x");
  std::filesystem::create_directory_symlink(folder.path(), folder / "b/loop");
  const auto files = list_images(folder.path());
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, (std::vector<std::string>{folder / "a.bmp", folder / "b/a.gif", folder / "z.png"}));
  EXPECT_EQ(list_images(folder / "none").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace emo::dataset
