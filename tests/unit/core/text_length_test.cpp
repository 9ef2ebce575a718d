#include "core/text_length.hpp"

#include <gtest/gtest.h>

#include <string>

namespace emo::core {
namespace {

TEST(TextLength, CountsWhatStandsBetweenWhiteSpace) {
  EXPECT_EQ(count_words(""), 0U);
  EXPECT_EQ(count_words(" \t\n\v\f\r "), 0U);
  EXPECT_EQ(count_words("one"), 1U);
  EXPECT_EQ(count_words("\n one\ttwo\r\nthree "), 3U);
}

TEST(TextLength, ABucketBeginsWithTheNumberInItsName) {
  std::string text;
  const auto of = [&](int words) {
    text.clear();
    for (int i = 0; i < words; ++i) text += " w";
    return length_bucket(text);
  };
  EXPECT_EQ(of(0), "0-4 words");
  EXPECT_EQ(of(4), "0-4 words");
  EXPECT_EQ(of(5), "5-9 words");
  EXPECT_EQ(of(99), "50-99 words");
  EXPECT_EQ(of(100), "100+ words");
}

}  // namespace
}  // namespace emo::core
