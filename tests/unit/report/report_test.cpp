// Whole reports of runs and evaluations.
#include "report/report.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "io/json.hpp"
#include "record_folder.hpp"
#include "report/assemble.hpp"
#include "report/findings.hpp"
#include "report/run_record.hpp"

namespace emo::report {
namespace {

using test::log_line;
using test::prediction_line;

using ReportFiles = RecordFolder;

TEST_F(ReportFiles, AgreementWithAnnotatorsIsReadAndWorded) {
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

TEST_F(ReportFiles, TheReportOfARunHasEveryFileAndIsSelfContained) {
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

TEST_F(ReportFiles, WithoutExamplesNoTextOfTheDataIsInTheReport) {
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

TEST_F(ReportFiles, AnEmptyGoldListIsASetWhereLabelsAreDecidedOneByOne) {
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

TEST_F(ReportFiles, WhatWasNotAnsweredHasNeitherScoreNorPrecision) {
  write("metrics.json", R"({"n":2,"decision":"multi_label"})");
  write("predictions.jsonl", R"({"row":1,"text":"so","gold":["joy"],"predicted":[],"scores":{"joy":0.2,"fear":0.4}})"
                             "\n"
                             R"({"row":2,"text":"oh","gold":[],"predicted":["joy"],"scores":{"joy":0.8,"fear":0.1}})"
                             "\n");
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const auto page = read("report.md");
  EXPECT_NE(page.find("answered: **(none)** (true label 0.20)"), std::string::npos) << page;
  EXPECT_NE(page.find("true: **(none)**, answered: **joy** with 0.80 (row 2)"), std::string::npos) << page;
  EXPECT_NE(page.find("| joy | 0.000 | 0.000 | 0.000 | 1 |"), std::string::npos) << page;
  EXPECT_NE(page.find("| fear | \u2013 | \u2013 | \u2013 | 0 |"), std::string::npos) << page;
  options.examples = false;
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_NE(read("report.md").find("| 1 | joy | (none) | \u2013 | 0.20 |"), std::string::npos) << read("report.md");
}

TEST_F(ReportFiles, BaseWeightsWithoutALicenceHaveNoEmptyBrackets) {
  ReportInput input;
  input.manifest.emplace();
  input.manifest->provenance.base_weights = "none (trained from scratch)";
  const auto words = [&] { return std::get<Sentence>(origin_section(input).blocks.front()).text; };
  EXPECT_EQ(words(), "Base weights: none (trained from scratch).");
  input.manifest->provenance.base_licence = "MIT";
  EXPECT_EQ(words(), "Base weights: none (trained from scratch) (MIT).");
}

TEST_F(ReportFiles, ValidationFiguresAreShownOnceWhenTheRunHasSomeToo) {
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

TEST_F(ReportFiles, ASplitIsWhatTheWordsOfItsNameSay) {
  const auto role = [&](const std::string& split) {
    write("metrics.json", R"({"n":3,"accuracy":0.75,"split":")" + split + R"("})");
    ReportOptions options;
    options.png = false;
    const auto written = write_report(folder_, options);
    EXPECT_TRUE(written);
    return io::parse_json(read("report.json"), "report.json").value()["evaluations"][0]["role"].get<std::string>();
  };
  for (const char* name : {"latest.jsonl", "devices.csv", "invalid.jsonl"}) EXPECT_EQ(role(name), name);
  for (const char* name : {"test.jsonl", "carer_test", "PrivateTest", "reviewsTest.csv"}) EXPECT_EQ(role(name), "test");
  for (const char* name : {"val", "dev.jsonl", "PublicTest", "validation-2.csv"}) EXPECT_EQ(role(name), "validation");
}

TEST_F(ReportFiles, TwoTestFoldersBelowKeepTheirNames) {
  write("a_test/predictions.jsonl", three_lines());
  write("b_test/predictions.jsonl", three_lines());
  ASSERT_TRUE(write_report(folder_));
  const auto json = io::parse_json(read("report.json"), "report.json").value();
  ASSERT_EQ(json["evaluations"].size(), 2U);
  EXPECT_EQ(json["evaluations"][0]["role"], "test");
  EXPECT_EQ(json["evaluations"][1]["role"], "b_test");
}

TEST_F(ReportFiles, NothingToReportOnIsAnError) {
  const auto nothing = write_report(folder_);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(nothing.error().message.find("log.jsonl"), std::string::npos);
  EXPECT_FALSE(write_report(folder_ + "/none"));
}

TEST_F(ReportFiles, TheStartOfARunIsNoEpoch) {
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

TEST_F(ReportFiles, NotesAreSentences) {
  write("log.jsonl", R"({"epoch":1,"train_loss":1.0,"dev_loss":1.0,"dev_accuracy":0.5,"seconds":3,"best":true})"
                     "\n");
  ASSERT_TRUE(write_report(folder_));
  EXPECT_NE(read("report.html").find("args.json is missing: the settings of the run are not known."),
            std::string::npos);
  EXPECT_EQ(note_block({true, "It ends with one."}).text, "It ends with one.");
}

TEST_F(ReportFiles, TheLossAfterCalibrationStandsBesideTheLoss) {
  const auto line = [](const std::string& end, const char* loss, const char* calibrated) {
    return std::string(R"({"a_dev_loss":)") + loss + R"(,"a_dev_calibrated_loss":)" + calibrated +
           R"(,"a_dev_macro_f1":0.5,"dev_score":0.3,)" + end + "}\n";
  };
  write("args.json", R"({"epochs":2,"select":"calibrated_loss"})");
  write("log.jsonl", line(R"("epoch":0,"start":true)", "1.25", "1.125") +
                         line(R"("epoch":1,"a_train_loss":1.0,"best":true)", "1.5", "0.875") +
                         line(R"("epoch":2,"a_train_loss":0.5,"best":false)", "2.5", "1.0625"));
  ASSERT_TRUE(write_report(folder_));
  const std::string page = read("report.md");
  EXPECT_NE(page.find("Kept are the weights of the epoch whose validation loss after calibration is lowest (of several "
                      "within its standard error the last)."),
            std::string::npos);
  EXPECT_NE(page.find("| validation loss | after calibration | gap |"), std::string::npos) << page;
  for (const char* row : {"| 1.250 | 1.125 |", "| 1.500 | 0.875 |", "| 2.500 | 1.062 |"}) {
    EXPECT_NE(page.find(row), std::string::npos) << row << page;
  }
}

TEST_F(ReportFiles, AThousandAndOneClassesAreAnnouncedAndNotDrawn) {
  std::string lines, labels, per_class;
  for (int k = 0; k <= 1000; ++k) {
    const std::string name = "class" + std::to_string(k);
    lines += prediction_line(k + 1, name, name, 0.9);
    labels += std::string(k == 0 ? "" : ",") + "\"" + name + "\"";
    per_class += std::string(k == 0 ? "" : ",") + "\"" + name + R"(":{"support":1,"f1":1})";
  }
  write("predictions.jsonl", lines);
  write("metrics.json",
        R"({"n":1001,"accuracy":1,"per_class":{)" + per_class + R"(},"confusion":{"labels":[)" + labels + "]}}");
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_LT(read("report.html").size(), std::size_t{1} << 20);
  EXPECT_NE(read("report.md").find("1001 classes; more than 1000 cannot be reported"), std::string::npos);
  for (const char* name : {"confusion_matrix", "confusion_matrix_normalized", "per_class_f1", "pr_curves"}) {
    EXPECT_FALSE(std::filesystem::exists(folder_ + "/figures/" + name + ".svg")) << name;
  }
}

TEST_F(ReportFiles, AMatrixThatIsTooLargeIsSaidToBeLeftOut) {
  std::string lines;
  for (int k = 0; k <= 200; ++k) {
    const std::string name = "class" + std::to_string(k);
    lines += R"({"row":)" + std::to_string(k + 1) + R"(,"gold":")" + name + R"(","predicted":")" + name + "\"}\n";
  }
  write("predictions.jsonl", lines);
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_NE(read("report.md").find("The confusion matrix of 201 classes is not drawn"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/figures/confusion_matrix.svg"));
  EXPECT_TRUE(std::filesystem::exists(folder_ + "/figures/per_class_f1.svg"));
}

TEST_F(ReportFiles, FiguresOfAReportBeforeDoNotStayAndOtherFilesDo) {
  write("predictions.jsonl", three_lines());
  for (const char* name : {"reliability.png", "finetune_metrics.svg", "slices.png", "mine.png", "reliability.pdf"}) {
    write(std::string("figures/") + name, "of another report");
  }
  write("figures/pr_curves.png", "of another program");
  write("report.md",
        "![a](figures/reliability.png)\n\n![b](figures/finetune_metrics.svg)\n\n![c](figures/slices.png)\n");
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const auto there = [this](const std::string& name) { return std::filesystem::exists(folder_ + "/figures/" + name); };
  EXPECT_TRUE(there("confusion_matrix.svg"));
  EXPECT_TRUE(there("reliability.svg"));
  EXPECT_FALSE(there("reliability.png")) << "an old picture beside the new drawing";
  EXPECT_FALSE(there("finetune_metrics.svg"));
  EXPECT_FALSE(there("slices.png"));
  EXPECT_EQ(read("figures/mine.png"), "of another report");
  EXPECT_EQ(read("figures/reliability.pdf"), "of another report");
  EXPECT_EQ(read("figures/pr_curves.png"), "of another program") << "no report before shows it";
  // Without scores there is no confidence to draw.
  write("predictions.jsonl", R"({"row":1,"gold":"joy","predicted":"joy"})");
  ASSERT_TRUE(write_report(folder_, options));
  EXPECT_TRUE(there("confusion_matrix.svg"));
  EXPECT_FALSE(there("reliability.svg"));
}

TEST_F(ReportFiles, SettingsAreShownWithoutTheFoldersOfTheMachine) {
  write("log.jsonl", log_line(1, 1.2, 1.1, 0.5, 0.52));
  write("args.json", R"({"init":"/home/me/start/","teachers":["/home/me/first","/home/me/second:basic"],"epochs":1})");
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const std::string page = read("report.md");
  EXPECT_EQ(page.find("/home/me"), std::string::npos) << page;
  EXPECT_NE(page.find("| teachers | first, second:basic |"), std::string::npos) << page;
  EXPECT_NE(page.find("| init | start |"), std::string::npos) << page;
}

TEST_F(ReportFiles, ARunThatBrokeHasNoVerdictAndNoNanInItsFiles) {
  write("log.jsonl", log_line(1, 1.0, 1.1, 0.5, 0.5) + log_line(2, 0.8, 0.9, 0.6, 0.6) +
                         R"({"epoch":3,"train_loss":null,"dev_loss":null,"train_accuracy":null,"dev_accuracy":null,)"
                         R"("seconds":null})"
                         "\n");
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const auto json = io::parse_json(read("report.json"), "report.json").value();
  EXPECT_EQ(json["overfitting"]["verdict"], "unknown");
  EXPECT_EQ(json["overfitting"]["next_steps"].size(), 1U);
  EXPECT_EQ(json["run"]["seconds"], 25);
  EXPECT_EQ(read("figures/finetune_metrics.svg").find("nan"), std::string::npos);
  const std::string page = read("report.md");
  EXPECT_EQ(page.find("more epochs"), std::string::npos) << page;
  EXPECT_EQ(page.find("too short"), std::string::npos) << page;
}

TEST_F(ReportFiles, TheRowsOfTheRunTellWhereChanceIs) {
  write("log.jsonl", log_line(1, 1.9, 1.9, 0.35, 0.36) + log_line(2, 1.9, 1.9, 0.36, 0.36));
  write("dev_metrics.json", R"({"n":100,"accuracy":0.36,"per_class":{"joy":{"support":36},"fear":{"support":64}}})");
  ReportOptions options;
  options.png = false;
  ASSERT_TRUE(write_report(folder_, options));
  const auto json = io::parse_json(read("report.json"), "report.json").value();
  EXPECT_EQ(json["overfitting"]["verdict"], "underfit");
}

TEST_F(ReportFiles, RowsOfAnUnknownSplitAreNotCalledValidation) {
  ReportInput input;
  input.evaluations.push_back({"reviews.csv", {}});
  input.evaluations[0].record.rows = 1;
  const auto items = [&] { return std::get<Bullets>(limits_section(input, {}).blocks.front()).items; };
  EXPECT_EQ(items()[0], "Only 1 row of reviews.csv was judged: differences of a few points are chance.");
  EXPECT_EQ(items()[1].rfind("Whether these rows were kept out of training is not known", 0), 0U) << items()[1];
  input.evaluations[0].role = "validation";
  EXPECT_EQ(items()[1].rfind("There is no test split here", 0), 0U) << items()[1];
}

}  // namespace
}  // namespace emo::report
