#include "video/reader.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "film_folder.hpp"
#include "vision/encode.hpp"

namespace emo::video {
namespace {

using test::frames_of;
using test::read;
using test::regular;

class VideoFileReader : public test::FilmFolder {};

TEST_F(VideoFileReader, VariableFrameRateKeepsItsTimes) {
  const std::vector<double> seconds = {0, 0.04, 0.05, 0.3, 0.301, 1.5, 4, 4.033};
  write("v.mp4", 32, 32, seconds);
  auto reader = open_reader(path("v.mp4"), {});
  ASSERT_TRUE(reader);
  const auto frames = read(**reader);
  ASSERT_EQ(frames.size(), seconds.size());
  for (std::size_t i = 0; i < seconds.size(); ++i) EXPECT_NEAR(frames[i].seconds, seconds[i], 0.001);
}

TEST_F(VideoFileReader, FewerFramesOnRequest) {
  write("f.mp4", 32, 32, regular(30, 30));
  vision::VideoOptions slow;
  slow.max_rate = 10;
  auto reader = open_reader(path("f.mp4"), slow);
  ASSERT_TRUE(reader);
  const auto frames = read(**reader);
  ASSERT_EQ(frames.size(), 10U);
  EXPECT_EQ(frames[1].index, 3);
  EXPECT_EQ((*reader)->counts().frames, 30);
}

TEST_F(VideoFileReader, CutAndDamagedFilesGiveWhatTheyHave) {
  write("w.mkv", 64, 48, regular(60, 25), true);
  std::string whole = bytes("w.mkv");
  std::ofstream(path("cut.mkv"), std::ios::binary) << whole.substr(0, whole.size() / 2);
  auto cut = open_reader(path("cut.mkv"), {});
  ASSERT_TRUE(cut) << cut.error().message;
  const auto frames = read(**cut);
  EXPECT_GT(frames.size(), 5U);
  EXPECT_LT(frames.size(), 60U);
  EXPECT_TRUE((*cut)->counts().cut_short);

  for (std::size_t i = whole.size() / 2; i < whole.size() / 2 + 200; ++i) whole[i] = static_cast<char>(i * 37);
  std::ofstream(path("bad.mkv"), std::ios::binary) << whole;
  auto bad = open_reader(path("bad.mkv"), {});
  ASSERT_TRUE(bad) << bad.error().message;
  EXPECT_GT(read(**bad).size(), 5U);
}

// Matroska jumps over damage between packets and only complains.
TEST_F(VideoFileReader, DamageIsCountedForTheFileThatHasIt) {
  write("w.mkv", 64, 48, regular(400, 25));
  std::string damaged = bytes("w.mkv");
  std::mt19937 random(7);
  for (std::size_t i = 0; i < damaged.size() / 6; ++i) {
    damaged[damaged.size() / 3 + i] = static_cast<char>(random() >> 24U);
  }
  std::ofstream(path("bad.mkv"), std::ios::binary) << damaged;
  auto sound = open_reader(path("w.mkv"), {}), bad = open_reader(path("bad.mkv"), {});
  ASSERT_TRUE(sound && bad);
  vision::VideoFrame frame;
  std::size_t frames = 0;
  while (*(*sound)->next(frame)) {
    ++frames;
    (void)(*bad)->next(frame);
  }
  EXPECT_EQ(frames, 400U);
  EXPECT_EQ((*sound)->counts().broken, 0);
  EXPECT_GT((*bad)->counts().broken, 0);
}

TEST_F(VideoFileReader, EveryPrefixIsAnErrorOrAVideo) {
  write("p.mp4", 32, 32, regular(10, 25), true);
  const std::string whole = bytes("p.mp4");
  for (std::size_t part = 0; part < 16; ++part) {
    std::ofstream(path("prefix.mp4"), std::ios::binary) << whole.substr(0, whole.size() * part / 16);
    auto reader = open_reader(path("prefix.mp4"), {});
    if (reader) {
      read(**reader);
    } else {
      EXPECT_NE(reader.error().message.find("prefix.mp4"), std::string::npos) << reader.error().message;
    }
  }
}

// libswscale writes whole blocks of pixels. Where a row ends within one and nobody takes care, it writes over what lies
// behind the picture, and free() ends the program.
TEST_F(VideoFileReader, EveryWidthHasItsLastPixels) {
  for (int width = 2; width < 150; width += width < 70 ? 2 : 14) {
    const std::string name = std::to_string(width) + ".mkv";
    write(name, width, 6, {0, 0.1, 0.2, 0.3});
    auto reader = open_reader(path(name), {});
    ASSERT_TRUE(reader) << reader.error().message;
    const auto frames = read(**reader);
    ASSERT_EQ(frames.size(), 4U) << width;
    for (std::size_t i = 0; i < frames.size(); ++i) {
      for (int y = 0; y < 6; ++y) EXPECT_NEAR(frames[i].image.at(width - 1, y)[0], 8 * static_cast<int>(i), 6) << width;
    }
  }
}

TEST_F(VideoFileReader, WhatIsNoVideo) {
  std::ofstream(path("text.mp4")) << "Hello";
  const auto text = open_reader(path("text.mp4"), {});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(text.error().message.find("not a video"), std::string::npos) << text.error().message;
  ASSERT_TRUE(vision::write_image_file(path("photo.png"), vision::Image(16, 16, 3)));
  EXPECT_FALSE(open_reader(path("photo.png"), {}));
  // A playlist must not make us open other files.
  std::ofstream(path("list.m3u8")) << "#EXTM3U\n#EXTINF:1,\np.ts\n#EXT-X-ENDLIST\n";
  EXPECT_FALSE(open_reader(path("list.m3u8"), {}));
}

}  // namespace
}  // namespace emo::video
