// Frames of one shape and of another.
#include "video/frame_converter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace emo::video {
namespace {

constexpr AVRational kSquare{1, 1};

/// Grey, with a white rectangle in its middle.
Frame framed(int width, int height, int inner_width, int inner_height) {
  Frame frame(av_frame_alloc());
  frame->format = AV_PIX_FMT_RGB24;
  frame->width = width;
  frame->height = height;
  EXPECT_EQ(av_frame_get_buffer(frame.get(), 0), 0);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool inner = 2 * std::abs(x - width / 2) < inner_width && 2 * std::abs(y - height / 2) < inner_height;
      std::fill_n(frame->data[0] + static_cast<std::ptrdiff_t>(y) * frame->linesize[0] + std::ptrdiff_t{3} * x, 3,
                  inner ? 255 : 100);
    }
  }
  return frame;
}

/// How many pixels of the row or column through the middle `is` is true of.
template <class Is>
int across(const vision::Image& image, Is is) {
  int count = 0;
  for (int x = 0; x < image.width; ++x) count += is(image.at(x, image.height / 2)[1]);
  return count;
}
template <class Is>
int down(const vision::Image& image, Is is) {
  int count = 0;
  for (int y = 0; y < image.height; ++y) count += is(image.at(image.width / 2, y)[1]);
  return count;
}
bool is_white(int value) {
  return value > 180;
}
bool is_black(int value) {
  return value < 20;
}

TEST(FrameConverter, AnotherShapeIsFittedAndNotDistorted) {
  FrameConverter converter;
  converter.set_size(160, 120);
  vision::Image image;
  ASSERT_TRUE(converter.convert(*framed(160, 120, 60, 60), kSquare, image));
  EXPECT_EQ(across(image, is_black), 0);
  EXPECT_NEAR(across(image, is_white), 60, 2);

  ASSERT_TRUE(converter.convert(*framed(90, 160, 40, 40), kSquare, image));  // upright, 68 x 120 of them
  EXPECT_EQ(image.width, 160);
  EXPECT_NEAR(across(image, is_black), 160 - 68, 3);
  EXPECT_EQ(down(image, is_black), 0);
  EXPECT_NEAR(across(image, is_white), 30, 2);
  EXPECT_NEAR(down(image, is_white), 30, 2);
  EXPECT_TRUE(is_black(image.at(0, 60)[0]) && is_black(image.at(159, 60)[0])) << "in the middle";

  ASSERT_TRUE(converter.convert(*framed(320, 120, 80, 80), kSquare, image));  // wide, 160 x 60
  EXPECT_NEAR(down(image, is_black), 60, 3);
  EXPECT_NEAR(across(image, is_white), down(image, is_white), 2);

  ASSERT_TRUE(converter.convert(*framed(320, 240, 60, 60), kSquare, image)) << "larger, of the same shape";
  EXPECT_EQ(across(image, is_black) + down(image, is_black), 0) << "nothing stays of the bars";
}

TEST(FrameConverter, PixelsThatAreNotSquareAreMadeSo) {
  FrameConverter converter;
  converter.set_size(160, 120);
  vision::Image image;
  ASSERT_TRUE(converter.convert(*framed(80, 120, 30, 60), {2, 1}, image));
  EXPECT_EQ(across(image, is_black), 0);
  EXPECT_NEAR(across(image, is_white), 60, 3);
  ASSERT_TRUE(converter.convert(*framed(80, 120, 30, 30), kSquare, image));
  EXPECT_NEAR(across(image, is_black), 80, 3);
}

TEST(FrameConverter, OddSizesAreWhole) {
  FrameConverter converter;
  converter.set_size(101, 75);
  vision::Image image;
  ASSERT_TRUE(converter.convert(*framed(101, 75, 31, 31), kSquare, image));
  EXPECT_EQ(across(image, is_black) + down(image, is_black), 0);
  ASSERT_TRUE(converter.convert(*framed(203, 150, 61, 61), kSquare, image)) << "half a pixel is no other shape";
  EXPECT_EQ(across(image, is_black) + down(image, is_black), 0);
}

}  // namespace
}  // namespace emo::video
