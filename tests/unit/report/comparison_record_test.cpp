// A comparison is read as it was written; what is broken in it is told, and the rest is kept.
#include "report/comparison_record.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "io/json.hpp"

namespace emo::report {
namespace {

constexpr const char* kWhole =
    R"({"model":"old 1","n":200,"n_one_side":3,"n_gold_differs":1,)"
    R"("accuracy":{"ours":0.7,"theirs":0.65,"difference":0.05,"ci95":[-0.01,0.11],"p":0.09},)"
    R"("macro_f1":{"ours":0.6,"theirs":0.5,"difference":0.1,"ci95":[0.02,0.18],"p":0.004},)"
    R"("mcnemar":{"only_ours":25,"only_theirs":15,"statistic":2.0,"exact_p":0.154,"chi_square_p":0.155},)"
    R"("flips":{"gained":25,"lost":15},"resamples":1000,"seed":1,"verdict":"Better."})";

struct Read {
  std::optional<ModelComparison> comparison;
  std::string notes;
};

// `path` of the comparison, "" = all of it, replaced by `value`.
Read read_with(const char* path = "/model", const char* value = R"("old 1")") {
  auto json = io::parse_json(kWhole, "test").value();
  json[io::Json::json_pointer(path)] = io::parse_json(value, "value").value();
  io::Json metrics = io::Json::object();
  metrics["against"] = json;
  RecordNotes notes;
  Read out{read_comparison(metrics, notes), ""};
  for (const auto& note : notes) out.notes += note.text + "\n";
  return out;
}

TEST(ComparisonRecord, EveryFigureIsRead) {
  const auto read = read_with();
  ASSERT_TRUE(read.comparison);
  EXPECT_EQ(read.notes, "");
  const ModelComparison& c = *read.comparison;
  EXPECT_EQ(c.model, "old 1");
  EXPECT_EQ(c.rows, 200U);
  EXPECT_EQ(c.only_ours, 25U);
  EXPECT_EQ(c.only_theirs, 15U);
  EXPECT_EQ(c.rows_of_one_side, 3U);
  EXPECT_EQ(c.gold_differs, 1U);
  EXPECT_FALSE(c.rows_of_neither) << "not counted is not none";
  EXPECT_EQ(c.mcnemar_p, 0.154);
  ASSERT_TRUE(c.macro_f1 && c.macro_f1->interval && c.accuracy);
  EXPECT_NEAR(c.macro_f1->difference(), 0.1, 1e-12);
  EXPECT_EQ(c.macro_f1->interval->low, 0.02);
  EXPECT_EQ(c.accuracy->p, 0.09);
}

TEST(ComparisonRecord, RowsThatNeitherAnsweredAreCountedWhereTheFileDoes) {
  const auto read = read_with("/n_neither", "4");
  ASSERT_TRUE(read.comparison);
  EXPECT_EQ(read.comparison->rows_of_neither, 4U);
  EXPECT_EQ(read.notes, "");
  const auto broken = read_with("/n_neither", R"("some")");
  ASSERT_TRUE(broken.comparison);
  EXPECT_FALSE(broken.comparison->rows_of_neither);
  EXPECT_NE(broken.notes.find("against/n_neither is no count"), std::string::npos) << broken.notes;
}

TEST(ComparisonRecord, WithoutResamplesThereIsNoIntervalAndThatIsNoDamage) {
  const auto read = read_with("/macro_f1", R"({"ours":0.6,"theirs":0.5,"difference":0.1,"ci95":null,"p":null})");
  ASSERT_TRUE(read.comparison && read.comparison->macro_f1);
  EXPECT_FALSE(read.comparison->macro_f1->interval);
  EXPECT_FALSE(read.comparison->macro_f1->p);
  EXPECT_EQ(read.notes, "");
}

TEST(ComparisonRecord, WhatIsBrokenIsToldAndTheRestKept) {
  struct Case {
    const char *path, *value, *told;
  };
  for (const Case& c :
       {Case{"/macro_f1/ours", "1.5", "against/macro_f1/ours is no number in 0..1"},
        Case{"/macro_f1/ci95", "[0.2]", "against/macro_f1/ci95 is no interval"},
        Case{"/macro_f1/ci95", "[0.2,0.1]", "against/macro_f1/ci95 is no interval"},
        Case{"/macro_f1/p", "7", "against/macro_f1/p is no number in 0..1"},
        Case{"/macro_f1/difference", "-0.3", "tells a difference of \u22120.3000, its figures one of +0.1"},
        Case{"/mcnemar", "null", "against/mcnemar/only_ours is no count"}, Case{"/n", "-4", "against/n is no count"},
        Case{"/flips/gained", "26", "against/flips counts 26 gained"}}) {
    const auto read = read_with(c.path, c.value);
    ASSERT_TRUE(read.comparison) << c.path;
    EXPECT_TRUE(read.comparison->accuracy) << c.path;
    EXPECT_NE(read.notes.find(c.told), std::string::npos) << c.path << ": " << read.notes;
  }
}

TEST(ComparisonRecord, NothingOfUseIsNoComparison) {
  RecordNotes notes;
  EXPECT_FALSE(read_comparison(io::Json::object(), notes));
  EXPECT_TRUE(notes.empty()) << "most evaluations have none";
  EXPECT_FALSE(read_with("", "[1]").comparison);
  EXPECT_NE(read_with("", "[1]").notes.find("against is no object"), std::string::npos);
  EXPECT_FALSE(read_with("", "{}").comparison);
  EXPECT_NE(read_with("", "{}").notes.find("against/macro_f1/ours"), std::string::npos);
}

}  // namespace
}  // namespace emo::report
