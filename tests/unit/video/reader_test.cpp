#include "video/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>

#include "film_folder.hpp"
#include "video/writer.hpp"
#include "vision/encode.hpp"

namespace emo::video {
namespace {

using test::frames_of;
using test::read;
using test::regular;

class VideoFileReader : public test::FilmFolder {
 protected:
  std::pair<int, bool> frames_and_whether_cut(const std::string& name) const {
    auto reader = open_reader(path(name), {});
    EXPECT_TRUE(reader) << reader.error().message;
    if (!reader) return {};
    const auto frames = read(**reader);
    return {static_cast<int>(frames.size()), (*reader)->counts().cut_short};
  }
};

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

// What is not damaged itself, but built on it, is no picture of the film.
TEST_F(VideoFileReader, DamageCostsTheFramesUpToTheNextKeyFrame) {
  write("w.mkv", 64, 48, regular(400, 25), true);
  std::string damaged = bytes("w.mkv");
  std::mt19937 random(7);
  for (std::size_t i = 0; i < 300; ++i) damaged[damaged.size() / 2 + i] = static_cast<char>(random() >> 24U);
  std::ofstream(path("bad.mkv"), std::ios::binary) << damaged;
  auto reader = open_reader(path("bad.mkv"), {});
  ASSERT_TRUE(reader) << reader.error().message;
  std::vector<double> times;
  for (const auto& frame : read(**reader)) times.push_back(frame.seconds);
  EXPECT_GT((*reader)->counts().broken, 0);
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < times.size(); ++i) {
    if (times[i] - times[i - 1] < 0.06) continue;
    ++gaps;
    EXPECT_GT(times[i] - times[i - 1], 0.5) << "from " << times[i - 1] << " to the next key frame";
  }
  EXPECT_EQ(gaps, 1U);
}

TEST_F(VideoFileReader, FramesOfAnotherShapeKeepTheirs) {
  write("wide.mkv", 64, 48, regular(20, 25));
  write("tall.mkv", 48, 64, regular(20, 25));
  remake("wide.mkv", "wide.ts", {});
  remake("tall.mkv", "tall.ts", {});
  std::ofstream(path("both.ts"), std::ios::binary) << bytes("wide.ts") << bytes("tall.ts");
  auto reader = open_reader(path("both.ts"), {});
  ASSERT_TRUE(reader) << reader.error().message;
  const bool tall = (*reader)->info().height > (*reader)->info().width;
  const auto frames = read(**reader);
  ASSERT_GT(frames.size(), 36U);
  const auto corner_is_black = [](const vision::VideoFrame& frame) { return frame.image.at(1, 1)[0] < 10; };
  const auto& of_the_size = tall ? frames.back() : frames[15];
  const auto& other = tall ? frames[15] : frames.back();
  EXPECT_FALSE(corner_is_black(of_the_size));
  EXPECT_TRUE(corner_is_black(other)) << "a bar beside or above it";
  EXPECT_GT(other.image.at(other.image.width / 2, other.image.height / 2)[0], 60);
}

// With sound beside them, the length of the whole may be the sound's.
TEST_F(VideoFileReader, ACutFilmWithSoundIsTold) {
  write("v.mkv", 64, 48, regular(75, 25), true);
  remake("v.mkv", "sound.mkv", {.sound = 4});
  EXPECT_EQ(frames_and_whether_cut("sound.mkv"), (std::pair{75, false}));
  cut("sound.mkv", "cut.mkv", 0.5);
  const auto [frames, is_cut] = frames_and_whether_cut("cut.mkv");
  EXPECT_GT(frames, 20);
  EXPECT_LT(frames, 60);
  EXPECT_TRUE(is_cut);
}

TEST_F(VideoFileReader, ACutIsToldInContainersWhoseLengthShrinksWithIt) {
  write("v.mkv", 64, 48, regular(75, 25), true);
  remake("v.mkv", "whole.mp4", {.fragmented = true});
  remake("v.mkv", "whole.ts", {});
  remake("whole.ts", "whole.avi", {});
  for (const std::string ending : {".mp4", ".ts", ".avi"}) {
    EXPECT_EQ(frames_and_whether_cut("whole" + ending), (std::pair{75, false})) << ending;
    cut("whole" + ending, "cut" + ending, 0.55);
    const auto [frames, is_cut] = frames_and_whether_cut("cut" + ending);
    EXPECT_GT(frames, 20) << ending;
    EXPECT_LT(frames, 60) << ending;
    EXPECT_TRUE(is_cut) << ending;
  }
}

TEST_F(VideoFileReader, AGifIsWholeWithItsTrailer) {
  const std::string colours("\0\0\0\xff\xff\xff", 6);
  const std::string picture("\x21\xf9\4\0\x0a\0\0\0\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0", 23);
  const std::string film = std::string("GIF89a\1\0\1\0\x80\0\0", 13) + colours + picture + picture + picture;
  const std::string comment("\x21\xfe\2hi\0", 6);
  for (const auto& [content, is_cut] : {std::pair{film + ";", false},
                                        {film + comment + ";", false},
                                        {film + ";and more", false},
                                        {film, true},
                                        {film + picture.substr(0, 20), true},
                                        {film + comment, true}}) {
    std::ofstream(path("a.gif"), std::ios::binary) << content;
    const auto [frames, told] = frames_and_whether_cut("a.gif");
    EXPECT_GE(frames, 3) << content.size();
    EXPECT_EQ(told, is_cut) << content.size() << " bytes";
  }
}

TEST_F(VideoFileReader, AGifWithoutItsBeginningIsSaidToBeDamaged) {
  std::ofstream(path("cut.gif"), std::ios::binary) << "GIF89a";
  const auto reader = open_reader(path("cut.gif"), {});
  ASSERT_FALSE(reader);
  EXPECT_NE(reader.error().message.find("a GIF whose beginning is damaged"), std::string::npos)
      << reader.error().message;
}

TEST_F(VideoFileReader, EveryPictureIsReadInTheSameColours) {
  std::mt19937 random(5);
  std::string picture = "FRAME\n";
  for (int i = 0; i < 3 * 32 * 32; ++i) picture += static_cast<char>(random() >> 24U);
  // Neither the sampling nor the range is what libswscale begins with.
  std::ofstream(path("full.y4m"), std::ios::binary)
      << "YUV4MPEG2 W32 H32 F25:1 Ip A1:1 C444 XCOLORRANGE=FULL\n" + picture + picture + picture;
  auto reader = open_reader(path("full.y4m"), {});
  ASSERT_TRUE(reader) << reader.error().message;
  const auto frames = read(**reader);
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_EQ(frames[1].image.pixels, frames[0].image.pixels);
  EXPECT_EQ(frames[2].image.pixels, frames[0].image.pixels);
}

TEST_F(VideoFileReader, TimesCountFromTheStartOfTheFilmAndNotOfItsPictures) {
  write("v.mkv", 64, 48, regular(50, 25));
  for (const char* name : {"late.mkv", "late.mov"}) {
    remake("v.mkv", name, {.pictures_from = 3, .sound = 6});
    vision::VideoOptions slow;
    slow.max_rate = 5;
    auto reader = open_reader(path(name), slow);
    ASSERT_TRUE(reader) << reader.error().message;
    EXPECT_NEAR((*reader)->info().seconds, 5, 0.05) << name;
    const auto frames = read(**reader);
    ASSERT_EQ(frames.size(), 10U) << name;
    for (std::size_t i = 0; i < frames.size(); ++i) {
      EXPECT_NEAR(frames[i].seconds, 3 + static_cast<double>(i) / 5, 0.002) << name;
    }
    EXPECT_FALSE((*reader)->counts().cut_short) << name;
  }
}

TEST_F(VideoFileReader, TurnedAndMirroredFilmsAreShownAsPlayersDo) {
  // A corner of each grey, in a picture that is not square.
  const int width = 64, height = 32;
  auto writer = create_writer(path("v.mkv"), frames_of(width, height));
  ASSERT_TRUE(writer);
  vision::Image image(width, height, 3);
  const auto corner = [](int right, int below) { return 40 + 120 * below + 60 * right; };
  for (int y = 0; y < height; ++y) {
    std::uint8_t* row = image.row(y);
    for (int x = 0; x < width; ++x) {
      std::fill_n(row + 3 * x, 3, static_cast<std::uint8_t>(corner(x >= width / 2, y >= height / 2)));
    }
  }
  for (int i = 0; i < 3; ++i) ASSERT_TRUE((*writer)->write(image, i / 10.0));
  ASSERT_TRUE((*writer)->finish());
  constexpr int kOne = 1 << 16;
  for (const auto& [a, b, c, d] : std::vector<std::array<int, 4>>{{1, 0, 0, 1},
                                                                  {-1, 0, 0, 1},
                                                                  {-1, 0, 0, -1},
                                                                  {1, 0, 0, -1},
                                                                  {0, 1, 1, 0},
                                                                  {0, 1, -1, 0},
                                                                  {0, -1, -1, 0},
                                                                  {0, -1, 1, 0}}) {
    remake("v.mkv", "turned.mov", {.matrix = {a * kOne, b * kOne, 0, c * kOne, d * kOne, 0, 0, 0, 1 << 30}});
    auto reader = open_reader(path("turned.mov"), {});
    ASSERT_TRUE(reader) << reader.error().message;
    const int shown_width = a != 0 ? width : height, shown_height = a != 0 ? height : width;
    EXPECT_EQ((*reader)->info().width, shown_width);
    EXPECT_EQ((*reader)->info().height, shown_height);
    const auto frames = read(**reader);
    ASSERT_FALSE(frames.empty());
    for (const int p : {-1, 1}) {
      for (const int q : {-1, 1}) {  // the corner right and below of the middle, or not
        const int right = a * p + c * q, below = b * p + d * q;
        const int x = shown_width * (2 + right) / 4, y = shown_height * (2 + below) / 4;
        EXPECT_NEAR(frames[0].image.at(x, y)[0], corner(p > 0, q > 0), 8) << a << b << c << d << " " << p << q;
      }
    }
  }
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

// Matroska that ends within a picture says so to nobody but the log.
TEST_F(VideoFileReader, AMatroskaThatLacksPartOfItsLastPictureIsTold) {
  write("w.mkv", 64, 48, regular(20, 10), true);
  cut("w.mkv", "c.mkv", 0.97);
  auto whole = open_reader(path("w.mkv"), {});
  auto lacking = open_reader(path("c.mkv"), {});
  ASSERT_TRUE(whole && lacking);
  EXPECT_EQ(read(**whole).size(), 20U);
  EXPECT_GE(read(**lacking).size(), 15U) << "less is missing than lengths tell";
  EXPECT_FALSE((*whole)->counts().cut_short);
  EXPECT_TRUE((*lacking)->counts().cut_short);
}

TEST_F(VideoFileReader, WhatCannotBeOpenedIsCalledByItsName) {
  const auto message = [&](const std::string& name, const std::string& content) {
    std::ofstream(path(name), std::ios::binary) << content;
    const auto reader = open_reader(path(name), {});
    return reader ? std::string() : reader.error().message;
  };
  write("w.mp4", 64, 48, regular(3, 10));
  const std::string film = bytes("w.mp4");
  EXPECT_NE(message("cut.mp4", film.substr(0, film.find("moov"))).find("its index (moov) is missing"),
            std::string::npos);
  EXPECT_NE(message("a.mp4", "\xFF\xD8\xFF\xE0 a photograph").find("it is JPEG"), std::string::npos);
  EXPECT_NE(message("empty.mp4", "").find("it is empty"), std::string::npos);
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
