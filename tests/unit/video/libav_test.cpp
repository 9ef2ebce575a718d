#include "video/libav.hpp"

#include <gtest/gtest.h>

#include <array>

namespace emo::video {
namespace {

int orientation_by(int a, int b, int c, int d) {
  const std::array<std::int32_t, 9> matrix = {a, b, 0, c, d, 0, 640 << 16, 360 << 16, 1 << 30};
  return orientation_of(matrix);
}

TEST(DisplayMatrix, HasTheNumberOfItsTurnAndMirroring) {
  constexpr int kOne = 1 << 16;
  EXPECT_EQ(orientation_by(kOne, 0, 0, kOne), 1);
  EXPECT_EQ(orientation_by(-kOne, 0, 0, kOne), 2);
  EXPECT_EQ(orientation_by(-kOne, 0, 0, -kOne), 3);
  EXPECT_EQ(orientation_by(kOne, 0, 0, -kOne), 4);
  EXPECT_EQ(orientation_by(0, kOne, kOne, 0), 5);
  EXPECT_EQ(orientation_by(0, kOne, -kOne, 0), 6);
  EXPECT_EQ(orientation_by(0, -kOne, -kOne, 0), 7);
  EXPECT_EQ(orientation_by(0, -kOne, kOne, 0), 8);
}

TEST(DisplayMatrix, ANearAngleCountsAndOneThatFlattensDoesNot) {
  EXPECT_EQ(orientation_by(9000, 65000, -65000, 9000), 6);
  EXPECT_EQ(orientation_by(-9000, -65000, -65000, 9000), 7);
  EXPECT_EQ(orientation_by(2 << 16, 0, 0, 1 << 14), 1) << "it only stretches";
  EXPECT_EQ(orientation_by(0, 0, 0, 0), 1);
  EXPECT_EQ(orientation_by(1 << 16, 1 << 16, 1 << 16, 1 << 16), 1);
}

bool full_range(AVPixelFormat format, AVColorRange range) {
  const Frame frame(av_frame_alloc());
  frame->format = format;
  frame->color_range = range;
  return is_full_range(*frame);
}

TEST(ColourRange, GreyThatDoesNotSayHasAllOfIt) {
  for (const auto grey : {AV_PIX_FMT_GRAY8, AV_PIX_FMT_YA8, AV_PIX_FMT_GRAY10LE, AV_PIX_FMT_GRAY12LE}) {
    EXPECT_TRUE(full_range(grey, AVCOL_RANGE_UNSPECIFIED)) << grey;
    EXPECT_TRUE(full_range(grey, AVCOL_RANGE_JPEG)) << grey;
    EXPECT_FALSE(full_range(grey, AVCOL_RANGE_MPEG)) << grey;
  }
  EXPECT_TRUE(full_range(AV_PIX_FMT_YUVJ420P, AVCOL_RANGE_UNSPECIFIED));
  EXPECT_TRUE(full_range(AV_PIX_FMT_YUV420P, AVCOL_RANGE_JPEG));
  EXPECT_FALSE(full_range(AV_PIX_FMT_YUV420P, AVCOL_RANGE_UNSPECIFIED));
}

}  // namespace
}  // namespace emo::video
