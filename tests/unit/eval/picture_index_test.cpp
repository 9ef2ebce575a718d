#include "eval/picture_index.hpp"

#include <gtest/gtest.h>

namespace emo::eval {
namespace {

using Places = std::vector<std::size_t>;

class PictureIndexTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.add("set/test/happy/1.png", 0);
    index_.add("set/test/sad/1.png", 1);
    index_.add("set/test/sad/2.png", 2);
  }
  PictureIndex index_;
};

TEST_F(PictureIndexTest, ThePathMayBeginAnywhere) {
  for (const char* path : {"set/test/sad/1.png", "./set/test/x/../sad/1.png", "sad/1.png",
                           "/home/me/set/test/sad/1.png", "set\\test\\sad\\1.png"}) {
    EXPECT_EQ(index_.find(path), Places{1}) << path;
  }
  EXPECT_EQ(index_.find("2.png"), Places{2});
}

TEST_F(PictureIndexTest, ANameOfSeveralMeansThemAll) {
  EXPECT_EQ(index_.find("1.png"), (Places{0, 1}));
  index_.add("sad/1.png", 3);
  EXPECT_EQ(index_.find("test/sad/1.png"), (Places{1, 3})) << "either may be meant";
  EXPECT_EQ(index_.find("sad/1.png"), Places{3}) << "the one that is called just so";
}

TEST_F(PictureIndexTest, OtherFoldersAreOtherPictures) {
  for (const char* path : {"set/train/sad/1.png", "train/sad/1.png", "3.png", "d/1.png", "", "sad/1.jpg"}) {
    EXPECT_EQ(index_.find(path), Places{}) << path;
  }
}

TEST(HaveSameStem, FoldersAndExtensionsDoNotMatter) {
  EXPECT_TRUE(have_same_stem("a/b.png", "c\\b.jpg"));
  EXPECT_FALSE(have_same_stem("a/b.png", "a/c.png"));
}

}  // namespace
}  // namespace emo::eval
