// A folder that the system refuses to read, to root as well.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <string>

namespace emo::test {

/// In `folder`, folders within folders, until the path of the last ones is longer than the system takes: they can be
/// made one from the other, but not read by their whole path. All are called "ddd…".
inline void make_folder_too_deep_to_read(const std::string& folder) {
  const std::string name(NAME_MAX, 'd');
  int inside = ::open(folder.c_str(), O_DIRECTORY | O_CLOEXEC);
  ASSERT_GE(inside, 0);
  for (int depth = 0; depth <= PATH_MAX / NAME_MAX; ++depth) {
    ASSERT_EQ(::mkdirat(inside, name.c_str(), 0700), 0);
    const int next = ::openat(inside, name.c_str(), O_DIRECTORY | O_CLOEXEC);
    ::close(inside);
    ASSERT_GE(next, 0);
    inside = next;
  }
  ::close(inside);
}

}  // namespace emo::test
