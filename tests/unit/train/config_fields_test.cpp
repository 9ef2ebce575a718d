#include "train/config_fields.hpp"

#include <gtest/gtest.h>

#include <array>

#include "io/json.hpp"

namespace emo::train {
namespace {

constexpr std::array<std::string_view, 2> kColours{"red", "green"};

struct Thing {
  double size = 1.5;
  std::int64_t count = 3;
  std::string name = "thing";
  bool open = false;
  std::vector<std::string> parts{"a"};
  std::vector<double> shares{0.5};
  std::size_t colour = 1;

  std::vector<ConfigField> fields() {
    return {{"size", &size},
            {"count", &count},
            {"name", &name},
            {"open", &open},
            {"parts", &parts},
            {"shares", &shares},
            {"colour", ConfigChoice{kColours, colour, [this](std::size_t i) { colour = i; }}}};
  }
};

Result<void> read(Thing& thing, const std::string& json, const std::set<std::string>& structured = {}) {
  const auto parsed = io::parse_json(json, "test");
  EXPECT_TRUE(parsed) << json;
  return read_config_object(*parsed, "config", thing.fields(), structured);
}

TEST(ConfigFields, RoundTrip) {
  Thing thing;
  ASSERT_TRUE(read(
      thing, R"({"size":2,"count":-4,"name":"x","open":true,"parts":["p","q"],"shares":[0,0.25],"colour":"red"})"));
  Thing again;
  ASSERT_TRUE(read(again, io::dump_json(write_config_object(thing.fields()))));
  EXPECT_EQ(again.size, 2.0);
  EXPECT_EQ(again.count, -4);
  EXPECT_EQ(again.name, "x");
  EXPECT_TRUE(again.open);
  EXPECT_EQ(again.parts, (std::vector<std::string>{"p", "q"}));
  EXPECT_EQ(again.shares, (std::vector<double>{0, 0.25}));
  EXPECT_EQ(again.colour, 0U);
}

TEST(ConfigFields, KeysNotGivenKeepTheirValues) {
  Thing thing;
  ASSERT_TRUE(read(thing, R"({"count":9})"));
  EXPECT_EQ(thing.size, 1.5);
  EXPECT_EQ(thing.count, 9);
}

TEST(ConfigFields, AnUnknownKeyNamesTheNearestKnownOne) {
  Thing thing;
  const auto outcome = read(thing, R"({"colr":"red"})");
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::kInvalidData);
  EXPECT_EQ(outcome.error().message, "config has an unknown key 'colr' (nearest known: 'colour')");
  const auto structured = read(thing, R"({"detai":1})", {"details"});
  ASSERT_FALSE(structured);
  EXPECT_NE(structured.error().message.find("'details'"), std::string::npos);
  EXPECT_TRUE(read(thing, R"({"details":{}})", {"details"}));
}

TEST(ConfigFields, AWrongTypeNamesPlaceExpectationAndValue) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"({"size":"big"})", "config.size must be a number, is '\"big\"'"},
      {R"({"count":1.5})", "config.count must be a whole number, is '1.5'"},
      {R"({"name":7})", "config.name must be a string, is '7'"},
      {R"({"open":0})", "config.open must be true or false, is '0'"},
      {R"({"parts":["a",1]})", "config.parts must be a list of strings, is '[\"a\",1]'"},
      {R"({"parts":"a"})", "config.parts must be a list of strings, is '\"a\"'"},
      {R"({"shares":[1,"a"]})", "config.shares must be a list of numbers, is '[1,\"a\"]'"},
      {R"({"colour":"blue"})", "config.colour must be one of red green, is '\"blue\"'"},
      {R"([1])", "config must be an object, is '[1]'"}};
  for (const auto& [json, message] : cases) {
    Thing thing;
    const auto outcome = read(thing, json);
    ASSERT_FALSE(outcome) << json;
    EXPECT_EQ(outcome.error().message, message);
  }
}

}  // namespace
}  // namespace emo::train
