#include "video/film_length.hpp"

#include <gtest/gtest.h>

#include <memory>

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
