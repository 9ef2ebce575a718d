#include "eval/mistakes.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "eval/evaluation_files.hpp"
#include "io/json.hpp"
#include "linear_recognizer.hpp"
#include "temporary_folder.hpp"

namespace emo::eval {
namespace {

/// Head "tone" of LinearRecognizer judged as a choice between "good" and "bad".
Evaluation judged(const std::vector<std::pair<std::string, std::vector<float>>>& rows) {
  Evaluation evaluation;
  evaluation.labels = {"good", "bad"};
  evaluation.head = "tone";
  evaluation.input_name = "text";
  std::uint64_t row = 0;
  for (const auto& [text, scores] : rows) {
    Prediction prediction;
    prediction.row = ++row;
    prediction.id = "r" + std::to_string(row);
    prediction.input = text;
    prediction.gold = {"good"};
    prediction.predicted = {scores[0] >= scores[1] ? "good" : "bad"};
    prediction.probabilities = scores;
    evaluation.predictions.push_back(std::move(prediction));
  }
  return evaluation;
}

const test::LinearRecognizer kRecognizer({{"lovely", 2.0}, {"awful", -1.5}});

TEST(Mistakes, TheSurestWrongRowsComeFirst) {
  auto evaluation = judged({{"a", {0.4F, 0.6F}}, {"b", {0.9F, 0.1F}}, {"c", {0.05F, 0.95F}}, {"d", {0.4F, 0.6F}}});
  EXPECT_EQ(worst_mistakes(evaluation, 9), (std::vector<std::size_t>{2, 0, 3}));
  EXPECT_EQ(worst_mistakes(evaluation, 1), (std::vector<std::size_t>{2}));
  evaluation.predictions[2].gold = {"good", "bad"};  // partly right now
  EXPECT_EQ(worst_mistakes(evaluation, 1), (std::vector<std::size_t>{0}));
  evaluation.predictions[0].error = Error{ErrorCode::kInvalidInput, "unread"};
  evaluation.predictions[3].probabilities.clear();
  EXPECT_TRUE(worst_mistakes(evaluation, 9).empty());
}

TEST(Mistakes, WordsWeighForTheAnswerThatWasGiven) {
  auto evaluation = judged({{"an awful day", {0.1F, 0.9F}}, {"caf\xC3\xA9 awful", {0.3F, 0.7F}}});
  add_mistake_words(kRecognizer, evaluation);
  ASSERT_EQ(evaluation.mistakes.size(), 2U);
  const MistakeDetail& worst = evaluation.mistakes[0];
  EXPECT_EQ(worst.row, 1U);
  EXPECT_EQ(worst.id, "r1");
  EXPECT_EQ(worst.label, "bad");
  ASSERT_EQ(worst.words.size(), 3U);
  EXPECT_NEAR(worst.words[1].weight, 1.5, 1e-4);
  EXPECT_NEAR(worst.words[0].weight, 0, 1e-4);
  EXPECT_EQ(evaluation.mistakes[1].words[1].start, 5U) << "code points";
}

TEST(Mistakes, OfSeveralLabelsTheAnsweredOneCountsThoughAnotherIsLikelier) {
  auto evaluation = judged({{"lovely a", {0.3F, 0.8F}}, {"lovely b", {0.2F, 0.7F}}, {"lovely c", {0.4F, 0.1F}}});
  evaluation.decision = Decision::kMultiLabel;
  // "bad" has a threshold that is never reached; none of the rows has a gold label.
  for (Prediction& prediction : evaluation.predictions) {
    prediction.gold.clear();
    prediction.predicted = {"good"};
  }
  evaluation.predictions[1].predicted.clear();  // none of them, and that is right
  EXPECT_EQ(worst_mistakes(evaluation, 9), (std::vector<std::size_t>{2, 0}));
  evaluation.predictions[1].gold = {"bad"};  // a label that no answer names: wrong, but sure of nothing
  EXPECT_EQ(worst_mistakes(evaluation, 9), (std::vector<std::size_t>{2, 0, 1}));
  add_mistake_words(kRecognizer, evaluation);
  ASSERT_EQ(evaluation.mistakes.size(), 2U) << "where nothing is answered nothing is explained";
  for (const MistakeDetail& detail : evaluation.mistakes) EXPECT_EQ(detail.label, "good");
}

TEST(Mistakes, LongTextsAreNotExplainedAndTheBudgetIsKept) {
  std::string long_text;
  for (int i = 0; i < 80; ++i) long_text += "awful ";
  std::string short_text;
  for (int i = 0; i < 40; ++i) short_text += "awful ";
  // 80 x 81 words are over kFreeWords; 40 x 41 fit three times.
  auto evaluation = judged({{long_text, {0.0F, 1.0F}},
                            {short_text, {0.1F, 0.9F}},
                            {short_text, {0.1F, 0.9F}},
                            {short_text, {0.1F, 0.9F}},
                            {short_text, {0.1F, 0.9F}}});
  add_mistake_words(kRecognizer, evaluation);
  ASSERT_EQ(evaluation.mistakes.size(), 3U);
  EXPECT_EQ(evaluation.mistakes[0].row, 2U);
  evaluation.mistakes.clear();
  add_mistake_words(kRecognizer, evaluation, 2);
  EXPECT_EQ(evaluation.mistakes.size(), 1U) << "the two worst, of which one is too long";
}

TEST(Mistakes, PicturesAreSmallAndFailuresLeftOut) {
  auto evaluation = judged({{"0", {0.4F, 0.6F}}, {"1", {0.1F, 0.9F}}, {"2", {0.2F, 0.8F}}});
  const auto picture = [](std::size_t i) -> Result<vision::Image> {
    if (i == 1) return Error{ErrorCode::kIo, "gone"};
    return i == 2 ? vision::Image(48, 40, 1) : vision::Image(400, 200, 3);
  };
  add_mistake_pictures(evaluation, picture);
  ASSERT_EQ(evaluation.mistakes.size(), 2U);
  EXPECT_EQ(evaluation.mistakes[0].row, 3U);
  EXPECT_EQ(evaluation.mistakes[0].picture_type, "image/png") << "pixels of a small face as they are";
  EXPECT_EQ(evaluation.mistakes[1].picture_type, "image/jpeg");
  EXPECT_LT(evaluation.mistakes[1].bytes.size(), 4000U);
}

TEST(Mistakes, TheFileIsWrittenAndAnOldOneRemoved) {
  const test::TemporaryFolder folder;
  const std::string path = folder / "mistakes.jsonl";
  auto evaluation = judged({{"awful", {0.1F, 0.9F}}});
  evaluation.mistakes = {{1, "r1", "bad", 0.75, {{0, 5, 1.5}}, "", ""}, {2, "r2", "bad", 0.5, {}, "image/png", "foo"}};
  ASSERT_TRUE(write_evaluation(evaluation, folder / ""));
  std::ifstream in(path);
  std::string first, second;
  std::getline(in, first);
  std::getline(in, second);
  EXPECT_EQ(first, R"({"row":1,"id":"r1","label":"bad","score":0.75,"words":[{"start":0,"end":5,"weight":1.5}]})");
  EXPECT_EQ(second, R"({"row":2,"id":"r2","label":"bad","score":0.5,"picture":"data:image/png;base64,Zm9v"})");
  evaluation.mistakes = {{3, "r3", "", 0, {}, "image/png", "foo"}};
  ASSERT_TRUE(write_evaluation(evaluation, folder / ""));
  std::ifstream again(path);
  std::getline(again, first);
  EXPECT_EQ(first, R"({"row":3,"id":"r3","picture":"data:image/png;base64,Zm9v"})") << "none answered, no score";
  evaluation.mistakes.clear();
  ASSERT_TRUE(write_evaluation(evaluation, folder / ""));
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace emo::eval
