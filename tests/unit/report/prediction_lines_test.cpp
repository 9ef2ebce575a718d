// What is taken from a line of predictions.jsonl. What its damage looks like in a record is evaluation_record_test's.
#include "report/prediction_lines.hpp"

#include <gtest/gtest.h>

#include "record_folder.hpp"

namespace emo::report {
namespace {

class PredictionLines : public RecordFolder {
 protected:
  std::vector<PredictionLine> lines_of(const std::string& content, EmptyGold empty_gold = EmptyGold::kUnlabelled) {
    write("predictions.jsonl", content);
    std::vector<PredictionLine> lines;
    const auto read = read_prediction_lines(
        folder_ + "/predictions.jsonl", [&](PredictionLine& line) { lines.push_back(line); }, empty_gold, notes_);
    EXPECT_TRUE(read);
    if (read) counts_ = *read;
    return lines;
  }
  PredictionCounts counts_;
  RecordNotes notes_;
};

TEST_F(PredictionLines, EveryMemberGoesToItsPlace) {
  const auto lines = lines_of(
      "\n"
      R"({"id":"a7","row":7,"text":"so good","gold":"joy","predicted":["joy"],"scores":{"joy":0.75,"anger":0.25},)"
      R"("genre":"poem","year":1817,"long":")" +
      std::string(100, 'x') + R"(","list":[1],"extra":{"author":"K"}})" + "\n");
  ASSERT_EQ(lines.size(), 1U);
  const PredictionLine& line = lines[0];
  EXPECT_EQ(line.line, 2U);
  EXPECT_EQ(line.row, 7U);
  EXPECT_EQ(line.id, "a7");
  EXPECT_EQ(line.text, "so good");
  EXPECT_EQ(line.gold, std::vector<std::string>{"joy"}) << "one label may stand without a list";
  EXPECT_EQ(line.scores, (std::map<std::string, double>{{"anger", 0.25}, {"joy", 0.75}}));
  EXPECT_EQ(line.extra, (std::map<std::string, std::string>{{"author", "K"}, {"genre", "poem"}, {"year", "1817"}}))
      << "no lists and no long texts";
  EXPECT_TRUE(notes_.empty());
}

TEST_F(PredictionLines, AnEmptyGoldListIsAnAnswerWhereLabelsAreDecidedOneByOne) {
  const std::string content = R"({"row":1,"gold":[],"predicted":[]})"
                              "\n";
  EXPECT_TRUE(lines_of(content).empty());
  EXPECT_EQ(counts_.without_gold, 1U);
  EXPECT_EQ(lines_of(content, EmptyGold::kNoneOfThem).size(), 1U);
}

TEST_F(PredictionLines, WhereScoresAloneAreWantedNoLabelsAreNeeded) {
  const auto lines = lines_of(R"({"row":1,"scores":{"a":1}})"
                              "\n"
                              R"({"row":2,"gold":["a"],"predicted":["a"]})"
                              "\n"
                              R"({"row":3,"scores":{"a":7}})"
                              "\n"
                              R"({"row":4,"text":"a secret)"
                              "\n",
                              EmptyGold::kNotAsked);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].row, 1U);
  EXPECT_EQ(counts_.without_scores, 1U);
  ASSERT_EQ(notes_.size(), 3U);
  EXPECT_NE(notes_[0].text.find("1 broken line left out; the first is line 4: not JSON"), std::string::npos)
      << notes_[0].text;
  EXPECT_NE(notes_[1].text.find("1 unscored line left out; the first is line 2: no scores"), std::string::npos);
  EXPECT_NE(notes_[2].text.find("1 unsound line left out; the first is line 3: the score of a is 7"),
            std::string::npos);
}

TEST_F(PredictionLines, RoundingBeyondTheEndsIsCutAndMoreIsNoProbability) {
  const auto lines = lines_of(R"({"row":1,"gold":["a"],"predicted":["a"],"scores":{"a":1.0000005,"b":-0.0000005}})"
                              "\n"
                              R"({"row":2,"gold":["a"],"predicted":["a"],"scores":{"a":1.01}})"
                              "\n");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].scores, (std::map<std::string, double>{{"a", 1}, {"b", 0}}));
  EXPECT_TRUE(lines[1].scores.empty());
  EXPECT_EQ(counts_.bad_scores, 1U);
  ASSERT_EQ(notes_.size(), 1U);
  EXPECT_TRUE(notes_[0].serious);
}

TEST_F(PredictionLines, WhatAnEvaluationTakesForRoundingIsRoundingHere) {
  const auto lines =
      lines_of(R"({"row":1,"gold":["a"],"predicted":["a"],"scores":{"a":1.00005,"b":-0.00005}})" + std::string("\n"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].scores, (std::map<std::string, double>{{"a", 1}, {"b", 0}}));
  EXPECT_TRUE(notes_.empty());
}

TEST_F(PredictionLines, AnErrorThatIsNullIsNone) {
  const auto lines = lines_of(R"({"row":1,"error":null,"gold":["a"],"predicted":["a"]})" + std::string("\n"));
  EXPECT_EQ(lines.size(), 1U);
  EXPECT_EQ(counts_.with_error, 0U);
}

TEST_F(PredictionLines, ErrorsAreCountedAndRepeatedRowsTold) {
  const auto lines = lines_of(R"({"row":3,"gold":["a"],"error":{"code":"x"}})"
                              "\n"
                              R"({"row":4,"gold":["a"],"predicted":["b"]})"
                              "\n"
                              R"({"row":4,"gold":["a"],"predicted":["a"]})"
                              "\n");
  EXPECT_EQ(lines.size(), 2U);
  EXPECT_EQ(counts_.lines, 3U);
  EXPECT_EQ(counts_.with_error, 1U);
  EXPECT_EQ(counts_.repeated_rows, 1U);
  EXPECT_EQ(counts_.usable, 2U);
}

TEST_F(PredictionLines, AMissingFileIsNamed) {
  RecordNotes notes;
  const auto read = read_prediction_lines(
      folder_ + "/none.jsonl", [](PredictionLine&) {}, EmptyGold::kUnlabelled, notes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kNotFound);
  EXPECT_NE(read.error().message.find("none.jsonl"), std::string::npos);
}

TEST_F(PredictionLines, AnIdMayBeAWholeNumberAndIsKnownFromNone) {
  const auto lines = lines_of(R"({"id":17,"row":1,"gold":["a"],"predicted":["a"]})"
                              "\n"
                              R"({"row":2,"gold":["a"],"predicted":["a"]})"
                              "\n");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].id, "17");
  EXPECT_TRUE(lines[0].has_id);
  EXPECT_EQ(lines[1].id, "2") << "its row, for want of one";
  EXPECT_FALSE(lines[1].has_id);
}

}  // namespace
}  // namespace emo::report
