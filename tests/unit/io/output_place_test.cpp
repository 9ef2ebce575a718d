#include "io/output_place.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(OutputPlace, AFolderThatIsThereTakesNewNames) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(check_place(folder.path("new")));
  EXPECT_TRUE(check_place(folder.path("new//")));
  EXPECT_TRUE(check_place("new"));
  EXPECT_EQ(folder.entries(), 0U);
}

TEST(OutputPlace, WhatStandsInTheWayIsNamedWithTheOutput) {
  const TemporaryDirectory folder;
  const std::string file = folder.write("file", "x");
  const auto absent = check_place(folder.path("no/such/b"));
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(absent.error().message, "cannot create '" + folder.path("no/such/b") + "': there is no folder '" +
                                        folder.path("no/such") + "'; make it first, or choose another");
  const auto in_file = check_place(file + "/b");
  ASSERT_FALSE(in_file);
  EXPECT_EQ(in_file.error().code, ErrorCode::kIo);
  EXPECT_EQ(in_file.error().message,
            "cannot create '" + file + "/b': '" + file + "' is a file, expected a folder; choose another");
  const auto below_file = check_place(file + "/a/b");
  ASSERT_FALSE(below_file);
  EXPECT_NE(below_file.error().message.find("Not a directory"), std::string::npos) << below_file.error().message;
}

TEST(OutputPlace, AFolderIsMadeWithThoseAboveItAndMayBeThere) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(make_folder(folder.path("a/b/c")));
  EXPECT_TRUE(std::filesystem::is_directory(folder.path("a/b/c")));
  EXPECT_TRUE(make_folder(folder.path("a/b/c")));
  EXPECT_TRUE(make_folder(folder.path("a/b/c/")));
}

TEST(OutputPlace, AskingForAFolderMakesNone) {
  const TemporaryDirectory folder;
  EXPECT_TRUE(check_folder(folder.path()));
  EXPECT_TRUE(check_folder(folder.path("a/b/c")));
  EXPECT_TRUE(check_folder("a/b"));
  EXPECT_EQ(folder.entries(), 0U);
}

TEST(OutputPlace, AFileInTheWayOfAFolderIsNamed) {
  const TemporaryDirectory folder;
  const std::string file = folder.write("file", "x");
  for (const std::string& out : {file, file + "/a", file + "/a/b"}) {
    const auto refused = make_folder(out);
    ASSERT_FALSE(refused);
    const auto asked = check_folder(out);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().message, refused.error().message);
    EXPECT_EQ(refused.error().code, ErrorCode::kIo);
    EXPECT_EQ(refused.error().message,
              "cannot make the folder '" + out + "': '" + file + "' is a file; choose another name, or remove it");
  }
  const auto refused = make_folder("/proc/no/such");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.rfind(
                "cannot make the folder '/proc/no/such': the folder '/proc' cannot be written to (", 0),
            0U)
      << refused.error().message;
}

TEST(OutputPlace, AFolderWithoutPermissionIsNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  const TemporaryDirectory folder;
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  const auto place = check_place(folder.path("b"));
  const auto new_folder = check_folder(folder.path("b/c"));
  ::chmod(folder.path().c_str(), 0755);
  for (const auto* refused : {&place, &new_folder}) {
    ASSERT_FALSE(*refused);
    EXPECT_EQ(refused->error().code, ErrorCode::kIo);
    EXPECT_NE(refused->error().message.find("cannot be written to (Permission denied)"), std::string::npos)
        << refused->error().message;
  }
}

}  // namespace
}  // namespace emo::io
