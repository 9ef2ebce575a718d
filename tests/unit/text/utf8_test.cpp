// UTF-8: every scalar value, every malformed kind.
#include "text/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace emo::text {
namespace {

TEST(Utf8, RoundTripsEveryScalarValue) {
  std::string all;
  for (char32_t cp = 0; cp <= 0x10FFFF; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string one;
    append_code_point(one, cp);
    std::size_t pos = 0;
    ASSERT_EQ(next_code_point(one, pos), cp);
    ASSERT_EQ(pos, one.size());
    all += one;
  }
  EXPECT_TRUE(validate_utf8(all).has_value());
  EXPECT_EQ(count_code_points(all), 0x110000U - 0x800U);
}

TEST(Utf8, ADamagedModelFileIsNamed) {
  EXPECT_TRUE(validate_model_utf8("h\xC3\xA9", "vocab.txt"));
  const auto result = validate_model_utf8("h\xE9", "vocab.txt");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kInvalidModel);
  EXPECT_EQ(result.error().message, "vocab.txt: byte offset 1: bytes e9 are not UTF-8; expected text in valid UTF-8");
}

TEST(Utf8, RefusesWhatRfc3629Refuses) {
  const std::string bad[] = {"\x80",         "\xC0\xAF",         "\xC1\xBF",         "\xE0\x80\xAF",     "\xED\xA0\x80",
                             "\xED\xBF\xBF", "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                             "\xC3",         "\xE2\x82",         "\xF0\x9F\x98",     "\xE2\x28\xA1",     "\xC3\x28"};
  for (const std::string& bytes : bad) {
    for (const std::string& before : {std::string(), std::string("12345678"), std::string("abc\u00e9 12345")}) {
      const auto result = validate_utf8(before + bytes + " tail");
      ASSERT_FALSE(result.has_value());
      EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
      EXPECT_NE(result.error().message.find("byte offset " + std::to_string(before.size())), std::string::npos)
          << result.error().message;
    }
  }
}

TEST(Utf8, ErrorShowsTheBytes) {
  const auto result = validate_utf8("ok\xFF\xFE!");
  ASSERT_FALSE(result.has_value());
  EXPECT_NE(result.error().message.find("ff fe 21"), std::string::npos) << result.error().message;
}

TEST(Utf8, ForeignBytesAreReplacedOneByOne) {
  EXPECT_EQ(without_foreign_bytes("caf\xC3\xA9"), "caf\xC3\xA9");
  EXPECT_EQ(without_foreign_bytes("caf\xE9 \xC3\xA9"), "caf\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, AcceptsEmptyAndNul) {
  EXPECT_TRUE(validate_utf8("").has_value());
  EXPECT_TRUE(validate_utf8(std::string(3, '\0')).has_value());
}

}  // namespace
}  // namespace emo::text
