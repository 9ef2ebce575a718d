#include "io/file_lock.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <fstream>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(FileLock, IsOneDescriptorsUntilThatIsClosed) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_new_file(folder.path("file"), "x"));
  for (const std::string& path : {folder.path("file"), folder.path()}) {
    const Descriptor second(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    ASSERT_TRUE(second.is_open());
    {
      const Descriptor first(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
      EXPECT_TRUE(take_lock(first)) << path;
      EXPECT_TRUE(take_lock(first)) << "it has it already";
      EXPECT_FALSE(take_lock(second)) << path;
    }
    EXPECT_TRUE(take_lock(second)) << path;
  }
}

TEST(FileLock, WhatCannotBeLockedIsWrittenToAllTheSame) {
  EXPECT_TRUE(take_lock(Descriptor()));
}

}  // namespace
}  // namespace emo::io
