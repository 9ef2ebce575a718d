// A member that is missing or of another type is a gap, never an error.
#include "report/json_lookup.hpp"

#include <gtest/gtest.h>

#include "io/json.hpp"

namespace emo::report {
namespace {

const io::Json kJson = io::parse_json(R"({"n":3,"share":0.25,"minus":-1,"name":"joy","on":true,"list":["a",1,"b"],)"
                                      R"("deep":{"er":{"x":7}},"huge":18446744073709551615})",
                                      "test")
                           .value();

TEST(JsonLookup, GoesDownObjects) {
  EXPECT_EQ(count_at(kJson, "deep/er/x"), 7U);
  EXPECT_EQ(member(kJson, "deep/er/y"), nullptr);
  EXPECT_EQ(member(kJson, "n/er"), nullptr) << "a number has no members";
  EXPECT_EQ(member(kJson, ""), nullptr);
}

TEST(JsonLookup, AnotherTypeCountsAsMissing) {
  EXPECT_EQ(number_at(kJson, "share"), 0.25);
  EXPECT_FALSE(number_at(kJson, "name"));
  EXPECT_FALSE(count_at(kJson, "minus"));
  EXPECT_FALSE(count_at(kJson, "share"));
  EXPECT_EQ(count_at(kJson, "huge"), UINT64_MAX);
  EXPECT_EQ(text_at(kJson, "name"), "joy");
  EXPECT_FALSE(text_at(kJson, "n"));
  EXPECT_EQ(flag_at(kJson, "on"), true);
  EXPECT_FALSE(flag_at(kJson, "n"));
  EXPECT_EQ(texts_at(kJson, "list"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(texts_at(kJson, "name").empty());
}

TEST(JsonLookup, ScalarsAsTheyAreShown) {
  EXPECT_EQ(shown_scalar(kJson["on"]), "yes");
  EXPECT_EQ(shown_scalar(kJson["n"]), "3");
  EXPECT_EQ(shown_scalar(kJson["share"]), "0.25");
  EXPECT_EQ(shown_scalar(kJson["name"]), "joy");
  EXPECT_EQ(shown_scalar(kJson["list"]), "");
}

}  // namespace
}  // namespace emo::report
