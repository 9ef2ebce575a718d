// Cameras: pixels by hand, devices that are none, and a camera that stands in for the hardware (fake_camera.hpp).
#include "vision/camera.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "fake_camera.hpp"
#include "make_images.hpp"
#include "temporary_folder.hpp"
#include "vision/encode.hpp"
#include "vision/video.hpp"

namespace emo::vision {
namespace {

using test::gradient;
using test::largest_difference;

constexpr const char* kDevice = "/dev/video77";
constexpr int kLittle = 3;  // grey levels of a codec and of BT.601 in whole numbers

/// As webcams send it: without the Huffman tables, which every decoder of motion JPEG knows.
std::string without_tables(const std::string& jpeg) {
  std::string out = jpeg.substr(0, 2);
  for (std::size_t at = 2; at + 4 <= jpeg.size();) {
    const auto kind = static_cast<std::uint8_t>(jpeg[at + 1]);
    const std::size_t size =
        2 + static_cast<std::uint8_t>(jpeg[at + 2]) * 256U + static_cast<std::uint8_t>(jpeg[at + 3]);
    if (kind == 0xDA) return out + jpeg.substr(at);
    if (kind != 0xC4) out += jpeg.substr(at, size);
    at += size;
  }
  return out;
}

class CameraDevice : public ::testing::Test {
 protected:
  void TearDown() override { emo::test::set_fake_camera(""); }

  /// The camera that `words` describe, with these bytes as its picture.
  Result<std::unique_ptr<VideoReader>> plug_in(const std::string& picture, const std::string& words,
                                               const VideoOptions& options = {}) {
    const std::string file = folder_ / "picture";
    emo::test::write_text(file, picture);
    emo::test::set_fake_camera("device=" + std::string(kDevice) + " picture=" + file + " log=" + log() + " " + words);
    return open_video("77", options);
  }
  [[nodiscard]] std::string log() const { return folder_ / "log"; }

 private:
  emo::test::TemporaryFolder folder_;
};

std::string jpeg_of(const Image& image) {
  const auto jpeg = encode_jpeg(image, 95);
  EXPECT_TRUE(jpeg);
  return jpeg ? *jpeg : std::string();
}

TEST(Camera, YuyvByHand) {
  const std::uint8_t pixels[] = {16, 128, 235, 128, 81, 90, 81, 240};
  Image expected(4, 1, 3);
  expected.pixels = {0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 0, 0};
  EXPECT_LE(largest_difference(yuyv_to_rgb(pixels, 4, 1, 8), expected), 2);
}

TEST(Camera, WhatIsNone) {
  EXPECT_EQ(open_camera("/dev/video-none", {}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(open_camera("/dev/null", {}).error().code, ErrorCode::kUnsupported);
}

TEST_F(CameraDevice, MotionJpegIsReadUntilItIsLeftAlone) {
  const Image picture = gradient(64, 48, 3);
  for (const bool tables : {true, false}) {
    const std::string jpeg = tables ? jpeg_of(picture) : without_tables(jpeg_of(picture));
    auto camera = plug_in(jpeg, "width=64 height=48");
    ASSERT_TRUE(camera) << camera.error().message;
    EXPECT_EQ((*camera)->info().codec, "mjpeg");
    EXPECT_EQ((*camera)->info().width, 64);
    EXPECT_EQ((*camera)->info().height, 48);
    double last = -1;
    VideoFrame frame;
    for (int i = 0; i < 10; ++i) {  // more than there are buffers: each comes back to the camera
      const auto more = (*camera)->next(frame);
      ASSERT_TRUE(more) << more.error().message;
      ASSERT_TRUE(*more);
      EXPECT_EQ(frame.index, i);
      EXPECT_GT(frame.seconds, last);
      last = frame.seconds;
      EXPECT_LE(largest_difference(frame.image, picture), 2 * kLittle) << (tables ? "with" : "without") << " tables";
    }
    EXPECT_LT(last, 5);
  }
  EXPECT_EQ(emo::test::read_text(log()), "start\nstop\nstart\nstop\n");
}

TEST_F(CameraDevice, ACameraWithoutMotionJpegGivesYuyv) {
  std::string picture;
  for (int i = 0; i < 64 * 48 / 2; ++i) picture += std::string("\x51\x5a\x51\xf0", 4);  // red
  auto camera = plug_in(picture, "formats=YUYV width=64 height=48");
  ASSERT_TRUE(camera) << camera.error().message;
  EXPECT_EQ((*camera)->info().codec, "yuyv");
  VideoFrame frame;
  ASSERT_TRUE((*camera)->next(frame));
  Image red(64, 48, 3);
  for (std::size_t i = 0; i < red.pixels.size(); i += 3) red.pixels[i] = 255;
  EXPECT_LE(largest_difference(frame.image, red), kLittle);
}

TEST_F(CameraDevice, GreyPicturesAreGivenInColour) {
  Image grey(64, 48, 1);
  for (std::size_t i = 0; i < grey.pixels.size(); ++i) grey.pixels[i] = static_cast<std::uint8_t>(i % 64 * 4);
  auto camera = plug_in(jpeg_of(grey), "width=64 height=48");
  ASSERT_TRUE(camera) << camera.error().message;
  VideoFrame frame;
  ASSERT_TRUE((*camera)->next(frame));
  ASSERT_EQ(frame.image.channels, 3);
  EXPECT_NEAR(frame.image.row(20)[3 * 30 + 1], 120, 2 * kLittle);
}

TEST_F(CameraDevice, DamagedAndCutFramesAreCountedAndPassedOver) {
  auto camera = plug_in(jpeg_of(gradient(64, 48, 3)), "width=64 height=48 damaged=2 cut=3 rate=500");
  ASSERT_TRUE(camera) << camera.error().message;
  VideoFrame frame;
  std::vector<std::int64_t> seen;
  for (int i = 0; i < 4; ++i) {
    const auto more = (*camera)->next(frame);
    ASSERT_TRUE(more) << more.error().message;
    seen.push_back(frame.index);
  }
  EXPECT_EQ(seen, (std::vector<std::int64_t>{0, 4, 6, 10}));
  EXPECT_EQ((*camera)->counts().frames, 11);
  EXPECT_EQ((*camera)->counts().broken, 7);
}

TEST_F(CameraDevice, OneThatGivesOnlyDamagedFramesIsAnError) {
  auto camera = plug_in(jpeg_of(gradient(64, 48, 3)), "width=64 height=48 cut=1 rate=1000");
  ASSERT_TRUE(camera) << camera.error().message;
  VideoFrame frame;
  const auto none = (*camera)->next(frame);
  ASSERT_FALSE(none);
  EXPECT_NE(none.error().message.find("150 damaged pictures in a row"), std::string::npos) << none.error().message;
  EXPECT_EQ((*camera)->counts().broken, 150);
}

TEST_F(CameraDevice, ARateKeepsThatManyFrames) {
  VideoOptions options;
  options.max_rate = 20;
  auto camera = plug_in(jpeg_of(gradient(32, 32, 3)), "width=32 height=32 rate=200", options);
  ASSERT_TRUE(camera) << camera.error().message;
  VideoFrame frame;
  for (int i = 0; i < 5; ++i) ASSERT_TRUE((*camera)->next(frame));
  EXPECT_GE(frame.seconds, 0.19);
  EXPECT_GT((*camera)->counts().frames, 5);
}

TEST_F(CameraDevice, OneThatIsUnpluggedIsAnError) {
  auto camera = plug_in(jpeg_of(gradient(64, 48, 3)), "width=64 height=48 unplugged=3");
  ASSERT_TRUE(camera) << camera.error().message;
  VideoFrame frame;
  for (int i = 0; i < 3; ++i) ASSERT_TRUE((*camera)->next(frame));
  const auto gone = (*camera)->next(frame);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::kIo);
  EXPECT_NE(gone.error().message.find(kDevice), std::string::npos) << gone.error().message;
  EXPECT_NE(gone.error().message.find("No such device"), std::string::npos) << gone.error().message;
}

TEST_F(CameraDevice, AskedToStopItEndsWithoutAFrame) {
  VideoOptions options;
  bool stop = false;
  options.stop = [&] { return stop; };
  auto camera = plug_in(jpeg_of(gradient(64, 48, 3)), "width=64 height=48", options);
  ASSERT_TRUE(camera) << camera.error().message;
  VideoFrame frame;
  auto more = (*camera)->next(frame);
  ASSERT_TRUE(more);
  EXPECT_TRUE(*more);
  stop = true;
  more = (*camera)->next(frame);
  ASSERT_TRUE(more);
  EXPECT_FALSE(*more);
}

TEST_F(CameraDevice, WhatCannotBeReadSaysWhy) {
  const std::string picture = jpeg_of(gradient(64, 48, 3));
  for (const auto& [words, code, reason] : {std::tuple{"busy=1", ErrorCode::kIo, "in use by another program"},
                                            {"streams=0", ErrorCode::kUnsupported, "next lower number"},
                                            {"captures=0", ErrorCode::kUnsupported, "next lower number"},
                                            {"formats=NV12", ErrorCode::kUnsupported, "neither MJPEG nor YUYV"},
                                            {"width=20000 height=20000", ErrorCode::kUnsupported, "MJPEG"}}) {
    const auto camera = plug_in(picture, words);
    ASSERT_FALSE(camera) << words;
    EXPECT_EQ(camera.error().code, code) << words;
    EXPECT_NE(camera.error().message.find(reason), std::string::npos) << camera.error().message;
    EXPECT_NE(camera.error().message.find(kDevice), std::string::npos) << camera.error().message;
  }
}

}  // namespace
}  // namespace emo::vision
