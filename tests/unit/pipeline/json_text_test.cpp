#include "pipeline/json_text.hpp"

#include <gtest/gtest.h>

#include "io/json.hpp"

namespace emo::pipeline {
namespace {

std::string escaped(std::string_view value) {
  std::string out;
  append_json_string(out, value);
  return out;
}

std::string number(double value, int decimals) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}

TEST(JsonText, EscapesWhatMustBeEscaped) {
  EXPECT_EQ(escaped("a\"b\\c\n\t\r"), R"("a\"b\\c\n\t\r")");
  EXPECT_EQ(escaped(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(escaped("caf\xC3\xA9 \xF0\x9F\x98\x8A"), "\"caf\xC3\xA9 \xF0\x9F\x98\x8A\"");
  EXPECT_EQ(escaped(""), "\"\"");
}

TEST(JsonText, InvalidBytesBecomeReplacementCharacters) {
  EXPECT_EQ(escaped("a\xFF"
                    "b"),
            "\"a\xEF\xBF\xBD"
            "b\"");
}

TEST(JsonText, EveryByteStringRoundTripsThroughAParserWhenValid) {
  std::string all;
  for (int c = 0; c < 0x80; ++c) all += static_cast<char>(c);
  const auto parsed = io::parse_json(escaped(all), "test");
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(parsed->get<std::string>(), all);
}

TEST(JsonText, NumbersAreShortAndPlain) {
  EXPECT_EQ(number(0.91, 6), "0.91");
  EXPECT_EQ(number(1.0, 6), "1");
  EXPECT_EQ(number(0.0, 6), "0");
  EXPECT_EQ(number(-0.0000001, 6), "0");
  EXPECT_EQ(number(-0.7, 4), "-0.7");
  EXPECT_EQ(number(0.123456789, 6), "0.123457");
  EXPECT_EQ(number(100, 0), "100");
}

}  // namespace
}  // namespace emo::pipeline
