#include "vision/video.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "make_images.hpp"
#include "vision/encode.hpp"

namespace emo::vision {
namespace {

class Video : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("emo-video-" + std::to_string(::getpid()) + "-" +
                                                  ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    if (const auto probe = create_video(path("probe.mp4"), options(64, 48)); !probe) {
      ASSERT_EQ(probe.error().code, ErrorCode::kUnsupported) << probe.error().message;
      GTEST_SKIP() << probe.error().message;
    }
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

  static VideoWriterOptions options(int width, int height) {
    VideoWriterOptions options;
    options.width = width;
    options.height = height;
    return options;
  }

  // Frame i is grey 8 i, at `seconds[i]`; or noise, so that no frame is a few bytes.
  static void write(const std::string& file, int width, int height, const std::vector<double>& seconds,
                    bool noise = false) {
    std::mt19937 random(5);
    auto writer = create_video(file, options(width, height));
    ASSERT_TRUE(writer) << writer.error().message;
    for (std::size_t i = 0; i < seconds.size(); ++i) {
      Image image(width, height, 3);
      std::fill(image.pixels.begin(), image.pixels.end(), static_cast<std::uint8_t>(8 * i));
      for (std::size_t k = 0; noise && k < image.pixels.size(); ++k) {
        image.pixels[k] = static_cast<std::uint8_t>(random());
      }
      const auto written = (*writer)->write(image, seconds[i]);
      ASSERT_TRUE(written) << written.error().message;
    }
    const auto finished = (*writer)->finish();
    ASSERT_TRUE(finished) << finished.error().message;
  }

  static std::vector<VideoFrame> read(VideoReader& reader) {
    std::vector<VideoFrame> frames;
    VideoFrame frame;
    for (;;) {
      const auto more = reader.next(frame);
      EXPECT_TRUE(more);
      if (!more || !*more) return frames;
      frames.push_back(frame);
    }
  }

  std::filesystem::path folder_;
};

std::vector<double> regular(int frames, double rate) {
  std::vector<double> seconds;
  for (int i = 0; i < frames; ++i) seconds.push_back(i / rate);
  return seconds;
}

TEST_F(Video, RoundTripInEachContainer) {
  for (const char* name : {"a.mp4", "a.mkv", "a.mov"}) {
    const std::string file = path(name);
    write(file, 64, 48, regular(30, 25));
    auto reader = open_video(file);
    ASSERT_TRUE(reader) << reader.error().message;
    EXPECT_EQ((*reader)->info().width, 64);
    EXPECT_EQ((*reader)->info().height, 48);
    const auto frames = read(**reader);
    ASSERT_EQ(frames.size(), 30U) << name;
    for (std::size_t i = 0; i < frames.size(); ++i) {
      EXPECT_NEAR(frames[i].seconds, static_cast<double>(i) / 25, 0.002) << name << " " << i;
      EXPECT_EQ(frames[i].index, static_cast<std::int64_t>(i));
      EXPECT_NEAR(frames[i].image.at(32, 24)[1], 8 * static_cast<int>(i), 6) << name << " " << i;
    }
    EXPECT_EQ((*reader)->counts().broken, 0) << name;
    EXPECT_FALSE((*reader)->counts().cut_short) << name;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    EXPECT_EQ(entry.path().string().find(".tmp-"), std::string::npos) << "left behind";
  }
}

TEST_F(Video, VariableFrameRateKeepsItsTimes) {
  const std::vector<double> seconds = {0, 0.04, 0.05, 0.3, 0.301, 1.5, 4, 4.033};
  write(path("v.mp4"), 32, 32, seconds);
  auto reader = open_video(path("v.mp4"));
  ASSERT_TRUE(reader);
  const auto frames = read(**reader);
  ASSERT_EQ(frames.size(), seconds.size());
  for (std::size_t i = 0; i < seconds.size(); ++i) EXPECT_NEAR(frames[i].seconds, seconds[i], 0.001);
}

TEST_F(Video, FewerFramesOnRequest) {
  write(path("f.mp4"), 32, 32, regular(30, 30));
  VideoOptions slow;
  slow.max_rate = 10;
  auto reader = open_video(path("f.mp4"), slow);
  ASSERT_TRUE(reader);
  const auto frames = read(**reader);
  ASSERT_EQ(frames.size(), 10U);
  EXPECT_EQ(frames[1].index, 3);
  EXPECT_EQ((*reader)->counts().frames, 30);
}

TEST_F(Video, OddSizesLoseTheLastLine) {
  write(path("o.mp4"), 33, 47, regular(3, 10));
  auto reader = open_video(path("o.mp4"));
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->info().width, 32);
  EXPECT_EQ((*reader)->info().height, 46);
}

TEST_F(Video, CutAndDamagedFilesGiveWhatTheyHave) {
  write(path("w.mkv"), 64, 48, regular(60, 25), true);
  std::ifstream in(path("w.mkv"), std::ios::binary);
  std::string whole{std::istreambuf_iterator<char>(in), {}};
  std::ofstream(path("cut.mkv"), std::ios::binary) << whole.substr(0, whole.size() / 2);
  auto cut = open_video(path("cut.mkv"));
  ASSERT_TRUE(cut) << cut.error().message;
  const auto frames = read(**cut);
  EXPECT_GT(frames.size(), 5U);
  EXPECT_LT(frames.size(), 60U);
  EXPECT_TRUE((*cut)->counts().cut_short);

  for (std::size_t i = whole.size() / 2; i < whole.size() / 2 + 200; ++i) whole[i] = static_cast<char>(i * 37);
  std::ofstream(path("bad.mkv"), std::ios::binary) << whole;
  auto bad = open_video(path("bad.mkv"));
  ASSERT_TRUE(bad) << bad.error().message;
  EXPECT_GT(read(**bad).size(), 5U);
}

TEST_F(Video, EveryPrefixIsAnErrorOrAVideo) {
  write(path("p.mp4"), 32, 32, regular(10, 25), true);
  std::ifstream in(path("p.mp4"), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t part = 0; part < 16; ++part) {
    std::ofstream(path("prefix.mp4"), std::ios::binary) << whole.substr(0, whole.size() * part / 16);
    auto reader = open_video(path("prefix.mp4"));
    if (reader) {
      read(**reader);
    } else {
      EXPECT_NE(reader.error().message.find("prefix.mp4"), std::string::npos) << reader.error().message;
    }
  }
}

TEST_F(Video, WhatIsNoVideo) {
  std::ofstream(path("text.mp4")) << "Hello";
  const auto text = open_video(path("text.mp4"));
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(text.error().message.find("not a video"), std::string::npos) << text.error().message;
  ASSERT_TRUE(write_image_file(path("photo.png"), test::gradient(16, 16, 3)));
  EXPECT_FALSE(open_video(path("photo.png")));
  // A playlist must not make us open other files.
  std::ofstream(path("list.m3u8")) << "#EXTM3U\n#EXTINF:1,\np.ts\n#EXT-X-ENDLIST\n";
  EXPECT_FALSE(open_video(path("list.m3u8")));
  EXPECT_EQ(open_video(path("none.mp4")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(open_video("99").error().code, ErrorCode::kNotFound) << "camera 99";
}

TEST_F(Video, LimitsAndNames) {
  write(path("größe:1.mp4"), 64, 48, regular(3, 10));
  EXPECT_TRUE(open_video(path("größe:1.mp4")));
  VideoOptions small;
  small.max_pixels = 64 * 48 - 1;
  EXPECT_EQ(open_video(path("größe:1.mp4"), small).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(create_video(path("a.txt"), options(64, 48)).error().code, ErrorCode::kUsage);
  EXPECT_EQ(create_video(path("a.mp4"), options(1, 48)).error().code, ErrorCode::kUsage);
}

TEST_F(Video, NothingIsLeftOfAWriterThatDidNotFinish) {
  {
    auto writer = create_video(path("u.mp4"), options(32, 32));
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->write(Image(32, 32, 3), 0));
    EXPECT_FALSE((*writer)->write(Image(16, 16, 3), 1)) << "another size";
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

}  // namespace
}  // namespace emo::vision
