// What the report says of another model on the same rows.
#include <gtest/gtest.h>

#include "io/json.hpp"
#include "record_folder.hpp"
#include "report/assemble.hpp"
#include "report/report.hpp"

namespace emo::report {
namespace {

EvaluationRecord compared(metrics::ConfidenceInterval macro_f1, metrics::ConfidenceInterval accuracy) {
  EvaluationRecord record = test::sample_record();
  record.comparison = ModelComparison{"old 1",
                                      200,
                                      ComparedFigure{0.6, 0.5, macro_f1, 0.0004},
                                      ComparedFigure{0.65, 0.7, accuracy, 0.09},
                                      25,
                                      15,
                                      0.154,
                                      3,
                                      0,
                                      std::nullopt};
  return record;
}

std::string words_of(const EvaluationRecord& record) {
  std::string out;
  for (const auto& sentence : comparison_words(record)) out += sentence.text + "\n";
  return out;
}

TEST(ComparisonWords, BetterAndWorseNeedAnIntervalThatLeavesOutNought) {
  EXPECT_NE(words_of(compared({0.02, 0.18}, {-0.1, 0.02})).find("Against old 1 on the same 200 rows: better. "),
            std::string::npos);
  EXPECT_NE(words_of(compared({-0.02, 0.18}, {-0.1, -0.01})).find(": worse. "), std::string::npos);
  EXPECT_NE(words_of(compared({-0.02, 0.18}, {-0.1, 0.02})).find(": not told apart. "), std::string::npos);
  EXPECT_NE(words_of(compared({0.02, 0.18}, {-0.1, -0.01})).find(": better in one figure, worse in the other. "),
            std::string::npos);
  auto without = compared({0.02, 0.18}, {-0.1, 0.02});
  without.comparison->macro_f1->interval.reset();
  without.comparison->accuracy->interval.reset();
  EXPECT_NE(words_of(without).find("without intervals nobody can tell"), std::string::npos) << words_of(without);
  EXPECT_TRUE(comparison_words(test::sample_record()).empty());
  without.comparison->model = without.model;
  EXPECT_EQ(words_of(without).find("Against the other tiny 1 on"), 0U) << "two of one name: " << words_of(without);
}

TEST(ComparisonWords, FiguresOfBothAndTheRowsThatFlipAreNamed) {
  auto record = compared({0.02, 0.18}, {-0.1, 0.02});
  const std::string words = words_of(record);
  for (const char* part :
       {"Macro-F1 is 0.600 against 0.500, +0.100 (95 % interval +0.020 to +0.180, p below 0.001); accuracy is 0.650 "
        "against 0.700, \u22120.050 (95 % interval \u22120.100 to +0.020, p 0.090).",
        "25 rows are right with this model alone, 15 with old 1 alone (flips.jsonl); by McNemar's test chance may do "
        "as "
        "much, p 0.154.",
        "3 rows that only one of the two judged are left out"}) {
    EXPECT_NE(words.find(part), std::string::npos) << part << " in " << words;
  }
  EXPECT_EQ(words.find("different true labels"), std::string::npos);
  EXPECT_EQ(words.find("neither of the two"), std::string::npos);
  record.comparison->rows_of_neither = 2;
  EXPECT_NE(words_of(record).find("2 rows that neither of the two answered are left out"), std::string::npos)
      << words_of(record);
  record.comparison->mcnemar_p = 0.01;
  EXPECT_NE(words_of(record).find("that is more than chance, p 0.010"), std::string::npos) << words_of(record);
}

using ComparisonReport = RecordFolder;

TEST_F(ComparisonReport, HasASectionAndTheFiguresForPrograms) {
  const std::string metrics = R"({"n":200,"accuracy":0.65,"macro_f1":0.6,"against":{"model":"old 1","n":200,)"
                              R"("n_one_side":0,"n_gold_differs":2,"accuracy":{"ours":0.65,"theirs":0.7},)"
                              R"("macro_f1":{"ours":0.6,"theirs":0.5,"difference":0.1,"ci95":[0.02,0.18],"p":0.004},)"
                              R"("mcnemar":{"only_ours":25,"only_theirs":15,"exact_p":2}}})";
  write("metrics.json", metrics);
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const std::string page = read("report.md");
  EXPECT_NE(page.find("## Against another model"), std::string::npos) << page;
  EXPECT_NE(page.find("| macro-F1 | 0.600 | 0.500 | +0.100 | +0.020 to +0.180 | 0.004 |"), std::string::npos) << page;
  EXPECT_NE(page.find("Of 2 rows the two have different true labels"), std::string::npos) << page;
  EXPECT_NE(page.find("against/mcnemar/exact\\_p is no number in 0..1"), std::string::npos) << page;
  const auto json = io::parse_json(read("report.json"), "report.json").value();
  const auto& against = json["evaluations"][0]["against"];
  EXPECT_EQ(against["model"], "old 1");
  EXPECT_EQ(against["macro_f1"]["ci95"][0], 0.02);
  EXPECT_EQ(against["only_ours"], 25);
  EXPECT_FALSE(against.contains("mcnemar_p"));
  write("metrics.json", R"({"n":200,"accuracy":0.65,"macro_f1":0.6})");
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_EQ(read("report.md").find("Against another model"), std::string::npos);
}

}  // namespace
}  // namespace emo::report
