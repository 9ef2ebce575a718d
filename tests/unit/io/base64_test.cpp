#include "io/base64.hpp"

#include <gtest/gtest.h>

namespace emo::io {
namespace {

TEST(Base64, TestVectorsOfRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, BytesOverSevenBitsAndZero) {
  EXPECT_EQ(base64(std::string_view("\xFF\xFE\x00\xFB", 4)), "//4A+w==");
}

}  // namespace
}  // namespace emo::io
