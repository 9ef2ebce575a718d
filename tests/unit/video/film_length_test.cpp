#include "video/film_length.hpp"

#include <gtest/gtest.h>

namespace emo::video {
namespace {

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
