// Predictions in csv; what both forms have in common is in prediction_file_test.cpp.
#include "prediction_file_test.hpp"

namespace emo::eval {
namespace {

using PredictionCsvTest = PredictionFileTest;

TEST_F(PredictionCsvTest, AnIdColumnOfNumbersIsOne) {
  const auto numbered = read("id,predicted\n0,fear\n1,anger\n", "p.csv");
  ASSERT_TRUE(numbered) << numbered.error().message;
  EXPECT_EQ(numbered->rows[0].id, "0");
  EXPECT_EQ(numbered->rows[1].id, "1");
  const auto tsv = read(" id \tpredicted\n0\tfear\n", "p.tsv");
  ASSERT_TRUE(tsv) << tsv.error().message;
  EXPECT_EQ(tsv->rows[0].id, "0") << "names of columns go without the spaces around them";
  const auto gaps = read("id,predicted\nx,fear\n,anger\n", "p.csv");
  ASSERT_TRUE(gaps) << gaps.error().message;
  EXPECT_EQ(gaps->rows[1].id, "1") << "as the rows of data are called";
  const auto unnamed = read(",predicted\n0,fear\n1,anger\n", "p.csv");
  ASSERT_TRUE(unnamed) << unnamed.error().message;
  EXPECT_FALSE(unnamed->rows[0].id);
  EXPECT_FALSE(read("id,predicted\n,fear\n,anger\n", "p.csv")->rows[1].id) << "an empty column says nothing";
}

TEST_F(PredictionCsvTest, WhatWasPredictedIsReadAsGoldIs) {
  const auto file = read(
      "gold,predicted\n\"['joy', 'fear']\",\"['joy', 'fear']\"\n\"[\"\"joy\"\"]\",[joy]\njoy|fear, joy | "
      "fear\njoy,[]\n",
      "p.csv");
  ASSERT_TRUE(file) << file.error().message;
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(file->rows[i].predicted, file->rows[i].gold) << i;
    EXPECT_EQ(file->rows[i].gold.front(), "joy") << i;
  }
  EXPECT_EQ(file->rows[3].predicted, std::vector<std::string>());
}

TEST_F(PredictionCsvTest, ALabelCountsAsTheAnswerOnlyWhereItLooksLikeOne) {
  for (const char* table :
       {"label,score\njoy,0.9\n", "label,score_joy,score_fear\njoy,0.6,0.4\n", "label,predicted\njoy,fear\n"}) {
    const auto file = read(table, "p.csv");
    ASSERT_TRUE(file) << table << file.error().message;
    EXPECT_TRUE(file->rows[0].predicted) << table;
  }
  expect_error("text,label,score_joy,score_fear\nx,joy,0.6,0.4\ny,joy,0.4,0.6\n", "p.csv:3: 'label' is not the label",
               "p.csv");
  expect_error("text,label\nx,joy\n", "without a score", "p.csv");
  expect_error("label,score,y_pred\njoy,0.9,fear\n", "has 'label' and 'y_pred'", "p.csv");
}

TEST_F(PredictionCsvTest, AColumnThatMayNameTheRowIsRemembered) {
  EXPECT_EQ(read("predicted,index\njoy,4\n", "p.csv")->unread_row_name, "index");
  EXPECT_EQ(read("row,predicted,index\n2,joy,4\n", "p.csv")->unread_row_name, "index");
}

TEST_F(PredictionCsvTest, ScoresOfFacesStandInTheirPlaceWhateverTheyAreCalled) {
  const auto file = read(
      "source,face,x,y,w,h,detection,label,score,happy,bored,focused,reasons,error\n"
      "a.png,0,0,0,9,9,1.0,bored,0.7,0.2,0.7,0.1,,\n",
      "p.csv");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->labels, (std::vector<std::string>{"bored", "focused", "happy"}));
  EXPECT_EQ(file->rows[0].scores, (std::vector<float>{0.7F, 0.1F, 0.2F}));
}

}  // namespace
}  // namespace emo::eval
