// Typed members: values, and the message of each way to be wrong.
#include "io/json_fields.hpp"

#include <gtest/gtest.h>

#include <array>

namespace emo::io {
namespace {

// The error of reading `text` with `read`, or "".
std::string problem(const std::string& text, const std::function<void(JsonFields&)>& read) {
  const Json json = Json::parse(text);
  JsonFields::FirstError first{ErrorCode::kInvalidData, "f", {}};
  JsonFields fields(json, "", first);
  read(fields);
  return first.error ? first.error->message : "";
}

TEST(JsonFields, ReadsEveryType) {
  const std::string text =
      R"({"s":"x","i":-3,"d":1,"b":true,"ss":["a"],"is":[1,2],"ds":[0.5],"o":{"k":1},"l":[{"k":2}]})";
  EXPECT_EQ(problem(text,
                    [](JsonFields& f) {
                      EXPECT_EQ(f.text("s"), "x");
                      EXPECT_EQ(f.integer("i", -5, 5), -3);
                      EXPECT_EQ(f.number("d", 0, 2), 1.0);
                      EXPECT_TRUE(f.boolean("b"));
                      EXPECT_EQ(f.texts("ss"), std::vector<std::string>{"a"});
                      EXPECT_EQ(f.integers("is", 0, 9), (std::vector<std::int64_t>{1, 2}));
                      EXPECT_EQ(f.numbers("ds", 0, 1), std::vector<double>{0.5});
                      EXPECT_EQ(f.object("o").integer("k", 0, 1), 1);
                      f.each_object("l", [](JsonFields& item) { EXPECT_EQ(item.integer("k", 0, 9), 2); });
                      EXPECT_FALSE(f.has("zz"));
                      f.refuse_others();
                    }),
            "");
}

TEST(JsonFields, MessagesNamePlaceValueAndExpectation) {
  EXPECT_EQ(problem("{}", [](auto& f) { f.text("a"); }), "f: /a is missing");
  EXPECT_EQ(problem("[]", [](auto&) {}), "f: / is array, expected an object");
  EXPECT_EQ(problem(R"({"a":1})", [](auto& f) { f.text("a"); }), "f: /a is '1', expected a string");
  EXPECT_EQ(problem(R"({"a":7})", [](auto& f) { f.integer("a", 0, 5); }), "f: /a is '7', expected an integer in 0..5");
  EXPECT_EQ(problem(R"({"a":1.5})", [](auto& f) { f.integer("a", 0, 5); }),
            "f: /a is '1.5', expected an integer in 0..5");
  EXPECT_EQ(problem(R"({"a":18446744073709551615})", [](auto& f) { f.integer("a", -1, 5); }),
            "f: /a is '18446744073709551615', expected an integer in -1..5");
  EXPECT_EQ(problem(R"({"a":3})", [](auto& f) { f.number("a", 0, 1); }), "f: /a is '3', expected a number in 0.0..1.0");
  EXPECT_EQ(problem(R"({"a":0})", [](auto& f) { f.boolean("a"); }), "f: /a is '0', expected true or false");
  EXPECT_EQ(problem(R"({"a":"x"})", [](auto& f) { f.texts("a"); }), "f: /a is '\"x\"', expected a list");
  EXPECT_EQ(problem(R"({"o":{"l":[{"k":1},{"k":"x"}]}})",
                    [](auto& f) { f.object("o").each_object("l", [](JsonFields& i) { i.integer("k", 0, 9); }); }),
            "f: /o/l/1/k is '\"x\"', expected an integer in 0..9");
  EXPECT_EQ(problem(R"({"a":["x",2]})", [](auto& f) { f.texts("a"); }), "f: /a/1 is '2', expected a string");
  EXPECT_EQ(problem(R"({"a":1,"b":2})",
                    [](auto& f) {
                      f.integer("a", 0, 9);
                      f.refuse_others();
                    }),
            "f: / has the member 'b', which is not known there");
}

TEST(JsonFields, FirstProblemWins) {
  EXPECT_EQ(problem("{}",
                    [](auto& f) {
                      f.text("first");
                      f.text("second");
                      f.object("third").integer("x", 0, 1);
                    }),
            "f: /first is missing");
}

TEST(JsonFields, ChoiceListsTheNames) {
  constexpr std::array<std::string_view, 2> kNames{"red", "green"};
  EXPECT_EQ(problem(R"({"c":"green"})", [&](auto& f) { EXPECT_EQ(f.choice("c", kNames), 1U); }), "");
  EXPECT_EQ(problem(R"({"c":"blue"})", [&](auto& f) { f.choice("c", kNames); }),
            "f: /c is 'blue', expected one of: red, green");
}

}  // namespace
}  // namespace emo::io
