// Documents: accepted, refused with the place, printed.
#include "io/json.hpp"

#include <gtest/gtest.h>

#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(ParseJson, BuildsTheDocument) {
  const auto json = parse_json(R"({"a":[1,-2,3.5,"x",true,null,{"b":[]}],"c":{}})", "t");
  ASSERT_TRUE(json);
  EXPECT_EQ(*json, Json::parse(R"({"a":[1,-2,3.5,"x",true,null,{"b":[]}],"c":{}})"));
  EXPECT_EQ(parse_json("\"x\\u0000y\"", "t")->get<std::string>(), std::string("x\0y", 3));
}

TEST(ParseJson, RefusesWithPlace) {
  expect_error(parse_json("{\"a\":1,}", "file.json"), ErrorCode::kInvalidData, {"file.json: not JSON: byte 8"});
  expect_error(parse_json("", "t", ErrorCode::kInvalidModel), ErrorCode::kInvalidModel,
               {"t: not JSON", "end of input"});
  expect_error(parse_json(" \n", "t"), ErrorCode::kInvalidData, {"end of input"});
  expect_error(parse_json("{} x", "t"), ErrorCode::kInvalidData, {"byte 4"});
  expect_error(parse_json("\"\xff\"", "t"), ErrorCode::kInvalidData, {"UTF-8"});
  expect_error(parse_json("1e999", "t"), ErrorCode::kInvalidData, {"not JSON"});
  expect_error(parse_json("NaN", "t"), ErrorCode::kInvalidData, {"not JSON"});
}

TEST(ParseJson, DuplicateNamesAreRefused) {
  expect_error(parse_json(R"({"a":1,"b":{"c":1,"c":2}})", "t"), ErrorCode::kInvalidData, {"member 'c' occurs twice"});
}

TEST(ParseJson, DepthIsCapped) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(kMaxJsonDepth), "t"));
  expect_error(parse_json(nested(kMaxJsonDepth + 1), "t"), ErrorCode::kInvalidData, {"nested deeper than 64 levels"});
  expect_error(parse_json(std::string(5'000'000, '['), "t"), ErrorCode::kInvalidData, {"nested deeper"});
}

TEST(DumpJson, KeepsOrderAndReplacesBadUtf8) {
  OrderedJson json;
  json["b"] = 1;
  json["a"] = "x\xff";
  EXPECT_EQ(dump_json(json), "{\"b\":1,\"a\":\"x\xEF\xBF\xBD\"}");
  EXPECT_EQ(dump_json(Json{{"k", 2}}, 1), "{\n \"k\": 2\n}");
}

TEST(ParseJson, ANulIsNoEndOfTheText) {
  using namespace std::string_view_literals;
  const auto cut = parse_json("{\"a\":1}\0{\"b\":2}"sv, "file");
  ASSERT_FALSE(cut);
  EXPECT_NE(cut.error().message.find("a NUL at byte 7"), std::string::npos) << cut.error().message;
  EXPECT_FALSE(parse_json("{\"a\":1}\0"sv, "file"));
  EXPECT_TRUE(parse_json("{\"a\":\"\\u0000\"}"sv, "file")) << "an escaped one is a character as any";
}

}  // namespace
}  // namespace emo::io
