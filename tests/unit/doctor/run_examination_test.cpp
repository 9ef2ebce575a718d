#include "doctor/run_examination.hpp"

#include <gtest/gtest.h>

#include "../io/sample_bundle.hpp"
#include "doctor/subject.hpp"
#include "sample_data.hpp"

namespace emo::doctor {
namespace {

using test::checked;
using test::find;

std::string epoch(int number, double train_loss, double dev_loss, double train_accuracy, double dev_accuracy) {
  char line[200];
  std::snprintf(line, sizeof(line),
                "{\"epoch\":%d,\"train_loss\":%.3f,\"dev_loss\":%.3f,\"train_accuracy\":%.3f,\"dev_accuracy\":%.3f}\n",
                number, train_loss, dev_loss, train_accuracy, dev_accuracy);
  return line;
}

TEST(RunExamination, AnOverfittedRunIsToldSo) {
  const test::Folder run;
  std::string log;
  for (int e = 1; e <= 12; ++e) {
    const double dev = e <= 4 ? 1.2 - 0.1 * e : 0.8 + 0.12 * (e - 4);
    log += epoch(e, 1.3 / e, dev, std::min(0.99, 0.5 + 0.05 * e), e <= 4 ? 0.5 + 0.04 * e : 0.66 - 0.01 * (e - 4));
  }
  run.write("log.jsonl", log);
  ASSERT_EQ(*subject_of(run.path(), {}), Subject::kRun);
  const auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* finding = find(*examination, "overfitting");
  ASSERT_NE(finding, nullptr);
  EXPECT_GE(finding->severity, Severity::kWarning) << finding->message;
  EXPECT_FALSE(finding->fix.empty());
  EXPECT_NE(find(*examination, "unfinished"), nullptr);
}

TEST(RunExamination, ASoundRunIsInOrderAndDamageIsNoted) {
  const test::Folder run;
  std::string log;
  for (int e = 1; e <= 8; ++e) log += epoch(e, 1.0 / e + 0.5, 1.0 / e + 0.52, 0.8 - 0.3 / e, 0.79 - 0.3 / e);
  run.write("log.jsonl", log + epoch(9, 0.61, 0.645, 0.77, 0.757) + epoch(10, 0.6, 0.645, 0.771, 0.758));
  auto examination = examine_run(run.path());
  ASSERT_TRUE(examination);
  EXPECT_TRUE(checked(*examination, "overfitting")) << to_text(*examination, false);
  run.write("log.jsonl", log + "{broken\n" + epoch(10, 0.6, 0.645, 0.771, 0.758));  // and epoch 9 is missing
  examination = examine_run(run.path());
  ASSERT_TRUE(examination);
  const auto* damage = find(*examination, "log_damage");
  ASSERT_NE(damage, nullptr);
  EXPECT_EQ(damage->severity, Severity::kWarning);
}

TEST(RunExamination, WhatIsTooLittleToJudgeIsToldOnce) {
  const test::Folder run;
  run.write("args.json", R"({"epochs":3})");
  auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  ASSERT_EQ(examination->findings.size(), 1U) << to_text(*examination, false);
  EXPECT_EQ(examination->findings.front().code, "unfinished");
  EXPECT_NE(examination->findings.front().message.find("0 of 3 epochs"), std::string::npos);
  run.write("log.jsonl", epoch(1, 1.2, 1.1, 0.5, 0.52));
  examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* finding = find(*examination, "overfitting");
  ASSERT_NE(finding, nullptr);
  EXPECT_NE(finding->message.find("validation figures for 1 epoch"), std::string::npos) << finding->message;
  EXPECT_EQ(finding->fix.find("validation set"), std::string::npos) << "there is one: " << finding->fix;
  run.write("log.jsonl", "{\"epoch\":1,\"train_loss\":1.2}\n");
  examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  EXPECT_NE(find(*examination, "overfitting")->fix.find("with a validation set"), std::string::npos);
}

TEST(RunExamination, AStartThatIsKeptIsNoDamage) {
  const test::Folder run;
  std::string log = "{\"epoch\":0,\"dev_loss\":0.5,\"dev_score\":0.9}\n";
  for (int e = 1; e <= 3; ++e) {
    log += "{\"epoch\":" + std::to_string(e) + ",\"dev_loss\":0.6,\"dev_score\":0.8,\"best\":false}\n";
  }
  run.write("log.jsonl", log);
  const auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* note = find(*examination, "run_note");
  ASSERT_NE(note, nullptr) << to_text(*examination, false);
  EXPECT_EQ(note->severity, Severity::kNote);
  EXPECT_NE(note->message.find("No epoch was better than the start"), std::string::npos) << note->message;
}

TEST(RunExamination, EvaluationsAreJudged) {
  const test::Folder folder;
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    const bool joy = i % 2 == 0;
    // Always sure of joy; fear is never found.
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"row\":" + std::to_string(i + 1) + ",\"text\":\"t\",\"gold\":[\"" +
             (joy ? "joy" : "fear") + "\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":0.95,\"fear\":0.05}}\n";
  }
  folder.write("predictions.jsonl", lines);
  ASSERT_EQ(*subject_of(folder.path(), {}), Subject::kRun);
  const auto examination = examine_run(folder.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* calibration = find(*examination, "miscalibrated");
  ASSERT_NE(calibration, nullptr) << to_text(*examination, false);
  EXPECT_NEAR(calibration->number, 0.45, 0.01);
  EXPECT_EQ(calibration->severity, Severity::kError);
  EXPECT_NE(calibration->message.find("over-confident by 45.0"), std::string::npos) << calibration->message;
  const auto* dead = find(*examination, "dead_class");
  ASSERT_NE(dead, nullptr);
  EXPECT_EQ(dead->evidence[0].note, "fear: 0 of 100 found");
}

TEST(RunExamination, AFewRowsAreNotMiscalibratedByChance) {
  const test::Folder folder;
  std::string lines;
  for (int i = 0; i < 24; ++i) {
    const bool right = i % 3 != 0;  // 67 % of answers given with 50 to 95 %
    const double sure = 0.5 + 0.45 * (i % 8) / 7.0;
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"row\":" + std::to_string(i + 1) + ",\"text\":\"t\",\"gold\":[\"" +
             (right ? "joy" : "fear") + "\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":" + std::to_string(sure) +
             ",\"fear\":" + std::to_string(1 - sure) + "}}\n";
  }
  folder.write("predictions.jsonl", lines);
  const auto examination = examine_run(folder.path());
  ASSERT_TRUE(examination) << examination.error().message;
  EXPECT_EQ(find(*examination, "miscalibrated"), nullptr) << to_text(*examination, false);
  EXPECT_TRUE(std::any_of(examination->checks.begin(), examination->checks.end(),
                          [](const auto& check) { return check.message.find("on so few") != std::string::npos; }));
}

// 300 rows of ten labels, nine of them clear and right noes; joy is answered with `sure`, true of two rows in three.
std::string lines_with_noes(double sure) {
  std::string noes;
  for (int k = 0; k < 9; ++k) noes += ",\"no" + std::to_string(k) + "\":0.001";
  std::string lines;
  for (int i = 1; i <= 300; ++i) {
    lines += "{\"row\":" + std::to_string(i) + ",\"gold\":[" + (i % 3 != 0 ? "\"joy\"" : "") +
             "],\"predicted\":[\"joy\"],\"scores\":{\"joy\":" + std::to_string(sure) + noes + "}}\n";
  }
  return lines;
}

TEST(RunExamination, ClearNoesDoNotHideAnswersThatAreTooSure) {
  const test::Folder folder;
  folder.write("metrics.json", R"({"n":300,"decision":"multi_label","accuracy":0.6667})");
  folder.write("predictions.jsonl", lines_with_noes(0.9));
  auto examination = examine_run(folder.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* finding = find(*examination, "miscalibrated");
  ASSERT_NE(finding, nullptr) << to_text(*examination, false);
  EXPECT_NEAR(finding->number, 0.9 - 2.0 / 3, 1e-3);
  EXPECT_EQ(finding->severity, Severity::kError);
  EXPECT_NE(finding->message.find("Expected calibration error 0.024 on 300 rows, counting every decision"),
            std::string::npos)
      << finding->message;
  EXPECT_NE(finding->message.find("of the 300 decisions at about 0.5 or above, which are the answers: on average "
                                  "over-confident by 23.3 points"),
            std::string::npos)
      << finding->message;
  folder.write("predictions.jsonl", lines_with_noes(0.67));
  examination = examine_run(folder.path());
  ASSERT_TRUE(examination) << examination.error().message;
  EXPECT_TRUE(checked(*examination, "miscalibrated")) << to_text(*examination, false);
}

TEST(RunExamination, AnAdvisedThresholdCanBeSetAsItIs) {
  const test::Folder folder;
  folder.write("metrics.json",
               "{\"n\":80,\"decision\":\"multi_label\",\"per_class\":{\"joy\":{\"precision\":0,\"recall\":0,\"f1\":0,"
               "\"support\":40}}}\n");
  std::string lines;
  for (int i = 1; i <= 80; ++i) {
    const bool joy = i % 2 == 0;
    lines += "{\"row\":" + std::to_string(i) + ",\"gold\":[" + (joy ? "\"joy\"" : "") +
             "],\"predicted\":[],\"scores\":{\"joy\":" + (joy ? "0.25" : "0.125") + "}}\n";
  }
  folder.write("predictions.jsonl", lines);
  const auto examination = examine_run(folder.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* advice = find(*examination, "threshold_advice");
  ASSERT_NE(advice, nullptr) << to_text(*examination, false);
  EXPECT_EQ(advice->evidence[0].note, "joy: F1 0.00, 1.00 at a threshold of 0.1875")
      << "0.25 itself would lose every row, for a label needs more than its threshold";
}

TEST(RunExamination, OneDigestForTwoSplits) {
  io::Manifest manifest = io::sample_manifest();
  manifest.provenance.datasets = {{"set", "", "train", 10, std::string(64, 'a')},
                                  {"set", "", "dev", 5, std::string(64, 'b')},
                                  {"set", "", "test", 5, std::string(64, 'b')}};
  const test::Folder run;
  std::filesystem::create_directory(run / "bundle");
  run.write("bundle/manifest.json", io::to_json(manifest));
  run.write("log.jsonl", epoch(1, 1, 1, 0.5, 0.5));
  const auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* finding = find(*examination, "val_is_test");
  ASSERT_NE(finding, nullptr) << to_text(*examination, false);
  EXPECT_EQ(finding->severity, Severity::kError);
  EXPECT_EQ(find(*examination, "train_is_val"), nullptr);
}

TEST(RunExamination, NothingOfARun) {
  const test::Folder folder;
  EXPECT_NE(*subject_of(folder.path(), {}), Subject::kRun);
  EXPECT_FALSE(subject_of(folder / "absent", {}));
  EXPECT_EQ(examine_run(folder.path()).error().code, ErrorCode::kNotFound);
}

std::string null_epoch(int number) {
  return "{\"epoch\":" + std::to_string(number) +
         ",\"train_loss\":null,\"dev_loss\":null,\"train_accuracy\":null,\"dev_accuracy\":null}\n";
}

TEST(RunExamination, ARunThatBrokeIsToldSoAndNothingElseOfItsFit) {
  const test::Folder run;
  run.write("log.jsonl", epoch(1, 1.0, 1.1, 0.5, 0.5) + epoch(2, 0.8, 0.9, 0.6, 0.6) + null_epoch(3) + null_epoch(4));
  const auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* broke = find(*examination, "not_finite");
  ASSERT_NE(broke, nullptr) << to_text(*examination, false);
  EXPECT_EQ(broke->severity, Severity::kError);
  EXPECT_EQ(find(*examination, "underfitting"), nullptr) << to_text(*examination, false);
  EXPECT_EQ(find(*examination, "overfitting"), nullptr);
  EXPECT_FALSE(checked(*examination, "overfitting"));
}

TEST(RunExamination, ALastLineWithoutValidationFiguresDoesNotAcquitTheRun) {
  const test::Folder run;
  run.write("log.jsonl",
            epoch(1, 1, 1, 0.6, 0.6) + epoch(2, 0.3, 1.8, 0.99, 0.5) + "{\"epoch\":3,\"train_loss\":0.1}\n");
  const auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* finding = find(*examination, "overfitting");
  ASSERT_NE(finding, nullptr) << to_text(*examination, false);
  EXPECT_NE(finding->message.find("the run as it ended: severe"), std::string::npos) << finding->message;
}

// Largest class: 36 of 100 rows.
constexpr const char* kDevMetrics =
    R"({"n":100,"accuracy":0.4,"per_class":{"joy":{"support":36},"anger":{"support":34},"fear":{"support":30}}})";

TEST(RunExamination, ARunThatLearntNothingIsUnderfit) {
  const test::Folder run;
  run.write("log.jsonl", epoch(1, 1.9, 1.9, 0.36, 0.36) + epoch(2, 1.9, 1.9, 0.36, 0.36));
  run.write("dev_metrics.json", kDevMetrics);
  auto examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* finding = find(*examination, "underfitting");
  ASSERT_NE(finding, nullptr) << to_text(*examination, false);
  EXPECT_EQ(finding->severity, Severity::kWarning);

  // The kept epoch is beyond the margin, the last one is not.
  run.write("log.jsonl", epoch(1, 1.9, 1.9, 0.5, 0.5) + epoch(2, 1.9, 1.9, 0.45, 0.495));
  examination = examine_run(run.path());
  ASSERT_TRUE(examination) << examination.error().message;
  finding = find(*examination, "underfitting");
  ASSERT_NE(finding, nullptr) << to_text(*examination, false);
  EXPECT_EQ(finding->severity, Severity::kNote);
  EXPECT_NE(finding->message.find("The kept epoch: none; the run as it ended: underfit"), std::string::npos)
      << finding->message;
}

// 200 rows answered with 0.95, half of them rightly.
std::string bold_lines() {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    lines += "{\"row\":" + std::to_string(i + 1) + ",\"gold\":[\"" + (i % 2 == 0 ? "joy" : "fear") +
             "\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":0.95,\"fear\":0.05}}\n";
  }
  return lines;
}

TEST(RunExamination, CurvesOfOneEvaluationSayNothingOfAnother) {
  const test::Folder run;
  run.write("predictions_dev.jsonl", bold_lines());
  const auto curves = [](const char* accuracy) {
    return std::string(R"({"reliability":[{"low":0,"high":1,"count":200,"confidence":0.3,"accuracy":)") + accuracy +
           "}]}";
  };
  run.write("curves.json", curves("0.8"));  // of a test: unsure
  const auto words = [&] {
    const auto examination = examine_run(run.path());
    EXPECT_TRUE(examination);
    const auto* finding = examination ? find(*examination, "miscalibrated") : nullptr;
    return finding == nullptr ? std::string() : finding->message;
  };
  EXPECT_NE(words().find("over-confident by 45.0"), std::string::npos) << words();
  run.write("dev_curves.json", curves("0.9"));
  EXPECT_NE(words().find("under-confident by 60.0"), std::string::npos) << words();
}

}  // namespace
}  // namespace emo::doctor
