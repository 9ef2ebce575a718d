// Files of predictions in every accepted form, and in forms that are refused with their place.
#include "eval/prediction_file.hpp"

#include <gtest/gtest.h>

#include "prediction_file_test.hpp"

namespace emo::eval {
namespace {

TEST_F(PredictionFileTest, ALabelHasOneScoreInARow) {
  const std::string row = R"({"scores":[{"label":"joy","score":0.5},{"label":"fear","score":0.5}]})";
  ASSERT_TRUE(read(row + "\n" + row + "\n")) << "in every row";
  expect_error(R"({"scores":[{"label":"joy","score":0.5},{"label":"fear","score":0.1},{"label":"joy","score":0.9}]})",
               "p.jsonl:1: gives the label 'joy' two scores");
  expect_error("score_joy,p_joy\n0.5,0.9\n", "gives the label 'joy' two scores", "p.csv");
}

TEST_F(PredictionFileTest, AllFormsOfScores) {
  const std::vector<float> expected{0.25F, 0.75F};
  for (const char* line :
       {R"({"scores":{"anger":0.25,"joy":0.75}})", R"({"scores":[0.25,0.75],"labels":["anger","joy"]})",
        R"({"scores":[{"label":"anger","score":0.25},{"label":"joy","score":0.75}]})"}) {
    const auto file = read(line);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->rows[0].scores, expected) << line;
  }
  PredictionFileOptions options;
  options.labels = {"anger", "joy"};
  EXPECT_EQ(read("{\"scores\":[0.25,0.75]}\n", "p.jsonl", options)->rows[0].scores, expected);
  EXPECT_EQ(read("gold,score_anger,score_joy\njoy,0.25,0.75\n", "p.csv")->rows[0].scores, expected);
  EXPECT_EQ(read("gold,score:anger,score:joy\njoy,0.25,0.75\n", "p.csv")->rows[0].scores, expected);
  EXPECT_EQ(read("id,label,score,anger,joy,valence\n1,joy,0.75,0.25,0.75,0.1\n", "p.csv")->rows[0].scores, expected);
  const auto ours = read("id,label,score,billing,joy,emotions,anger\n1,joy,0.75,0.25,0.75,,x\n", "p.csv");
  ASSERT_TRUE(ours) << ours.error().message;
  EXPECT_EQ(ours->labels, (std::vector<std::string>{"billing", "joy"})) << "labels of one's own";
  EXPECT_EQ(ours->rows[0].scores, expected);
  EXPECT_EQ(read("x\ty\n0.25\t0.75\n", "p.tsv", {.labels = {"x", "y"}})->rows[0].scores, expected);
}

TEST_F(PredictionFileTest, DecisionsAlone) {
  const auto file = read("{\"predicted\":\"joy\"}\n{\"label\":\"anger\",\"score\":0.9}\n{\"predicted\":[]}\n");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_TRUE(file->labels.empty());
  EXPECT_EQ(*file->rows[1].predicted, (std::vector<std::string>{"anger"}));
  EXPECT_TRUE(file->rows[2].predicted->empty());
  const auto csv = read("row,predicted,gold\n2,joy|love,joy\n", "p.csv");
  ASSERT_TRUE(csv) << csv.error().message;
  EXPECT_EQ(*csv->rows[0].predicted, (std::vector<std::string>{"joy", "love"}));
  EXPECT_EQ(csv->rows[0].row, 2U);
  EXPECT_FALSE(csv->rows[0].id) << "no id column is no id";
}

TEST_F(PredictionFileTest, TheCaseOfAnExtensionDoesNotMatter) {
  for (const char* name : {"p.CSV", "p.Csv"}) {
    const auto file = read("id,gold,predicted\na,joy,joy\n", name);
    ASSERT_TRUE(file) << name << ": " << file.error().message;
    EXPECT_EQ(file->rows[0].predicted, std::vector<std::string>{"joy"});
  }
  EXPECT_TRUE(read("id\tgold\tpredicted\na\tjoy\tjoy\n", "p.TSV"));
}

TEST_F(PredictionFileTest, WhatIsWrongIsNamedWithItsPlace) {
  expect_error("", "has no prediction");
  expect_error("{\"scores\":{\"joy\":1}}\nnot json\n", "p.jsonl:2");
  expect_error("{\"scores\":{\"joy\":1}}\n{\"scores\":{\"joy\":1},\"i", "cut off");
  expect_error("{\"scores\":{\"joy\":NaN}}\n", "NaN");
  expect_error("{\"scores\":{\"joy\":\"high\"}}\n", "the score of 'joy' is not a number");
  expect_error("{\"scores\":{\"joy\":1e999}}\n", "p.jsonl:1");
  expect_error("{\"scores\":[0.5,0.5]}\n", "--labels");
  expect_error("{\"scores\":[0.5],\"labels\":[\"a\",\"b\"]}\n", "1 scores for 2 labels");
  expect_error("{\"scores\":7}\n", "'scores'");
  expect_error("{\"id\":\"x\"}\n", "neither 'scores' nor 'predicted'");
  expect_error("{\"predicted\":true}\n", "'predicted'");
  expect_error("{\"gold\":{},\"predicted\":\"a\"}\n", "'gold'");
  expect_error("{\"row\":-1,\"predicted\":\"a\"}\n", "'row'");
  expect_error("[]\n", "has no prediction");
  expect_error("[1]\n", "element 1: is not a JSON object");
  expect_error("1\n", "not a JSON object");
  expect_error("gold,score_joy\njoy,nan\n", "'joy' is not a number", "p.csv");
  expect_error("gold,score_joy\njoy,high\n", "p.csv:2", "p.csv");
  expect_error("gold,score_joy\njoy,\n", "expected a number", "p.csv");
  expect_error("gold,comment\njoy,1\n", "neither a column of scores", "p.csv");
  expect_error("row,predicted\nx,joy\n", "'row' is 'x'", "p.csv");
  EXPECT_EQ(read_predictions(folder_ / "none.jsonl").error().code, ErrorCode::kNotFound);
  PredictionFileOptions options;
  options.labels = {"joy", "fear"};
  const auto missing = read("gold,joy\njoy,1\n", "p.csv", options);
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("'fear'"), std::string::npos);
}

TEST_F(PredictionFileTest, ASourceOfAnotherKindIsNoPicture) {
  const auto table = read("id,source,score_joy,score_anger\na,books,0.9,0.1\n", "p.csv");
  const auto lines = read("{\"id\":\"a\",\"source\":\"books\",\"scores\":{\"joy\":1}}\n");
  ASSERT_TRUE(table && lines);
  EXPECT_FALSE(table->by_picture);
  EXPECT_FALSE(lines->by_picture);
}

TEST_F(PredictionFileTest, WhatEmoFaceWrites) {
  const auto lines = read(
      "{\"source\":\"a.png\",\"faces\":[{\"box\":{\"x\":0,\"y\":0,\"w\":9,\"h\":9},\"label\":\"joy\","
      "\"scores\":[{\"label\":\"joy\",\"score\":0.8},{\"label\":\"anger\",\"score\":0.2}]},"
      "{\"box\":{\"x\":0,\"y\":0,\"w\":20,\"h\":9},\"label\":\"anger\","
      "\"scores\":[{\"label\":\"anger\",\"score\":0.7},{\"label\":\"joy\",\"score\":0.3}]}]}\n"
      "{\"source\":\"b.png\",\"faces\":[]}\n"
      "{\"source\":\"c.png\",\"error\":{\"code\":\"invalid_input\",\"message\":\"no picture\"}}\n");
  const auto table = read(
      "source,face,x,y,w,h,detection,label,score,joy,anger,reasons,error\n"
      "a.png,0,0,0,9,9,0.9,joy,0.8,0.8,0.2,,\na.png,1,0,0,20,9,0.9,anger,0.7,0.3,0.7,,\n"
      "b.png,,,,,,,,,,,,\nc.png,,,,,,,,,,,,no picture\n",
      "p.csv");
  for (const auto* file : {&lines, &table}) {
    ASSERT_TRUE(*file) << file->error().message;
    EXPECT_TRUE((*file)->by_picture);
    EXPECT_EQ((*file)->input_name, "image");
    EXPECT_EQ((*file)->labels, (std::vector<std::string>{"anger", "joy"}));
    ASSERT_EQ((*file)->rows.size(), 3U);
    const auto& rows = (*file)->rows;
    EXPECT_EQ(rows[0].input, "a.png");
    EXPECT_EQ(rows[0].predicted, std::vector<std::string>{"anger"}) << "the largest face counts";
    EXPECT_EQ(rows[0].scores, (std::vector<float>{0.7F, 0.3F}));
    ASSERT_TRUE(rows[1].error && rows[2].error);
    EXPECT_NE(rows[1].error->message.find("no face"), std::string::npos);
    EXPECT_EQ(rows[2].error->message, "no picture");
  }
}

}  // namespace
}  // namespace emo::eval
