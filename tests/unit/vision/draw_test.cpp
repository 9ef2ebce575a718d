// Boxes, text and annotations, and what lies outside of a picture.
#include "vision/draw.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <span>

namespace emo::vision {
namespace {

TEST(Draw, BoxAndOpacity) {
  Image image(9, 9, 3);
  draw_box(image, {2, 2, 5, 5}, {200, 100, 50}, 2);
  EXPECT_EQ(image.at(1, 1)[0], 200);
  EXPECT_EQ(image.at(2, 4)[1], 100);
  EXPECT_EQ(image.at(7, 7)[2], 50);
  EXPECT_EQ(image.at(4, 4)[0], 0);
  EXPECT_EQ(image.at(0, 0)[0], 0);
  fill_rect(image, {4, 4, 1, 1}, {100, 100, 100}, 0.5);
  EXPECT_NEAR(image.at(4, 4)[0], 50, 1);
}

TEST(Draw, AnythingOutsideIsClipped) {
  Image image(40, 30, 3);
  const float far = std::numeric_limits<float>::max();
  draw_box(image, {-far, -far, far, far}, {1, 2, 3}, 3);
  draw_text(image, -50, -10, "left above", 20, {255, 255, 255});
  draw_text(image, 39, 29, "right below", 20, {255, 255, 255});
  const Annotation annotation{{-20, -20, 200, 200}, "happiness 97%", "happiness", {{"a", 2}, {"b", -1}}, {255, 0, 0}};
  draw_annotations(image, std::span(&annotation, 1), 12);
  EXPECT_EQ(image.pixels.size(), 40U * 30U * 3U);
}

TEST(Draw, TextPutsInkWhereItSays) {
  Image image(200, 60, 3);
  draw_text(image, 10, 10, "Joy", 30, {255, 255, 255});
  const int width = text_width("Joy", 30);
  int inside = 0;
  int outside = 0;
  for (int y = 0; y < 60; ++y) {
    for (int x = 0; x < 200; ++x) {
      const bool in = x >= 7 && x < 10 + width + 5 && y >= 10 && y < 10 + text_height(30);
      (in ? inside : outside) += image.at(x, y)[0];
    }
  }
  EXPECT_GT(inside, 255 * 150);
  EXPECT_EQ(outside, 0);
}

TEST(Draw, LettersBeyondAscii) {
  const auto drawn = [](std::string_view text) {
    Image image(120, 60, 3);
    draw_text(image, 10, 10, text, 30, {255, 255, 255});
    return image.pixels;
  };
  const std::string_view letters[] = {"\xC3\x84", "\xC5\xBE", "\xCE\xB1", "\xD0\xB3"};  // Ä ž α г
  for (const auto letter : letters) EXPECT_NE(drawn(letter), drawn("?")) << letter;
  EXPECT_NE(drawn("\xC3\x84"), drawn("A"));
  EXPECT_GT(text_width("\xC3\x84", 30), 15);
  EXPECT_EQ(drawn("\xE5\xB9\xB8"), drawn("?")) << "one sign for one character that there is no picture of";
  EXPECT_EQ(drawn("\xFF"), drawn("?"));
}

// The place of a label is that of its long form; with a panel the words are fewer and stay at the box.
TEST(Draw, AShortLabelTouchesItsBox) {
  Image image(400, 120, 3);
  const Annotation annotation{{340, 50, 40, 50}, "joy", "joy", {{"joy", 0.5}}, {255, 0, 0}};
  const auto seats = draw_annotations(image, std::span(&annotation, 1), 12);
  ASSERT_EQ(seats.size(), 1U);
  ASSERT_TRUE(seats[0]) << "its panel";
  int leftmost = image.width;
  for (int y = 20; y < 48; ++y) {
    for (int x = image.width - 1; x >= 0; --x) {
      if (image.at(x, y)[0] > 200 && image.at(x, y)[1] < 60 && image.at(x, y)[2] < 60) leftmost = std::min(leftmost, x);
    }
  }
  EXPECT_GE(leftmost, 335);
  EXPECT_LE(leftmost, 341);
}

}  // namespace
}  // namespace emo::vision
