#include "video/writer.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/extension.hpp"
#include "film_folder.hpp"
#include "video/libav.hpp"
#include "video/reader.hpp"

namespace emo::video {
namespace {

using test::frames_of;
using test::read;
using test::regular;

class VideoFileWriter : public test::FilmFolder {};

TEST_F(VideoFileWriter, RoundTripInEachContainer) {
  for (const char* name : {"a.mp4", "a.mkv", "a.mov"}) {
    write(name, 64, 48, regular(30, 25));
    auto reader = open_reader(path(name), {});
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

TEST_F(VideoFileWriter, TheEndingMayBeInCapitals) {
  write("A.MP4", 64, 48, regular(3, 10));
  write("a.MkV", 64, 48, regular(3, 10));
  EXPECT_EQ(bytes("A.MP4").substr(4, 4), "ftyp");
  EXPECT_EQ(bytes("a.MkV").substr(0, 4), "\x1a\x45\xdf\xa3");
}

// A film whose pictures begin after its sound.
TEST_F(VideoFileWriter, ALateFirstPictureIsLateAndCopiedNoMoreOften) {
  for (const char* name : {"late.mp4", "late.mkv"}) {
    std::vector<double> seconds = regular(20, 25);
    for (double& time : seconds) time += 5;
    write(name, 64, 48, seconds);
    AVFormatContext* film = nullptr;
    ASSERT_GE(avformat_open_input(&film, path(name).c_str(), nullptr, nullptr), 0);
    ASSERT_GE(avformat_find_stream_info(film, nullptr), 0);
    EXPECT_NEAR(static_cast<double>(film->start_time) / AV_TIME_BASE, 5, 0.002) << name;
    avformat_close_input(&film);
    auto reader = open_reader(path(name), {});
    ASSERT_TRUE(reader);
    EXPECT_EQ(read(**reader).size(), seconds.size()) << name;
  }
}

// A GIF whose last picture stays for seconds, and a slow film of which the last picture does not.
TEST_F(VideoFileWriter, TheLastFrameIsShownAsLongAsIsSaid) {
  for (const char* name : {"still.mp4", "still.mkv", "still.mov"}) {
    for (const double end : {4.2, 0.25}) {
      auto options = frames_of(64, 48);
      options.frame_rate = 0.5;  // by which it would be shown for two seconds
      auto writer = create_writer(path(name), options);
      ASSERT_TRUE(writer) << writer.error().message;
      for (const double time : {0.0, 0.1, 0.2}) ASSERT_TRUE((*writer)->write(vision::Image(64, 48, 3), time));
      ASSERT_TRUE((*writer)->finish(end));
      auto reader = open_reader(path(name), {});
      ASSERT_TRUE(reader) << reader.error().message;
      EXPECT_NEAR((*reader)->info().seconds, end, 0.002) << name;
      EXPECT_EQ(read(**reader).size(), 3U);
      EXPECT_FALSE((*reader)->counts().cut_short) << name;
      if (core::lower_extension(name) == ".mkv") continue;  // which keeps no length of a single frame
      EXPECT_NEAR((*reader)->counts().end, end, 0.002) << name;
    }
  }
}

TEST_F(VideoFileWriter, OddSizesLoseTheLastLine) {
  write("o.mp4", 33, 47, regular(3, 10));
  auto reader = open_reader(path("o.mp4"), {});
  ASSERT_TRUE(reader);
  EXPECT_EQ((*reader)->info().width, 32);
  EXPECT_EQ((*reader)->info().height, 46);
}

TEST_F(VideoFileWriter, LimitsAndNames) {
  write("größe:1.mp4", 64, 48, regular(3, 10));
  EXPECT_TRUE(open_reader(path("größe:1.mp4"), {}));
  vision::VideoOptions small;
  small.max_pixels = 64 * 48 - 1;
  EXPECT_EQ(open_reader(path("größe:1.mp4"), small).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(create_writer(path("a.txt"), frames_of(64, 48)).error().code, ErrorCode::kUsage);
  EXPECT_EQ(create_writer(path("a.mp4"), frames_of(1, 48)).error().code, ErrorCode::kUsage);
}

TEST_F(VideoFileWriter, ALinkStaysAndWhatItLeadsToIsReplaced) {
  std::ofstream(path("old.mp4")) << "old";
  constexpr auto kPrivate = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
  std::filesystem::permissions(path("old.mp4"), kPrivate);
  std::filesystem::create_symlink("old.mp4", path("link.mp4"));
  write("link.mp4", 64, 48, regular(3, 10));
  EXPECT_TRUE(std::filesystem::is_symlink(path("link.mp4")));
  EXPECT_EQ(bytes("old.mp4").substr(4, 4), "ftyp");
  EXPECT_EQ(std::filesystem::status(path("old.mp4")).permissions(), kPrivate);
}

TEST_F(VideoFileWriter, AFolderIsRefusedBeforeTheFirstFrame) {
  std::filesystem::create_directory(path("folder.mp4"));
  const auto writer = create_writer(path("folder.mp4"), frames_of(64, 48));
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kIo);
}

TEST_F(VideoFileWriter, NothingIsLeftOfAWriterThatDidNotFinish) {
  {
    auto writer = create_writer(path("u.mp4"), frames_of(32, 32));
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->write(vision::Image(32, 32, 3), 0));
    EXPECT_FALSE((*writer)->write(vision::Image(16, 16, 3), 1)) << "another size";
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(VideoFileWriter, AFrameThatIsNoImageIsRefusedAndTheNextIsWritten) {
  auto writer = create_writer(path("b.mp4"), frames_of(64, 48));
  ASSERT_TRUE(writer);
  vision::Image cut_off(64, 48, 3);
  cut_off.pixels = {1, 2, 3};
  for (const auto& image : {vision::Image(64, 48, 4), cut_off}) {
    const auto written = (*writer)->write(image, 0);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::kInvalidInput);
  }
  EXPECT_TRUE((*writer)->write(vision::Image(64, 48, 3), 0));
  EXPECT_TRUE((*writer)->finish());
}

}  // namespace
}  // namespace emo::video
