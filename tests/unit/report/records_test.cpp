// Reading of evaluation and run folders: what is missing, broken or contradictory is said, never guessed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "io/json.hpp"
#include "report/evaluation_record.hpp"
#include "report/findings.hpp"
#include "report/report.hpp"
#include "report/run_record.hpp"
#include "samples.hpp"

namespace emo::report {
namespace {

using test::log_line;
using test::prediction_line;

class Records : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = (std::filesystem::temp_directory_path() / (std::string("emo_report_") + info->name())).string();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories(std::filesystem::path(folder_ + "/" + name).parent_path());
    std::ofstream(folder_ + "/" + name, std::ios::binary) << content;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(folder_ + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  Result<EvaluationRecord> evaluation() const {
    return read_evaluation({folder_ + "/metrics.json", folder_ + "/predictions.jsonl", folder_ + "/curves.json"});
  }
  static bool notes_say(const RecordNotes& notes, const std::string& words) {
    for (const auto& note : notes) {
      if (note.text.find(words) != std::string::npos) return true;
    }
    return false;
  }
  static std::string three_lines() {
    return prediction_line(1, "joy", "joy", 0.9) + prediction_line(2, "anger", "joy", 0.8) +
           prediction_line(3, "anger", "anger", 0.7);
  }
  std::string folder_;
};

TEST_F(Records, FiguresComeFromThePredictionsWhereThereAreNoMetrics) {
  write("predictions.jsonl", three_lines());
  const auto record = evaluation();
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->rows, 3U);
  EXPECT_NEAR(record->figures.at("accuracy"), 2.0 / 3, 1e-12);
  EXPECT_NEAR(record->figures.at("macro_f1"), 2.0 / 3, 1e-12);
  EXPECT_FALSE(record->multi_label);
  ASSERT_EQ(record->mistakes.size(), 1U);
  EXPECT_EQ(record->mistakes[0].row, 2U);
  EXPECT_EQ(record->precision_recall.size(), 2U);
  EXPECT_TRUE(notes_say(record->notes, "no metrics.json"));
}

TEST_F(Records, DisagreementOfTheFilesIsSaidAndMetricsStay) {
  write(
      "metrics.json",
      R"({"n":5,"accuracy":0.9,"macro_f1":0.6667,"decision":"single_choice","confusion":{"labels":["anger","joy"],"matrix":[[1,1],[0,1]]}})");
  write("predictions.jsonl", three_lines());
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_DOUBLE_EQ(record->figures.at("accuracy"), 0.9);
  EXPECT_TRUE(notes_say(record->notes, "accuracy 0.9000, predictions.jsonl gives 0.6667"));
  EXPECT_TRUE(notes_say(record->notes, "counts 5 rows, predictions.jsonl has 3"));
  EXPECT_FALSE(notes_say(record->notes, "macro_f1"));
}

TEST_F(Records, BrokenLinesAreNamedByTheirNumber) {
  write("predictions.jsonl", prediction_line(1, "joy", "joy", 0.9) + "{broken\n" + "[1]\n" +
                                 R"({"id":"4","row":4,"gold":[],"predicted":["joy"]})" + "\n" +
                                 R"({"id":"5","row":5,"gold":["joy"],"predicted":["joy"],"scores":{"joy":1.7}})" +
                                 "\n" + R"({"id":"6","row":6,"gold":["joy"],"error":{"code":"x","message":"y"}})" +
                                 "\n" + prediction_line(1, "joy", "joy", 0.9));
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->rows, 3U);
  EXPECT_TRUE(notes_say(record->notes, "2 broken lines left out; the first is line 2"));
  EXPECT_TRUE(notes_say(record->notes, "no gold label"));
  EXPECT_TRUE(notes_say(record->notes, "line 5: the score of joy is 1.7"));
  EXPECT_TRUE(notes_say(record->notes, "row 1 was there before"));
  EXPECT_EQ(record->counts.at("n_errors"), 1U);
}

TEST_F(Records, NanScoresNeverReachAFigure) {
  write("predictions.jsonl", R"({"row":1,"gold":["joy"],"predicted":["joy"],"scores":{"joy":null,"anger":0.1}})"
                             "\n"
                             R"({"row":2,"gold":["joy"],"predicted":["joy"],"scores":{"joy":NaN}})"
                             "\n");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->rows, 1U);
  EXPECT_TRUE(notes_say(record->notes, "not a number"));
  EXPECT_TRUE(notes_say(record->notes, "broken"));
  EXPECT_TRUE(record->reliability.empty());
}

TEST_F(Records, ScoresThatDoNotSumAreSaid) {
  write("predictions.jsonl", R"({"row":1,"gold":["joy"],"predicted":["joy"],"scores":{"joy":0.9,"anger":0.9}})"
                             "\n");
  EXPECT_TRUE(notes_say(evaluation()->notes, "do not sum to 1"));
}

TEST_F(Records, EmptyAndMissingFilesAreToldApart) {
  EXPECT_EQ(evaluation().error().code, ErrorCode::kNotFound);
  write("predictions.jsonl", "");
  const auto empty = evaluation();
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->rows, 0U);
  EXPECT_TRUE(notes_say(empty->notes, "no usable line"));
  write("metrics.json", "{\"n\": ");
  EXPECT_TRUE(notes_say(evaluation()->notes, "metrics.json"));
}

TEST_F(Records, AMatrixOfTheWrongShapeIsNotDrawn) {
  write("metrics.json", R"({"n":3,"confusion":{"labels":["a","b"],"matrix":[[1,2],[3]]}})");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->confusion.empty());
  EXPECT_TRUE(notes_say(record->notes, "not 2 x 2"));
}

TEST_F(Records, SlicesComeFromExtraColumnsAndLength) {
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    std::string line = prediction_line(i + 1, "joy", i % 3 == 0 ? "anger" : "joy", 0.8,
                                       i % 2 == 0 ? "short one" : "a text of more than five words here");
    line.insert(1, R"("source":")" + std::string(i < 30 ? "poem" : "tweet") + "\",");
    lines += line;
  }
  write("predictions.jsonl", lines);
  const auto record = evaluation();
  ASSERT_TRUE(record);
  ASSERT_EQ(record->slices.size(), 4U);
  EXPECT_EQ(record->slices[0].column, "source");
  EXPECT_EQ(record->slices[0].rows, 30U);
  EXPECT_EQ(record->slices[2].value, "1-5 words");
}

TEST_F(Records, SlicesNotesAndThresholdsComeFromEvalsFiles) {
  write(
      "metrics.json",
      R"({"n":100,"notes":["few rows of fear"],"slices":{"source":[{"value":"poem","n":40,"accuracy":0.9},)"
      R"({"value":"tweet","n":60,"accuracy":0.5},{"value":"none","n":0,"accuracy":null}],"alone":[{"value":"x","n":100,"accuracy":0.6}]}})");
  write("curves.json", R"({"thresholds":{"joy":[[0.1,0.4,0.9,0.55],[0.4,0.7,0.7,0.7],[0.8,0.9,0.2,0.33]]},)"
                       R"("pr":{"joy":[[0.5,1.0,0.9],[1.0,0.5,0.1]]},"coverage_risk":[[0.5,0.1],[1.0,0.3]],)"
                       R"("reliability":[{"low":0,"high":1,"count":100,"confidence":0.7,"accuracy":0.6}]})");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  ASSERT_EQ(record->slices.size(), 2U);
  EXPECT_EQ(record->slices[0].right, 36U);
  EXPECT_DOUBLE_EQ(record->thresholds.at("joy"), 0.4);
  EXPECT_DOUBLE_EQ(record->precision_recall.at(0).average_precision, 0.75);
  EXPECT_EQ(record->coverage_risk.size(), 2U);
  EXPECT_TRUE(notes_say(record->notes, "few rows of fear"));
}

TEST_F(Records, AgreementWithAnnotatorsIsReadAndWorded) {
  write("metrics.json", R"({"n":100,"accuracy":0.8,"annotators":{"source":"votes","n":100,"soft_accuracy":0.65,)"
                        R"("soft_accuracy_ceiling":0.75,"kl":0.25,"entropy":0.6}})");
  const auto record = evaluation();
  ASSERT_TRUE(record);
  EXPECT_DOUBLE_EQ(record->figures.at("annotator_kl"), 0.25);
  const auto words = annotator_words(*record);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_NE(words[0].text.find("agrees with 65.0 % of the answers, and could agree with 75.0 %"), std::string::npos)
      << words[0].text;
  EXPECT_NE(words[0].text.find("the log loss is 0.850, of which 0.600"), std::string::npos) << words[0].text;
  ASSERT_TRUE(write_report(folder_));
  EXPECT_NE(read("report.md").find("agreement with a random annotator | 0.650"), std::string::npos);
  EXPECT_TRUE(annotator_words({}).empty());
}

TEST_F(Records, WilsonIntervalIsThePublishedOne) {
  const auto interval = wilson_interval(8, 10);  // Agresti & Coull 1998: 0.490 to 0.943
  EXPECT_NEAR(interval.low, 0.490, 5e-4);
  EXPECT_NEAR(interval.high, 0.943, 5e-4);
  EXPECT_EQ(wilson_interval(0, 0).high, 1);
  EXPECT_GE(wilson_interval(0, 5).low, 0);
}

TEST_F(Records, ARunIsReadWithItsFaults) {
  write("args.json", R"({"epochs":4,"learning_rate":0.001,"dropout":0.1})");
  write("log.jsonl", log_line(1, 1.2, 1.1, 0.5, 0.52) + log_line(2, 0.8, 0.9, 0.6, 0.6) + "{\"epoch\":3,\"tra\n" +
                         log_line(4, 0.4, 1.0, 0.8, 0.58) + "{\"epoch\":5,\"train_lo");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(run->points.size(), 3U);
  EXPECT_EQ(run->score_name, "accuracy");
  EXPECT_FALSE(run->finished);
  EXPECT_EQ(run->planned_epochs, 4);
  EXPECT_DOUBLE_EQ(run->seconds, 37.5);
  EXPECT_TRUE(notes_say(run->notes, "2 lines could not be read"));
  EXPECT_TRUE(notes_say(run->notes, "cut off"));
  EXPECT_TRUE(notes_say(run->notes, "no line for epoch 3"));
  EXPECT_TRUE(notes_say(run->notes, "has not finished"));
}

TEST_F(Records, TextRunsAreReadByTheirHeads) {
  write("args.json", "{}");
  write(
      "log.jsonl",
      R"({"epoch":1,"train_loss":9,"a_train_loss":1.0,"a_dev_loss":1.2,"a_dev_macro_f1":0.4,"b_train_loss":2.0,"b_dev_loss":2.2,"b_dev_macro_f1":0.6,"dev_score":0.5})"
      "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->heads.size(), 2U);
  EXPECT_DOUBLE_EQ(*run->points[0].train_loss, 1.5);
  EXPECT_DOUBLE_EQ(*run->points[0].dev_loss, 1.7);
  EXPECT_DOUBLE_EQ(*run->points[0].dev_score, 0.5);
  EXPECT_FALSE(run->points[0].train_score);
  EXPECT_EQ(run->loss_name, "loss, mean over 2 heads");
}

TEST_F(Records, ALostLogIsReplacedByResults) {
  write("results.csv", "epoch,train_loss,dev_loss,dev_accuracy\n1,1.0,1.1,0.5\n2,0.8,1.0,0.6\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->points.size(), 2U);
  EXPECT_TRUE(notes_say(run->notes, "results.csv"));
  EXPECT_TRUE(notes_say(run->notes, "args.json is missing"));
}

TEST_F(Records, TheReportOfARunHasEveryFileAndIsSelfContained) {
  write("args.json", R"({"epochs":3})");
  write("log.jsonl",
        log_line(1, 1.2, 1.1, 0.5, 0.52) + log_line(2, 0.6, 1.2, 0.8, 0.55) + log_line(3, 0.2, 1.9, 0.97, 0.5));
  std::string lines;
  for (int i = 1; i <= 30; ++i)
    lines += prediction_line(i, i % 2 == 0 ? "joy" : "anger", i % 3 == 0 ? "joy" : "anger", 0.8,
                             "<script>alert(1)</script>");
  write("test/predictions.jsonl", lines);
  const auto written = write_report(folder_);
  ASSERT_TRUE(written) << written.error().message;
  const std::string html = read("report.html");
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find(" src=\"http"), std::string::npos);
  EXPECT_EQ(html.find("@import"), std::string::npos);
  EXPECT_NE(html.find("prefers-color-scheme"), std::string::npos);
  EXPECT_NE(html.find("Overfitting of the run: severe"), std::string::npos);
  EXPECT_NE(read("report.json").find("\"verdict\": \"severe\""), std::string::npos);
  EXPECT_NE(read("report.md").find("figures/finetune_metrics"), std::string::npos);
  for (const char* name :
       {"confusion_matrix", "confusion_matrix_normalized", "finetune_metrics", "pr_curves", "reliability"}) {
    EXPECT_TRUE(std::filesystem::exists(folder_ + "/figures/" + name + ".svg")) << name;
  }
}

TEST_F(Records, WithoutExamplesNoTextOfTheDataIsInTheReport) {
  std::string lines;
  for (int i = 1; i <= 30; ++i)
    lines += prediction_line(i, "joy", i % 3 == 0 ? "joy" : "anger", 0.8, "unmistakable words");
  write("predictions.jsonl", lines);
  ReportOptions options;
  options.examples = false;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  for (const char* name : {"report.html", "report.md", "report.json"}) {
    EXPECT_EQ(read(name).find("unmistakable"), std::string::npos) << name;
  }
  EXPECT_NE(read("report.html").find("Worst mistakes"), std::string::npos);
  ASSERT_TRUE(write_report(folder_));
  EXPECT_NE(read("report.html").find("unmistakable"), std::string::npos);
}

TEST_F(Records, AnEmptyGoldListIsASetWhereLabelsAreDecidedOneByOne) {
  const std::string lines = R"({"row":1,"gold":["joy"],"predicted":["joy"],"scores":{"joy":0.9,"fear":0.1}})"
                            "\n"
                            R"({"row":2,"gold":[],"predicted":["joy"],"scores":{"joy":0.8,"fear":0.1}})"
                            "\n"
                            R"({"row":3,"gold":[],"predicted":[],"scores":{"joy":0.1,"fear":0.1}})"
                            "\n";
  write("metrics.json", R"({"n":3,"decision":"multi_label","accuracy":0.6666666666666666,"n_no_gold":2})");
  write("predictions.jsonl", lines);
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const auto page = read("report.md");
  EXPECT_EQ(page.find("unlabelled"), std::string::npos) << page;
  EXPECT_EQ(page.find("out of date"), std::string::npos) << page;
  EXPECT_NE(page.find("with none of the labels"), std::string::npos) << page;
  write("metrics.json", R"({"n":1,"decision":"single_choice","accuracy":1})");
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_NE(read("report.md").find("unlabelled"), std::string::npos);
}

TEST_F(Records, ValidationFiguresAreShownOnceWhenTheRunHasSomeToo) {
  write("run/log.jsonl", log_line(1, 1.2, 1.1, 0.5, 0.52) + log_line(2, 0.8, 0.9, 0.6, 0.6));
  write("run/predictions_dev.jsonl", three_lines());
  write("dev/metrics.json", R"({"n":3,"split":"PublicTest","accuracy":0.75})");
  write("test/metrics.json", R"({"n":4,"split":"PrivateTest","accuracy":0.5})");
  ReportOptions options;
  options.png = false;
  options.run = folder_ + "/run";
  options.validation = folder_ + "/dev";
  ASSERT_TRUE(write_report(folder_ + "/test", options));
  const auto json = io::parse_json(read("test/report.json"), "report.json").value();
  ASSERT_EQ(json["evaluations"].size(), 2U);
  EXPECT_EQ(json["evaluations"][0]["role"], "test");  // by FER2013's name of the split
  EXPECT_EQ(json["evaluations"][1]["role"], "validation");
  EXPECT_EQ(json["evaluations"][1]["split"], "PublicTest");
  EXPECT_EQ(read("test/report.md").find("There is no test split"), std::string::npos);
  // Without --validation those of the run are all there is.
  options.validation.clear();
  ASSERT_TRUE(write_report(folder_ + "/test", options));
  const auto again = io::parse_json(read("test/report.json"), "report.json").value();
  ASSERT_EQ(again["evaluations"].size(), 2U);
  EXPECT_EQ(again["evaluations"][1]["n"], 3);
}

TEST_F(Records, TwoTestFoldersBelowKeepTheirNames) {
  write("a_test/predictions.jsonl", three_lines());
  write("b_test/predictions.jsonl", three_lines());
  ASSERT_TRUE(write_report(folder_));
  const auto json = io::parse_json(read("report.json"), "report.json").value();
  ASSERT_EQ(json["evaluations"].size(), 2U);
  EXPECT_EQ(json["evaluations"][0]["role"], "test");
  EXPECT_EQ(json["evaluations"][1]["role"], "b_test");
}

TEST_F(Records, NothingToReportOnIsAnError) {
  const auto nothing = write_report(folder_);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(nothing.error().message.find("log.jsonl"), std::string::npos);
  EXPECT_FALSE(write_report(folder_ + "/none"));
}

TEST_F(Records, ALogWithoutABestEpochMeansThatTheStartIsKept) {
  const std::string worse = R"({"epoch":1,"train_loss":1.0,"dev_loss":1.3,"dev_accuracy":0.5,"best":false})";
  write("log.jsonl", worse + "\n");
  const auto kept = read_run(folder_);
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_TRUE(kept->start_kept);
  EXPECT_TRUE(notes_say(kept->notes, "No epoch was better than the start"));
  write("log.jsonl",
        worse + "\n" + R"({"epoch":2,"train_loss":0.9,"dev_loss":1.1,"dev_accuracy":0.6,"best":true})" + "\n");
  EXPECT_FALSE(read_run(folder_)->start_kept);
  write("log.jsonl", R"({"epoch":1,"train_loss":1.0,"dev_loss":1.3,"dev_accuracy":0.5})"
                     "\n");
  EXPECT_FALSE(read_run(folder_)->start_kept) << "a log that marks no epochs says nothing of it";
}

TEST_F(Records, ARunThatWasToTrainNothingMissesNothing) {
  write("args.json", R"({"epochs":0})");
  write("log.jsonl", R"({"dev_loss":1.5,"dev_accuracy":0.4,"epoch":0,"start":true})"
                     "\n");
  write("bundle/manifest.json", "{}");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_FALSE(notes_say(run->notes, "No epoch is logged"));
  write("args.json", R"({"epochs":3})");
  EXPECT_TRUE(notes_say(read_run(folder_)->notes, "No epoch is logged"));
}

TEST_F(Records, AStartThatIsKeptIsWhatIsJudged) {
  write("args.json", R"({"epochs":3,"patience":0})");
  write("log.jsonl",
        R"({"dev_loss":1.0,"dev_accuracy":0.5,"epoch":0,"start":true})"
        "\n"
        R"({"epoch":1,"train_loss":1.5,"train_accuracy":0.3,"dev_loss":1.9,"dev_accuracy":0.2,"best":false})"
        "\n"
        R"({"epoch":2,"train_loss":1.4,"train_accuracy":0.3,"dev_loss":1.9,"dev_accuracy":0.2,"best":false})"
        "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  const auto verdict = judge_fit(judged_points(*run));
  EXPECT_EQ(verdict.indicators.kept_epoch, 0);
  EXPECT_EQ(verdict.kept, Fit::kNone);
  EXPECT_EQ(verdict.run, Fit::kSevere) << "thirty points below the start";
  const auto steps = next_steps(verdict, {});
  ASSERT_FALSE(steps.empty());
  EXPECT_EQ(steps.front().rfind("Keep the start", 0), 0U) << steps.front();
}

TEST_F(Records, TheStartOfARunIsNoEpoch) {
  const std::string epochs =
      R"({"epoch":1,"train_loss":1.0,"dev_loss":1.1,"dev_accuracy":0.6,"seconds":3,"best":true})"
      "\n"
      R"({"epoch":2,"train_loss":0.9,"dev_loss":1.2,"dev_accuracy":0.55,"seconds":3,"best":false})"
      "\n";
  write("log.jsonl", epochs);
  const auto without = read_run(folder_);
  ASSERT_TRUE(without) << without.error().message;
  EXPECT_FALSE(without->start_point);
  write("log.jsonl", R"({"dev_loss":1.5,"dev_accuracy":0.4,"epoch":0,"start":true})"
                     "\n" +
                         epochs);
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  ASSERT_TRUE(run->start_point);
  EXPECT_EQ(run->start_point->epoch, 0);
  EXPECT_EQ(run->start_point->dev_loss, 1.5);
  EXPECT_EQ(run->start_point->dev_score, 0.4);
  EXPECT_FALSE(run->start_point->train_loss);
  EXPECT_EQ(run->points.size(), 2U);
  EXPECT_EQ(run->notes.size(), without->notes.size());
  ASSERT_TRUE(write_report(folder_));
  const auto json = io::parse_json(read("report.json"), "report.json").value();
  EXPECT_EQ(json["run"]["epochs"], 2);
  EXPECT_EQ(json["run"]["start"]["dev_accuracy"], 0.4);
  EXPECT_NE(read("report.html").find("0 (the start)"), std::string::npos);
}

}  // namespace
}  // namespace emo::report
