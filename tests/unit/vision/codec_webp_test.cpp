// Still and animated WebP, written by its own library and read back.
#include <gtest/gtest.h>

#include "decoded_picture.hpp"
#include "make_images.hpp"

namespace emo::vision {
namespace {

using test::decoded;
using test::pixels;

TEST(Webp, StillAndAnimated) {
  EXPECT_EQ(decoded(test::lossless_webp(2, 1, {1, 2, 3, 255, 4, 5, 6, 255})), pixels(2, 1, 3, {1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(decoded(test::lossless_webp(2, 1, {0, 0, 0, 51, 4, 5, 6, 255})), pixels(2, 1, 3, {204, 204, 204, 4, 5, 6}));
  const Image first = decoded(test::animated_webp());
  ASSERT_EQ(first.width, 8);
  ASSERT_EQ(first.height, 6);
  EXPECT_EQ(first.at(1, 4)[0], 255);
  EXPECT_EQ(first.at(2, 4)[0], 200);
  EXPECT_EQ(first.at(5, 5)[1], 10);
  EXPECT_EQ(first.at(6, 5)[1], 255);
}

}  // namespace
}  // namespace emo::vision
