// The forward-only JSON reader: documents, damage, limits.
#include "text/json_cursor.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace emo::text {
namespace {

TEST(JsonCursor, WalksADocument) {
  JsonCursor in(
      R"( {"a": [1, -2, 3], "b\n": "x\u00e9\ud83d\ude02\/", "c": {"d": null, "e": true}, "f": 1.5e3, "g": -2.5e1} )");
  double fraction = 0;
  std::vector<std::int64_t> numbers;
  std::string text, keys;
  bool flag = false, was_null = false;
  EXPECT_TRUE(in.each_member([&](std::string_view key) {
    keys += key;
    if (key == "a") {
      in.each_element([&](std::size_t) { numbers.push_back(in.integer()); });
    } else if (key == "b\n") {
      text = in.string();
    } else if (key == "c") {
      in.each_member([&](std::string_view inner) {
        if (inner == "d") was_null = in.null();
        if (inner == "e") flag = in.boolean();
      });
    } else if (key == "g") {
      fraction = in.number();
    } else {
      in.skip();
    }
  }));
  EXPECT_TRUE(in.at_end());
  EXPECT_EQ(fraction, -25);
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{1, -2, 3}));
  EXPECT_EQ(text, "x\u00e9\U0001F602/");
  EXPECT_EQ(keys, "ab\ncfg");
  EXPECT_TRUE(flag && was_null);
}

TEST(JsonCursor, SkipsAnyValue) {
  for (const char* json :
       {"{}", "[]", "[[],{},\"\",0,null,true,false]", "\"a\\\"b\"", "-0.5E-3", R"({"a":{"b":[{}]}})"}) {
    JsonCursor in(json);
    in.skip();
    EXPECT_TRUE(in.at_end()) << json;
  }
}

TEST(JsonCursor, NamesTheFaultAndItsPlace) {
  JsonCursor in(R"({"a": 1, "b" 2})");
  EXPECT_FALSE(in.each_member([&](std::string_view) { in.integer(); }));
  EXPECT_TRUE(in.failed());
  EXPECT_EQ(in.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(in.error().message.find("byte offset 13"), std::string::npos) << in.error().message;
  EXPECT_NE(in.error().message.find("':'"), std::string::npos) << in.error().message;
}

TEST(JsonCursor, RefusesDamage) {
  for (const char* json :
       {"", "{", "[1,", "[1 2]", "{\"a\"}", "{\"a\":}", "\"open", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
        "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "nul", "tru", "{1:2}", "[1]]", "{} x"}) {
    JsonCursor in(json);
    in.skip();
    EXPECT_FALSE(in.at_end()) << json;
  }
}

TEST(JsonCursor, RefusesIntegersThatAreNone) {
  for (const char* json : {"1.5", "1e3", "99999999999999999999", "\"1\"", "-"}) {
    JsonCursor in(json);
    in.integer();
    EXPECT_TRUE(in.failed()) << json;
  }
}

TEST(JsonCursor, CapsNesting) {
  const std::string deep(100'000, '[');
  JsonCursor in(deep);
  in.skip();
  EXPECT_TRUE(in.failed());
  EXPECT_NE(in.error().message.find("64"), std::string::npos) << in.error().message;
}

}  // namespace
}  // namespace emo::text
