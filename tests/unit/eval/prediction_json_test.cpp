// Predictions in JSON: lines and lists; what both forms have in common is in prediction_file_test.cpp.
#include "prediction_file_test.hpp"

namespace emo::eval {
namespace {

using PredictionJsonTest = PredictionFileTest;

TEST_F(PredictionJsonTest, OurOwnLines) {
  const auto file = read(
      "{\"id\":\"a\",\"row\":3,\"text\":\"x\",\"gold\":[\"joy\"],\"predicted\":[\"joy\"],"
      "\"scores\":{\"anger\":0.25,\"joy\":0.75}}\n"
      "{\"id\":\"b\",\"row\":4,\"text\":\"y\",\"gold\":[\"anger\"],"
      "\"error\":{\"code\":\"invalid_input\",\"message\":\"no\"}}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->labels, (std::vector<std::string>{"anger", "joy"}));
  EXPECT_EQ(file->input_name, "text");
  ASSERT_EQ(file->rows.size(), 2U);
  EXPECT_EQ(file->rows[0].row, 3U);
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0.25F, 0.75F}));
  EXPECT_EQ(file->rows[1].error->message, "no");
  EXPECT_TRUE(file->has_gold());
}

TEST_F(PredictionJsonTest, OneListOfRows) {
  const auto file =
      read(" [\n{\"id\":\"a\",\"scores\":{\"joy\":1}},\n{\"id\":\"b\",\"scores\":{\"anger\":1}}]\n", "p.json");
  ASSERT_TRUE(file) << file.error().message;
  ASSERT_EQ(file->rows.size(), 2U);
  EXPECT_EQ(file->rows[1].id, "b");
  EXPECT_EQ(file->labels, (std::vector<std::string>{"anger", "joy"})) << "sorted, whatever comes first";
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0, 1}));
  expect_error("[{\"id\":\"a\",\"predicted\":\"joy\"},{\"id\":\"b\"}]", "p.jsonl: element 2: has neither");
  expect_error("[{\"id\":\"a\",\"predicted\":\"joy\"}", "not JSON");
}

TEST_F(PredictionJsonTest, ASideOfABoxThatIsNoNumberIsNone) {
  const auto file = read(
      "{\"source\":\"a.png\",\"faces\":[{\"box\":{\"w\":null,\"h\":3},\"label\":\"joy\"},"
      "{\"box\":{\"w\":\"10\",\"h\":3},\"label\":\"fear\"},{\"box\":{\"w\":1,\"h\":1},\"label\":\"anger\"}]}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->rows[0].predicted, std::vector<std::string>{"anger"});
}

TEST_F(PredictionJsonTest, ALabelCountsAsTheAnswerOnlyWhereItLooksLikeOne) {
  for (const char* row :
       {R"({"label":"joy","score":0.6})", R"({"label":"joy","scores":{"joy":0.6,"fear":0.4}})",
        R"({"label":"fear","score":0.4,"scores":{"joy":0.6,"fear":0.4}})",
        R"({"label":"joy","pred":"fear","predicted":"fear"})", R"({"label":"happy","scores":{"joy":0.6,"fear":0.4}})",
        R"({"label":"neutral","abstained":true,"scores":{"joy":0.6,"fear":0.4}})",
        R"({"label":"fear","gold":"joy"})"}) {
    const auto file = read(std::string(row) + "\n");
    ASSERT_TRUE(file) << row << ": " << file.error().message;
    EXPECT_TRUE(file->rows[0].predicted) << row;
  }
  expect_error(R"({"text":"x","label":"fear","scores":{"joy":0.6,"fear":0.4}})", "call the right label 'gold'");
  expect_error(R"({"text":"x","label":"sad","scores":{"joy":0.6,"fear":0.4}})", "not the label of the largest score");
  expect_error(R"({"text":"x","label":"fear"})", "without a score");
  for (const char* name : {"prediction", "Predicted", "predicted_class", "y_pred"}) {
    expect_error(R"({"label":"fear","score":0.9,")" + std::string(name) + R"(":"joy"})",
                 "has 'label' and '" + std::string(name));
  }
}

TEST_F(PredictionJsonTest, ListsOfScoresAreRowsInLinesAndInAList) {
  const std::string first = R"([{"label":"joy","score":0.75},{"label":"fear","score":0.25}])";
  const std::string second = R"([{"label":"fear","score":1},{"label":"joy","score":0}])";
  const std::vector<std::string> contents{first + "\n" + second + "\n", "\n \n" + first + "\n\n" + second,
                                          "[" + first + ",\n" + second + "]\n"};
  for (const std::string& content : contents) {
    const auto file = read(content);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->rows.size(), 2U);
    EXPECT_EQ(file->labels, (std::vector<std::string>{"fear", "joy"}));
    EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0.25F, 0.75F}));
    EXPECT_EQ(file->rows[1].scores, (std::vector<float>{1, 0}));
  }
  const auto single = read(first + "\n");
  ASSERT_TRUE(single) << single.error().message;
  EXPECT_EQ(single->rows.size(), 2U) << "a list of rows of one answer each";
  const auto best = read("[{\"label\":\"joy\",\"score\":0.9}]\n[{\"label\":\"fear\",\"score\":0.8}]\n");
  ASSERT_TRUE(best) << best.error().message;
  EXPECT_EQ(best->rows[1].predicted, std::vector<std::string>{"fear"});
  EXPECT_TRUE(best->rows[1].scores.empty() && best->rows[0].scores.empty()) << "the others are not known";
  const auto bare = read("[0.25,0.75]\n[1,0]\n", "p.jsonl", {.labels = {"joy", "fear"}, .label_separator = '|'});
  ASSERT_TRUE(bare) << bare.error().message;
  EXPECT_EQ(bare->rows[0].scores, (std::vector<float>{0.25F, 0.75F}));
  expect_error("[]\n[]\n", "without names");
}

TEST_F(PredictionJsonTest, NumbersAreNamesAsTheyAreInData) {
  const auto file = read(R"({"gold":2,"predicted":[2.0,1]})");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->rows[0].gold, std::vector<std::string>{"2"});
  EXPECT_EQ(file->rows[0].predicted, (std::vector<std::string>{"2.0", "1"}));
}

TEST_F(PredictionJsonTest, AMemberThatMayNameTheRowIsRemembered) {
  EXPECT_EQ(read("{\"predicted\":\"joy\",\"ID\":3}\n")->unread_row_name, "ID");
  EXPECT_EQ(read("{\"predicted\":\"joy\",\"id\":3}\n")->unread_row_name, "");
}

TEST_F(PredictionJsonTest, AnIdOfNullIsNone) {
  const auto file = read("{\"id\":null,\"row\":2,\"predicted\":\"joy\"}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_FALSE(file->rows[0].id);
}

TEST_F(PredictionJsonTest, RowsMayNameLabelsInAnyOrderAndLeaveSomeOut) {
  const auto file = read("{\"scores\":{\"joy\":1}}\n\n{\"scores\":{\"anger\":0.4,\"joy\":0.6}}\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->labels, (std::vector<std::string>{"anger", "joy"}));
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0, 1}));
  EXPECT_EQ(file->rows[1].scores, (std::vector<float>{0.4F, 0.6F}));
  EXPECT_EQ(file->rows[1].line, 3U);
}

}  // namespace
}  // namespace emo::eval
