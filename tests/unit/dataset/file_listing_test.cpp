#include "dataset/file_listing.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "deep_folder.hpp"
#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

bool is_png(std::string_view name) {
  return name.ends_with(".png");
}

TEST(FileListing, LinksToFoldersAreFollowedOnceAndNotInCircles) {
  const test::TemporaryFolder folder, elsewhere;
  std::filesystem::create_directories(folder / "b");
  test::write_text(folder / "b/a.png", "x");
  test::write_text(elsewhere / "c.png", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder / "b/loop");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder / "link");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder / "link2");
  std::filesystem::create_directory_symlink(folder / "b", folder / "a");
  std::filesystem::create_directory_symlink(folder.path(), elsewhere / "back");
  const auto files = list_files(folder.path(), is_png);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(files->files, (std::vector<std::string>{folder / "b/a.png", folder / "link/c.png"}));
}

TEST(FileListing, AFolderInsideThatCannotBeReadIsNamed) {
  const test::TemporaryFolder folder;
  test::write_text(folder / "a.png", "x");
  test::make_folder_too_deep_to_read(folder.path());
  const auto files = list_files(folder.path(), is_png);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(files->files, std::vector<std::string>{folder / "a.png"});
  ASSERT_EQ(files->unreadable.size(), 1U);
  EXPECT_EQ(files->unreadable[0].find(folder / "ddd"), 0U) << files->unreadable[0];
  EXPECT_TRUE(files->unreadable[0].ends_with(": cannot be read: File name too long")) << files->unreadable[0];
}

TEST(FileListing, WhatProgramsHideIsNeitherWantedNorOther) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "a/.ipynb_checkpoints");
  std::filesystem::create_directories(folder / "__MACOSX");
  for (const char* name :
       {"a/b.png", "a/._b.png", "a/.ipynb_checkpoints/b.png", "__MACOSX/b.png", ".DS_Store", "Thumbs.db"}) {
    test::write_text(folder / name, "x");
  }
  const auto files = list_files(folder.path(), is_png);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(files->files, std::vector<std::string>{folder / "a/b.png"});
  EXPECT_EQ(files->others, 0U);
}

}  // namespace
}  // namespace emo::dataset
