#include "doctor/label_rules.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

using test::add;
using test::checked;
using test::find;
using test::SampleItem;

Examination examine(const std::vector<SampleItem>& items) {
  Examination examination;
  examine_labels(test::sample_view(items), examination);
  return examination;
}

TEST(LabelRules, BalancedDataHaveNothingToReport) {
  std::vector<SampleItem> items;
  for (const std::uint32_t split : {0U, 1U}) {
    for (const std::uint32_t label : {0U, 1U, 2U}) add(items, split, {label}, 60);
  }
  const auto examination = examine(items);
  EXPECT_TRUE(examination.findings.empty());
  EXPECT_TRUE(checked(examination, "class_imbalance"));
  EXPECT_TRUE(checked(examination, "label_shift"));
}

TEST(LabelRules, ImbalanceGivesRatioAndEffectiveNumber) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 1000);
  add(items, 0, {1}, 100);
  add(items, 0, {2}, 10);
  const auto examination = examine(items);
  const auto* imbalance = find(examination, "class_imbalance");
  ASSERT_NE(imbalance, nullptr);
  EXPECT_EQ(imbalance->severity, Severity::kWarning);
  EXPECT_DOUBLE_EQ(imbalance->number, 100);
  EXPECT_NE(imbalance->message.find("'anger' (1,000 rows) is 100.0 times"), std::string::npos) << imbalance->message;
  EXPECT_NE(imbalance->message.find("3 classes act like 1.4 equal ones"), std::string::npos) << imbalance->message;
  const auto* rare = find(examination, "rare_class");
  ASSERT_NE(rare, nullptr);
  EXPECT_EQ(rare->number, 1);
  EXPECT_EQ(rare->evidence[0].note, "joy: 10 rows");
}

TEST(LabelRules, SpellingsOfOneLabelAreAWarning) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 60);
  add(items, 0, {1}, 2);
  add(items, 0, {2}, 60);
  auto view = test::sample_view(items);
  Examination fine;
  examine_labels(view, fine);
  EXPECT_EQ(find(fine, "label_spelling"), nullptr);
  view.labels[1] = " " + view.labels[0];
  view.labels[1][1] = static_cast<char>(view.labels[1][1] - 32);  // a capital
  const std::string written = view.labels[1];
  unite_spellings(view);
  Examination examination;
  examine_labels(view, examination);
  const auto* spelling = find(examination, "label_spelling");
  ASSERT_NE(spelling, nullptr);
  EXPECT_EQ(spelling->severity, Severity::kWarning);
  EXPECT_EQ(spelling->number, 1);
  EXPECT_EQ(spelling->evidence[0].note, "'" + written + "' (2 rows) beside '" + view.labels[0] + "'");
}

TEST(LabelRules, AnotherSpellingInAnotherSplitIsTheSameClass) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 60);
  add(items, 0, {2}, 60);
  add(items, 1, {1}, 30);
  add(items, 1, {2}, 30);
  auto view = test::sample_view(items);
  view.labels[1] = view.labels[0];
  view.labels[1][0] = static_cast<char>(view.labels[1][0] - 32);
  unite_spellings(view);
  Examination examination;
  examine_labels(view, examination);
  EXPECT_NE(find(examination, "label_spelling"), nullptr);
  for (const char* untrue : {"class_not_in_train", "class_absent", "label_shift", "rare_class"}) {
    EXPECT_EQ(find(examination, untrue), nullptr) << untrue;
  }
}

TEST(LabelRules, OneClassIsAnError) {
  std::vector<SampleItem> items;
  add(items, 0, {2}, 100);
  const auto examination = examine(items);
  ASSERT_NE(find(examination, "single_class"), nullptr);
  EXPECT_EQ(find(examination, "single_class")->severity, Severity::kError);
}

TEST(LabelRules, ClassesMissingOnEitherSide) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 60);
  add(items, 0, {1}, 60);
  add(items, 1, {1}, 60);
  add(items, 1, {2}, 60);
  const auto examination = examine(items);
  ASSERT_NE(find(examination, "class_not_in_train"), nullptr);
  EXPECT_EQ(find(examination, "class_not_in_train")->evidence[0].note, "joy");
  EXPECT_EQ(find(examination, "class_not_in_train")->severity, Severity::kError);
  ASSERT_NE(find(examination, "class_absent"), nullptr);
  EXPECT_EQ(find(examination, "class_absent")->evidence[0].note, "anger");
}

TEST(LabelRules, OneOfAKindIsToldInTheSingular) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 60);
  add(items, 0, {1}, 1);
  add(items, 1, {2}, 60);
  const auto examination = examine(items);
  ASSERT_NE(find(examination, "rare_class"), nullptr);
  EXPECT_TRUE(find(examination, "rare_class")->message.starts_with("1 class has fewer"));
  EXPECT_TRUE(find(examination, "rare_class")->evidence[0].note.ends_with(": 1 row"));
  ASSERT_NE(find(examination, "class_not_in_train"), nullptr);
  EXPECT_EQ(find(examination, "class_not_in_train")->message,
            "1 class of 'test' never occurs in training: 'joy' can only be got wrong.");
}

TEST(LabelRules, AllClassesThatAreMissingAreNamed) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 60);
  add(items, 0, {1}, 60);
  add(items, 1, {2}, 60);
  const auto examination = examine(items);
  ASSERT_NE(find(examination, "class_absent"), nullptr);
  EXPECT_EQ(find(examination, "class_absent")->message,
            "2 training classes do not occur in 'test': nothing is measured about 'anger', 'fear'.");
}

TEST(LabelRules, ShiftOfFrequencies) {
  std::vector<SampleItem> items;
  add(items, 0, {0}, 500);
  add(items, 0, {1}, 500);
  add(items, 1, {0}, 400);
  add(items, 1, {1}, 100);
  const auto examination = examine(items);
  const auto* shift = find(examination, "label_shift");
  ASSERT_NE(shift, nullptr);
  EXPECT_NEAR(shift->number, 0.289, 0.002);
  EXPECT_NE(shift->message.find("small"), std::string::npos) << shift->message;
  EXPECT_EQ(shift->evidence_count, 2U);
}

TEST(LabelRules, UnlabelledAndEmpty) {
  std::vector<SampleItem> items;
  add(items, 0, {}, 10);
  auto examination = examine(items);
  EXPECT_NE(find(examination, "unlabelled_data"), nullptr);
  EXPECT_NE(find(examination, "empty_split"), nullptr) << "test has no row";
  add(items, 0, {0}, 60);
  add(items, 0, {1, 2}, 60);
  add(items, 1, {0}, 60);
  examination = examine(items);
  ASSERT_NE(find(examination, "unlabelled_rows"), nullptr);
  EXPECT_EQ(find(examination, "unlabelled_rows")->number, 10);
  EXPECT_EQ(find(examination, "empty_split"), nullptr);
}

}  // namespace
}  // namespace emo::doctor
