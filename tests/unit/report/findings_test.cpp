// Every rule that turns figures into words, on figures that fall on either side of it.
#include "report/findings.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "samples.hpp"

namespace emo::report {
namespace {

using test::joined;
using test::sample_record;
using test::says;

TEST(Findings, HeadlineStatesRowsSplitAndIntervals) {
  const std::string text = headline_words(sample_record()).text;
  for (const char* part : {"100 rows", "test", "0.655", "0.550\u20130.750", "accuracy 0.730"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
  }
  EvaluationRecord empty;
  EXPECT_NE(headline_words(empty).text.find("No row"), std::string::npos);
}

TEST(Findings, PairsAreSharesOfTheTrueClassLargestFirst) {
  const auto pairs = confused_pairs(sample_record(), 10);
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_EQ(pairs[0].gold, "sadness");
  EXPECT_EQ(pairs[0].answered, "neutral");
  EXPECT_DOUBLE_EQ(pairs[0].share, 0.6);
  ASSERT_TRUE(pairs[0].back);
  EXPECT_NEAR(*pairs[0].back, 10.0 / 30, 1e-12);
  EXPECT_EQ(confused_pairs(sample_record(), 1).size(), 1U);
}

TEST(Findings, RareClassesMakeNoPairs) {
  auto record = sample_record();
  record.confusion[2] = {0, 12, 7};  // 19 rows
  for (const auto& pair : confused_pairs(record, 10)) EXPECT_NE(pair.gold, "sadness");
}

TEST(Findings, SadnessAndNeutralAreNamed) {
  const auto words = confusion_words(sample_record());
  EXPECT_TRUE(says(words, "60 % of sadness as neutral (12 of 20)")) << joined(words);
  EXPECT_TRUE(says(words, "taken for each other")) << joined(words);
  EXPECT_TRUE(says(words, "60.0 % of sadness is read as neutral")) << joined(words);
  auto one_way = sample_record();
  one_way.confusion[1] = {0, 0, 0};
  EXPECT_TRUE(says(confusion_words(one_way), "60.0 % of sadness is read as neutral.")) << "no neutral row, no share";
  auto clean = sample_record();
  clean.confusion = {{50, 0, 0}, {0, 30, 0}, {0, 0, 20}};
  EXPECT_TRUE(confusion_words(clean).empty());
}

TEST(Findings, AClassOfFewRowsIsNotTakenForAnotherInReturn) {
  auto record = sample_record();
  record.confusion[1] = {0, 2, 1};  // three rows of neutral, one of them read as sadness
  const auto words = confusion_words(record);
  EXPECT_TRUE(says(words, "60 % of sadness as neutral (12 of 20)")) << joined(words);
  EXPECT_FALSE(says(words, "taken for each other")) << joined(words);
  EXPECT_FALSE(says(words, "of neutral as sadness")) << joined(words);
}

TEST(Findings, BestWorstDeadAndAbsentClasses) {
  auto record = sample_record();
  record.classes.push_back({"fear", 0, 0, 0, 25});
  record.classes.push_back({"disgust", 0, 0, 0, 0});
  record.classes.push_back({"surprise", 0.5, 0.5, 0.5, 3});
  const auto words = class_words(record);
  EXPECT_TRUE(says(words, "Read best: joy (0.95)")) << joined(words);
  EXPECT_TRUE(says(words, "Never found: fear (25 rows)")) << joined(words);
  EXPECT_TRUE(says(words, "nothing is known about: disgust")) << joined(words);
  EXPECT_TRUE(says(words, "Too few rows to judge: surprise (3)")) << joined(words);
}

TEST(Findings, MissedAndOverusedClassesAreToldApart) {
  auto record = sample_record();
  record.classes[2] = {"sadness", 0.8, 0.3, 0.42, 20};
  EXPECT_TRUE(says(class_words(record), "Most sadness is missed rather than seen"));
  record.classes[2] = {"sadness", 0.95, 0.65, 0.42, 20};
  EXPECT_TRUE(says(class_words(record), "sadness is missed more often than seen"));
  record.classes[2] = {"sadness", 0.3, 0.8, 0.42, 20};
  EXPECT_TRUE(says(class_words(record), "seen too often"));
  record.classes[2] = {"sadness", 0.4, 0.44, 0.42, 20};
  EXPECT_FALSE(says(class_words(record), "far below"));
}

TEST(Findings, ImbalanceIsMeasuredAndItsEffectToo) {
  const auto words = imbalance_words(sample_record());
  EXPECT_TRUE(says(words, "unevenly frequent")) << joined(words);
  EXPECT_TRUE(says(words, "2.5 to 1")) << joined(words);
  EXPECT_NEAR(errors_to_larger_class(sample_record()), 12.0 / 27, 1e-12);
  auto skewed = sample_record();
  skewed.classes[0].support = 500;
  EXPECT_TRUE(says(imbalance_words(skewed), "very unevenly"));
  for (auto& c : skewed.classes) c.support = 30;
  skewed.classes[0].support = 31;
  EXPECT_TRUE(says(imbalance_words(skewed), "about equally"));
}

TEST(Findings, RankCorrelationKnowsItsSign) {
  EvaluationRecord record;
  for (int i = 1; i <= 5; ++i)
    record.classes.push_back({std::to_string(i), 0, 0, i / 10.0, static_cast<std::uint64_t>(i * i)});
  EXPECT_DOUBLE_EQ(support_f1_correlation(record), 1);
  for (auto& c : record.classes) c.f1 = 1 - c.f1;
  EXPECT_DOUBLE_EQ(support_f1_correlation(record), -1);
  for (auto& c : record.classes) c.f1 = 0.5;
  EXPECT_TRUE(std::isnan(support_f1_correlation(record)));
  record.classes.resize(3);
  EXPECT_TRUE(std::isnan(support_f1_correlation(record)));
}

TEST(Findings, AClassThatIsNeverAnsweredHasNoPrecision) {
  auto record = sample_record();
  record.classes.push_back({"fear", 0, 0, 0, 25, 0});
  EXPECT_TRUE(says(class_words(record), "fear (F1 0.00, never answered)")) << joined(class_words(record));
  record.classes.back().answered = 4;
  EXPECT_TRUE(says(class_words(record), "fear (F1 0.00, precision 0.00")) << joined(class_words(record));
}

TEST(Findings, AbstainingIsJudgedByWhatItBuys) {
  auto record = sample_record();
  EXPECT_TRUE(says(coverage_words(record), "wrong in 27.0 %"));
  EXPECT_FALSE(says(coverage_words(record), "buys little"));
  record.coverage_risk[0].risk = 0.25;
  EXPECT_TRUE(says(coverage_words(record), "buys little"));
  record.coverage_risk.clear();
  EXPECT_TRUE(coverage_words(record).empty());
}

TEST(Findings, ASliceGapNeedsIntervalsApart) {
  auto record = sample_record();
  EXPECT_TRUE(says(slice_words(record), "a gap of 28 points.")) << joined(slice_words(record));
  record.slices[1] = {"genre", "tweet", 60, 51, wilson_interval(51, 60)};
  EXPECT_TRUE(says(slice_words(record), "intervals overlap")) << joined(slice_words(record));
}

TEST(Findings, ASliceGapIsTheDifferenceOfTheSharesBesideIt) {
  auto record = sample_record();  // 69.7 % and 62.3 %
  record.slices = {{"group", "a", 175, 122, wilson_interval(122, 175)},
                   {"group", "b", 175, 109, wilson_interval(109, 175)}};
  EXPECT_TRUE(says(slice_words(record), "70 % right where it is a, 62 % where it is b, a gap of 8 points"))
      << joined(slice_words(record));
}

TEST(Findings, TestBelowValidationIsSaid) {
  auto validation = sample_record(), test = sample_record();
  EXPECT_TRUE(says(transfer_words(validation, test), "practically the same"));
  test.intervals.clear();
  test.figures["macro_f1"] = 0.55;
  EXPECT_TRUE(says(transfer_words(validation, test), "10.5 points lower: choices made"));
  test.figures["macro_f1"] = 0.75;
  EXPECT_TRUE(says(transfer_words(validation, test), "easier"));
  validation.intervals["macro_f1"] = {0.6, 0.71};
  test.intervals["macro_f1"] = {0.70, 0.8};
  EXPECT_TRUE(says(transfer_words(validation, test), "the intervals overlap"));
  EXPECT_FALSE(says(transfer_words(validation, test), "easier"));
  test.intervals["macro_f1"] = {0.72, 0.8};
  EXPECT_TRUE(says(transfer_words(validation, test), "easier"));
}

TEST(Findings, ClassesThatAreReadAlikeHaveNoBestAndWorst) {
  auto record = sample_record();
  for (auto& c : record.classes) c.precision = c.recall = c.f1 = 1;
  const auto words = class_words(record);
  EXPECT_TRUE(says(words, "The 3 classes with at least 20 rows are read alike: F1 1.00.")) << joined(words);
  EXPECT_FALSE(says(words, "worst")) << joined(words);
}

}  // namespace
}  // namespace emo::report
