#include "video/film_length.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace emo::video {
namespace {

/// A film of six seconds by its header, with a stream of pictures and another one.
class FilmLengthTest : public ::testing::Test {
 protected:
  FilmLengthTest() {
    film_->duration = std::int64_t{6} * AV_TIME_BASE;
    pictures_->time_base = {1, 1000};
    avformat_new_stream(film_.get(), nullptr);
  }
  FilmLength length_as(const char* container) {
    film_->iformat = av_find_input_format(container);
    return length_of(*film_, *pictures_);
  }

  std::unique_ptr<AVFormatContext, decltype(&avformat_free_context)> film_{avformat_alloc_context(),
                                                                           avformat_free_context};
  AVStream* pictures_ = avformat_new_stream(film_.get(), nullptr);
};

TEST_F(FilmLengthTest, TheTagOfTheLastWriterIsBelieved) {
  av_dict_set(&pictures_->metadata, "DURATION-eng", "00:00:05.000000000", 0);
  EXPECT_DOUBLE_EQ(length_as("matroska").seconds, 5);
  av_dict_set(&pictures_->metadata, "DURATION", "00:00:04.000000000", 0);
  EXPECT_DOUBLE_EQ(length_as("matroska").seconds, 4);
  EXPECT_TRUE(length_as("matroska").of_pictures);
}

TEST_F(FilmLengthTest, AnAviWrittenIntoAPipeDoesNotKnowIts) {
  pictures_->time_base = {1, 10};
  pictures_->nb_frames = 40;
  EXPECT_DOUBLE_EQ(length_as("avi").seconds, 4);
  pictures_->nb_frames = 0x40000000;
  EXPECT_EQ(length_as("avi").seconds, 0);
  EXPECT_FALSE(length_as("avi").of_pictures);
}

/// A page of two packets of 255 and 45 bytes.
std::string ogg_page(bool last) {
  const std::string flags(1, last ? '\4' : '\0');
  return std::string("OggS\0", 5) + flags + std::string(20, '\0') + std::string("\3\xff\0\x2d", 4) +
         std::string(300, 'p');
}

bool ogg_lacks_its_end(const std::string& content) {
  const auto path = std::filesystem::temp_directory_path() / ("emo-ogg-" + std::to_string(::getpid()) + ".ogv");
  std::ofstream(path, std::ios::binary) << content;
  AVIOContext* file = nullptr;
  EXPECT_GE(avio_open(&file, ("file:" + path.string()).c_str(), AVIO_FLAG_READ), 0);
  const bool lacks = is_ogg_without_end(file);
  avio_closep(&file);
  std::filesystem::remove(path);
  return lacks;
}

TEST(OggEnd, IsAWholePageThatSaysSo) {
  std::string film;
  for (int i = 0; i < 500; ++i) film += ogg_page(false);
  const std::string whole = film + ogg_page(true);
  EXPECT_FALSE(ogg_lacks_its_end(whole));
  EXPECT_FALSE(ogg_lacks_its_end(ogg_page(true)));
  EXPECT_TRUE(ogg_lacks_its_end(film)) << "cut between two pages";
  for (const std::size_t missing : {1U, 299U, 301U, 310U, 325U, 328U}) {
    EXPECT_TRUE(ogg_lacks_its_end(whole.substr(0, whole.size() - missing))) << missing;
  }
  EXPECT_FALSE(is_ogg_without_end(nullptr)) << "a pipe is not asked";
}

TEST(DurationTag, IsReadAsHoursMinutesAndSeconds) {
  EXPECT_DOUBLE_EQ(seconds_of_tag("00:00:03.012000000").value(), 3.012);
  EXPECT_DOUBLE_EQ(seconds_of_tag("01:02:03").value(), 3723);
  EXPECT_DOUBLE_EQ(seconds_of_tag("100:00:00.5").value(), 360000.5);
}

TEST(DurationTag, AnythingElseIsNone) {
  for (const char* text : {"", ":", "3.5", "00:03", "00:00:", "00:00:03.5x", "00:00:03:04", "-1:00:00", "00:-1:00",
                           "00:00:nan", "inf:00:00", "00 :00:03", "1e3:00:00", "9999999999999:00:00"}) {
    EXPECT_FALSE(seconds_of_tag(text)) << text;
  }
}

}  // namespace
}  // namespace emo::video
