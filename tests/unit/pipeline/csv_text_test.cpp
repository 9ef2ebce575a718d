// Quoting as RFC 4180 has it.
#include "pipeline/csv_text.hpp"

#include <gtest/gtest.h>

namespace emo::pipeline {
namespace {

std::string field(std::string_view value) {
  std::string out = "before,";
  append_csv_field(out, value);
  return out.substr(7);
}

TEST(CsvField, IsBareUnlessItMustBeQuoted) {
  EXPECT_EQ(field(""), "");
  EXPECT_EQ(field("0.25"), "0.25");
  EXPECT_EQ(field(" two words "), " two words ");
  EXPECT_EQ(field("one, two"), "\"one, two\"");
  EXPECT_EQ(field("\"so\""), "\"\"\"so\"\"\"");
  EXPECT_EQ(field("\""), "\"\"\"\"");
  EXPECT_EQ(field("a\nb"), "\"a\nb\"");
  EXPECT_EQ(field("a\r"), "\"a\r\"");
}

TEST(CsvField, IsUtf8WhateverTheIdOfARowIs) {
  EXPECT_EQ(field("caf\xE9"), "caf\xEF\xBF\xBD");
  EXPECT_EQ(field("\xFF,"), "\"\xEF\xBF\xBD,\"");
  EXPECT_EQ(field("caf\xC3\xA9"), "caf\xC3\xA9");
}

}  // namespace
}  // namespace emo::pipeline
