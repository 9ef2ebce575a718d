// Camera pixels by hand, and devices that are none.
#include "vision/camera.hpp"

#include <gtest/gtest.h>

#include <cstdint>

#include "make_images.hpp"

namespace emo::vision {
namespace {

TEST(Camera, YuyvByHandAndMissingDevice) {
  const std::uint8_t pixels[] = {16, 128, 235, 128, 81, 90, 81, 240};
  Image expected(4, 1, 3);
  expected.pixels = {0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 0, 0};
  EXPECT_LE(test::largest_difference(yuyv_to_rgb(pixels, 4, 1, 8), expected), 2);
  EXPECT_EQ(open_camera("/dev/video-none", {}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(open_camera("/dev/null", {}).error().code, ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace emo::vision
