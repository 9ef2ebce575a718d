// One JSON object as a row. Files of them are rows_jsonl_test.cpp's.
#include "io/json_row.hpp"

#include <gtest/gtest.h>

namespace emo::io {
namespace {

TEST(JsonRow, TextLabelsAndIdAreItsMembers) {
  Row row;
  EXPECT_EQ(read_json_row(R"({"id":7,"text":"so glad","labels":["joy","love"]})", {}, row), "");
  EXPECT_EQ(row.id, "7");
  EXPECT_EQ(row.text, "so glad");
  EXPECT_EQ(row.labels, (std::vector<std::string>{"joy", "love"}));
}

TEST(JsonRow, OtherScalarsAreKeptWhereTheyAreWanted) {
  RowOptions keeping;
  keeping.keep_extra = true;
  Row row;
  EXPECT_EQ(read_json_row(R"({"text":"x","source":"film","year":1990})", keeping, row), "");
  EXPECT_EQ(row.extra, (std::map<std::string, std::string>{{"source", "film"}, {"year", "1990"}}));
}

TEST(JsonRow, SaysWhatIsWrongAndKeepsTheIdBeforeTheDamage) {
  Row row;
  EXPECT_NE(read_json_row(R"({"id":"a","labels":["joy"]})", {}, row).find("text"), std::string::npos);
  EXPECT_EQ(row.id, "a");
  Row cut;
  EXPECT_NE(read_json_row(R"({"id":"b","text":"x)", {}, cut), "");
  EXPECT_EQ(cut.id, "b");
  Row list;
  EXPECT_NE(read_json_row("[1]", {}, list), "");
}

TEST(JsonRow, LabelsThatNobodyReadsMayBeAnything) {
  RowOptions unlabelled;
  unlabelled.label_column.clear();
  for (const char* labels : {R"("labels":{"joy":1})", R"("label":[{"label":"joy","score":0.9}])", R"("":[[1]])"}) {
    Row row;
    EXPECT_EQ(read_json_row(R"({"text":"x",)" + std::string(labels) + "}", unlabelled, row), "") << labels;
    EXPECT_EQ(row.text, "x");
    EXPECT_TRUE(row.labels.empty());
  }
}

}  // namespace
}  // namespace emo::io
