// What a reader is told before believing the figures.
#include "eval/evaluation_notes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace emo::eval {
namespace {

Evaluation sound() {
  Evaluation evaluation;
  evaluation.n = 300;
  evaluation.labels = {"joy", "fear"};
  evaluation.per_class = {{"joy", 0.8, 0.7, 0.75, 200, 0.9, 0.9}, {"fear", 0.6, 0.5, 0.55, 100, 0.8, 0.7}};
  return evaluation;
}

bool says(const Evaluation& evaluation, const std::string& words) {
  const auto notes = notes_on(evaluation);
  return std::any_of(notes.begin(), notes.end(),
                     [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

TEST(EvaluationNotes, NothingIsSaidOfSoundFigures) {
  EXPECT_TRUE(notes_on(sound()).empty());
}

TEST(EvaluationNotes, ClassesThatCannotBeJudged) {
  auto evaluation = sound();
  evaluation.per_class[1].support = 0;
  EXPECT_TRUE(says(evaluation, "Without a row in the data: fear."));
  EXPECT_TRUE(says(evaluation, "All rows are of one class, 'joy'"));
  evaluation.per_class[1].support = 9;
  EXPECT_TRUE(says(evaluation, "With fewer than 10 rows: fear (9)"));
  evaluation.per_class[1].support = 10;
  EXPECT_FALSE(says(evaluation, "fewer than 10"));
  evaluation.per_class[1].precision = evaluation.per_class[1].recall = 0;
  EXPECT_TRUE(says(evaluation, "Never predicted rightly: fear."));
}

TEST(EvaluationNotes, WhereLabelsAreDecidedOneByOneAccuracyIsNoRecall) {
  auto evaluation = sound();
  evaluation.decision = Decision::kMultiLabel;
  evaluation.n_no_gold = 100;
  evaluation.per_class[1].support = 0;
  EXPECT_FALSE(says(evaluation, "All rows are of one class"));
  EXPECT_TRUE(says(evaluation, "No class but 'joy' has a row"));
}

TEST(EvaluationNotes, FewRowsErrorsAndMissingProbabilities) {
  auto evaluation = sound();
  evaluation.n = 99;
  evaluation.n_errors = 1;
  evaluation.nll = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(says(evaluation, "Only 99 rows"));
  EXPECT_TRUE(says(evaluation, "No answer of the model for 1 row"));
  EXPECT_TRUE(says(evaluation, "No probabilities were given"));
  evaluation.slices = {{"topic", {}, 3, 40}};
  EXPECT_TRUE(says(evaluation, "Column 'topic' has 3 more values with 40 rows, not shown"));
}

}  // namespace
}  // namespace emo::eval
