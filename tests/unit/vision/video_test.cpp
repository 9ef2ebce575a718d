// What stands for no film at all. Files that libav reads and writes are tested in tests/unit/video.
#include "vision/video.hpp"

#include <gtest/gtest.h>

namespace emo::vision {
namespace {

TEST(Video, AMissingFileIsNamedBeforeAMissingModule) {
  const auto film = open_video("/no/such/film.mp4");
  ASSERT_FALSE(film);
  EXPECT_EQ(film.error().code, ErrorCode::kNotFound);
  EXPECT_NE(film.error().message.find("/no/such/film.mp4"), std::string::npos) << film.error().message;
}

TEST(Video, ANumberIsACamera) {
  const auto camera = open_video("99");
  ASSERT_FALSE(camera);
  EXPECT_EQ(camera.error().code, ErrorCode::kNotFound);
  EXPECT_NE(camera.error().message.find("/dev/video99"), std::string::npos) << camera.error().message;
}

}  // namespace
}  // namespace emo::vision
