// Paths without the folders of a machine.
#include "core/without_folders.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(WithoutFolders, OfAnAbsolutePathTheLastPartStays) {
  EXPECT_EQ(without_folders("/home/me/runs/mine"), "mine");
  EXPECT_EQ(without_folders("/home/me/runs/mine/"), "mine");
  EXPECT_EQ(without_folders("/home/me/runs/../my data.jsonl"), "my data.jsonl");
}

TEST(WithoutFolders, EveryOtherTextStaysAsItIs) {
  for (const char* text : {"", "/", "joy", "runs/mine", "../data", "--out", "a/b c"}) {
    EXPECT_EQ(without_folders(text), text);
  }
}

TEST(WithoutFolders, AFolderIsCalledTheSameHoweverItsPathEnds) {
  for (const char* path : {"faces", "faces/", "data/faces//", "./faces/.", "/data/x/../faces/"}) {
    EXPECT_EQ(last_part(path), "faces") << path;
  }
  EXPECT_EQ(last_part("data/test.jsonl"), "test.jsonl");
  EXPECT_EQ(last_part("/"), "");
}

}  // namespace
}  // namespace emo::core
