#include "core/extension.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(LowerExtension, IsThatOfTheFileAndOfNoFolder) {
  EXPECT_EQ(lower_extension("photos/A.JPG"), ".jpg");
  EXPECT_EQ(lower_extension("x.tar.WebP"), ".webp");
  EXPECT_EQ(lower_extension(".mp4"), ".mp4");
  EXPECT_EQ(lower_extension("photos.d/a"), "");
  EXPECT_EQ(lower_extension("a."), ".");
  EXPECT_EQ(lower_extension(""), "");
}

}  // namespace
}  // namespace emo::core
