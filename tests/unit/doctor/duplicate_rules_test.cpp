#include "doctor/duplicate_rules.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

using test::find;
using test::SampleItem;

/// 100 training rows (items 0..99) and 50 test rows (100..149), all anger.
DataView view() {
  std::vector<SampleItem> items;
  test::add(items, 0, {0}, 100);
  test::add(items, 1, {0}, 50);
  return test::sample_view(items);
}

TEST(DuplicateRules, LeaksNameBothPlacesAndCountRows) {
  const DataView data = view();
  Examination examination;
  examine_duplicates(data, {{{3, 7, 101, 102}, {110, 111}}, "same"}, {"leak_exact", "duplicate_exact"}, examination);
  const auto* leak = find(examination, "leak_exact");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->number, 2) << "two test rows, not two pairs";
  EXPECT_EQ(leak->severity, Severity::kWarning) << "4 % is below 5 %";
  EXPECT_EQ(leak->evidence[0].place.file, "test.jsonl");
  EXPECT_EQ(leak->evidence[0].place.row, 102U);
  EXPECT_EQ(leak->evidence[0].other.file, "train.jsonl");
  EXPECT_EQ(leak->evidence[0].other.row, 4U);
  std::size_t copies = 0;
  for (const auto& finding : examination.findings) copies += finding.code == "duplicate_exact" ? 1 : 0;
  EXPECT_EQ(copies, 2U) << "train repeats one row, test two";
}

TEST(DuplicateRules, OneCopyIsToldInTheSingular) {
  const DataView data = view();
  Examination examination;
  examine_duplicates(data, {{{3, 7, 101}}, "same"}, {"leak_exact", "duplicate_exact"}, examination);
  ASSERT_NE(find(examination, "leak_exact"), nullptr);
  EXPECT_NE(find(examination, "leak_exact")->message.find("(2.0 %) has a copy"), std::string::npos);
  ASSERT_NE(find(examination, "duplicate_exact"), nullptr);
  EXPECT_TRUE(
      find(examination, "duplicate_exact")->message.starts_with("1 item of 'train' (1.0 %) repeats an earlier"));
}

TEST(DuplicateRules, WhatWasToldAsExactIsNotToldAgainAsNear) {
  const DataView data = view();
  const DuplicateGroups exact{{{3, 101}, {110, 111}}, "same"};
  const DuplicateGroups near{{{3, 5, 101, 102, 110, 111}}, "alike"};
  Examination examination;
  examine_duplicates(data, near, {"leak_near", "duplicate_near"}, examination, &exact);
  const auto* leak = find(examination, "leak_near");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->number, 3) << "102, 110 and 111; 101 is an exact copy of 3";
  double copies = 0;
  for (const auto& finding : examination.findings) copies += finding.code == "duplicate_near" ? finding.number : 0;
  EXPECT_EQ(copies, 3) << "5 in training; 102 and 110 in test, for 111 is an exact copy of 110";
}

TEST(DuplicateRules, ManyLeaksAreAnErrorAndManyPlacesAreCapped) {
  const DataView data = view();
  DuplicateGroups groups{{}, "same"};
  for (std::uint32_t i = 0; i < 30; ++i) groups.groups.push_back({i, 100 + i});
  Examination examination;
  examine_duplicates(data, groups, {"leak_exact", "duplicate_exact"}, examination);
  const auto* leak = find(examination, "leak_exact");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->severity, Severity::kError);
  EXPECT_EQ(leak->evidence_count, 30U);
  EXPECT_EQ(leak->evidence.size(), kMaxEvidence);
  EXPECT_EQ(find(examination, "duplicate_exact"), nullptr);
}

TEST(DuplicateRules, SplitsThatAreTheSame) {
  const DataView data = view();
  DuplicateGroups groups{{}, "same"};
  for (std::uint32_t i = 0; i < 24; ++i) groups.groups.push_back({i, 100 + i});
  Examination examination;
  examine_same_splits(data, groups, examination);
  EXPECT_EQ(find(examination, "same_split"), nullptr);
  EXPECT_TRUE(test::checked(examination, "same_split"));
  groups.groups.push_back({24, 124});  // 25 of the 50
  examine_same_splits(data, groups, examination);
  ASSERT_NE(find(examination, "same_split"), nullptr);
  EXPECT_DOUBLE_EQ(find(examination, "same_split")->number, 0.5);
}

TEST(DuplicateRules, TestItemsThatDevHasTooAreALeakOfTheirOwn) {
  DataView data = view();
  data.splits[0] = {"dev", "dev.jsonl", SplitRole::kDev};
  DuplicateGroups groups{{}, "same"};
  for (std::uint32_t i = 0; i < 24; ++i) groups.groups.push_back({i, 100 + i});
  Examination examination;
  examine_same_splits(data, groups, examination);
  EXPECT_EQ(find(examination, "same_split"), nullptr);
  const auto* leak = find(examination, "leak_exact");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->severity, Severity::kError) << "48 % of test";
  EXPECT_EQ(leak->number, 24);
  EXPECT_EQ(leak->evidence[0].place.file, "test.jsonl");
  EXPECT_EQ(leak->evidence[0].other.file, "dev.jsonl");
  EXPECT_EQ(
      leak->message,
      "24 of the 50 items of 'test' (48.0 %) have a copy in 'dev' (same): what was chosen on 'dev' is reported on "
      "the same items.");
  groups.groups.push_back({24, 124});  // 25 of the 50
  Examination same;
  examine_same_splits(data, groups, same);
  EXPECT_NE(find(same, "same_split"), nullptr);
  EXPECT_EQ(find(same, "leak_exact"), nullptr) << "said by same_split";
  Examination apart;
  examine_same_splits(data, {{{1, 2}}, "same"}, apart);
  EXPECT_TRUE(apart.findings.empty());
  EXPECT_TRUE(test::checked(apart, "leak_exact"));
}

TEST(DuplicateRules, ConflictsCountEveryRowOfTheGroup) {
  DataView data = view();
  data.items[7].labels = {2};
  Examination examination;
  examine_conflicts(data, {{{3, 7, 101}, {5, 6}}, "same"}, examination);
  const auto* conflict = find(examination, "label_conflict");
  ASSERT_NE(conflict, nullptr);
  EXPECT_EQ(conflict->number, 3);
  EXPECT_EQ(conflict->evidence_count, 1U) << "one place a group";
  EXPECT_EQ(conflict->severity, Severity::kWarning);
  EXPECT_EQ(conflict->evidence[0].note, "anger against joy");
  Examination agreed;
  examine_conflicts(data, {{{5, 6}}, "same"}, agreed);
  EXPECT_TRUE(agreed.findings.empty());
  EXPECT_TRUE(test::checked(agreed, "label_conflict"));
}

TEST(DuplicateRules, SpellingsOfOneLabelDoNotContradictEachOther) {
  DataView data = view();
  const std::string first = data.labels[data.items[5].labels.front()];
  data.labels.push_back(" " + std::string(1, static_cast<char>(first[0] - 'a' + 'A')) + first.substr(1));
  data.items[6].labels = {static_cast<std::uint32_t>(data.labels.size() - 1)};
  unite_spellings(data);
  Examination examination;
  examine_conflicts(data, {{{5, 6}}, "same"}, examination);
  EXPECT_TRUE(examination.findings.empty()) << data.labels.back();
}

}  // namespace
}  // namespace emo::doctor
