// Files compared by what they are, not by what they are called.
#include "io/file_identity.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

namespace fs = std::filesystem;

TEST(FileIdentity, OneFileUnderManyNames) {
  const TemporaryDirectory folder;
  const std::string file = folder.write("a.jpg", "x"), other = folder.write("b.jpg", "x");
  fs::create_directory(folder.path("d"));
  fs::create_symlink("a.jpg", folder.path("soft.jpg"));
  fs::create_hard_link(file, folder.path("hard.jpg"));
  for (const std::string& name : {file, folder.path("./a.jpg"), folder.path("d/../a.jpg"), folder.path("soft.jpg"),
                                  folder.path("hard.jpg"), fs::relative(file).string()}) {
    EXPECT_TRUE(same_file(name, file)) << name;
    expect_error(check_not_source(name, file), ErrorCode::kUsage, {"is the source itself"});
  }
  EXPECT_FALSE(same_file(file, other));
  EXPECT_TRUE(check_not_source(other, file));
  EXPECT_TRUE(check_not_source("", file));
  EXPECT_TRUE(same_file(folder.path("d"), folder.path("d/")));
}

TEST(FileIdentity, WhatIsNotThereYet) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(same_file(folder.path("new.mp4"), folder.path("./new.mp4")));
  EXPECT_FALSE(same_file(folder.path("new.mp4"), folder.path("newer.mp4")));
  EXPECT_FALSE(same_file(folder.path("new.mp4"), folder.write("old.mp4", "")));
  expect_error(check_apart(folder.path("new.mp4"), folder.path("./new.mp4")), ErrorCode::kUsage, {"one file for two"});
  EXPECT_TRUE(check_apart(folder.path("new.mp4"), ""));
}

TEST(FileIdentity, DevicesAndPipesAreNotHarmed) {
  const TemporaryDirectory folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  EXPECT_FALSE(same_file("/dev/null", "/dev/null"));
  EXPECT_FALSE(same_file(folder.path("pipe"), folder.path("pipe")));
}

TEST(LiesIn, FollowsLinksAndTakesNamesThatAreNotThere) {
  const TemporaryDirectory folder;
  std::filesystem::create_directories(folder.path("a/b"));
  std::filesystem::create_directory_symlink(folder.path("a"), folder.path("link"));
  EXPECT_TRUE(lies_in(folder.path("a/b/new.txt"), folder.path("a")));
  EXPECT_TRUE(lies_in(folder.path("a/new.txt"), folder.path("link")));
  EXPECT_FALSE(lies_in(folder.path("ab.txt"), folder.path("a"))) << "the name begins alike";
  EXPECT_FALSE(lies_in(folder.path("a/new.txt"), folder.path("none")));
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path("a"));
  EXPECT_TRUE(lies_in("new.txt", "."));
  EXPECT_TRUE(lies_in("b/../new.txt", folder.path("a")));
  EXPECT_FALSE(lies_in("../new.txt", "."));
  std::filesystem::current_path(before);
}

}  // namespace
}  // namespace emo::io
