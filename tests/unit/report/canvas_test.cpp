#include "report/canvas.hpp"

#include <gtest/gtest.h>

namespace emo::report {
namespace {

TEST(Canvas, WidthsAndCutsGoByCharacters) {
  EXPECT_NEAR(text_width("i", 1000), 278, 1e-9);
  EXPECT_GT(text_width("W", 10, true), text_width("W", 10));
  EXPECT_EQ(fitted("short", 1000, 10), "short");
  const std::string cut = fitted("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 35, 10);
  EXPECT_EQ(cut, "\xC3\xA9\xC3\xA9\xE2\x80\xA6");
}

}  // namespace
}  // namespace emo::report
