// Reading of run folders: what is missing, broken or contradictory is said, never guessed.
#include "report/run_record.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "record_folder.hpp"
#include "report/next_steps.hpp"

namespace emo::report {
namespace {

using test::log_line;

using RunRecords = RecordFolder;

TEST_F(RunRecords, ARunIsReadWithItsFaults) {
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
  EXPECT_TRUE(notes_say(all_notes(*run), "has not finished: 4 of 4 epochs"));
}

TEST_F(RunRecords, EpochsDoneAreNoFewerThanPlanned) {
  write("args.json", R"({"epochs":1})");
  write("log.jsonl", log_line(1, 1.2, 1.1, 0.5, 0.52) + log_line(2, 0.8, 0.9, 0.6, 0.6));
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(run->planned_epochs, 2) << "resumed with a smaller --epochs";
}

TEST_F(RunRecords, TextRunsAreReadByTheirHeads) {
  write("args.json", "{}");
  write(
      "log.jsonl",
      R"({"epoch":1,"train_loss":9,"a_train_loss":1.0,"a_dev_loss":1.2,"a_dev_macro_f1":0.4,"b_train_loss":2.0,"b_dev_loss":2.2,"b_dev_macro_f1":0.6,"dev_score":0.9})"
      "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->heads.size(), 2U);
  EXPECT_DOUBLE_EQ(*run->points[0].train_loss, 1.5);
  EXPECT_DOUBLE_EQ(*run->points[0].dev_loss, 1.7);
  EXPECT_DOUBLE_EQ(*run->points[0].dev_score, 0.5) << "macro-F1, whatever the epoch is chosen by";
  EXPECT_FALSE(run->points[0].train_score);
  EXPECT_EQ(run->loss_name, "loss, mean over 2 heads");
}

TEST_F(RunRecords, TheTrainingScoreIsTheMeanOfTheHeads) {
  write("log.jsonl", R"({"epoch":1,"a_dev_loss":1.2,"a_train_macro_f1":0.75,"b_dev_loss":2.2,"b_train_macro_f1":0.25})"
                     "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run);
  EXPECT_DOUBLE_EQ(*run->points[0].train_score, 0.5);
}

TEST_F(RunRecords, FaceRunsAreReadByTheirFirstHead) {
  write("log.jsonl",
        R"({"epoch":1,"dev_loss":1.2,"dev_calibrated_loss":1.0,"b_dev_loss":2.2,"b_dev_calibrated_loss":2})"
        "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_DOUBLE_EQ(*run->points[0].dev_loss, 1.2);
  EXPECT_DOUBLE_EQ(*run->points[0].calibrated_loss, 1.0);
}

TEST_F(RunRecords, AGapOfManyEpochsIsCountedAndNotWalked) {
  write("results.csv", "epoch,dev_loss\n1,1.0\n2,0.9\n900000000,0.8\n1e15,0.7\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  ASSERT_EQ(run->points.size(), 3U);
  const auto said = [&](const std::string& words) {
    return std::any_of(run->notes.begin(), run->notes.end(),
                       [&](const auto& note) { return note.text.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(said("no line for epochs 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 899999987 more"));
  EXPECT_TRUE(said("results.csv line 5 is of no epoch"));
}

TEST_F(RunRecords, AnEpochThatCountedNoRowHasNoTrainingScore) {
  write("log.jsonl", R"({"epoch":1,"dev_loss":1.9,"dev_accuracy":0.6})"
                     "\n"
                     R"({"epoch":2,"train_accuracy":0.5,"dev_loss":1.8,"dev_accuracy":0.6})"
                     "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_FALSE(run->points[0].train_score) << "every batch was mixed";
  EXPECT_EQ(run->points[1].train_score, 0.5);
}

TEST_F(RunRecords, WhatDecidesWhichEpochIsKeptIsSaidInWords) {
  write(
      "log.jsonl",
      R"({"epoch":1,"a_dev_loss":1.2,"a_dev_calibrated_loss":1.0,"b_dev_loss":2.2,"b_dev_calibrated_loss":2.0,"dev_score":0.2})"
      "\n");
  auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(run->kept_by, "dev_score is highest") << "without settings";
  EXPECT_DOUBLE_EQ(*run->points[0].calibrated_loss, 1.5);
  for (const auto& [select, words] :
       {std::pair{"calibrated_loss",
                  "loss after calibration is lowest (of several within its standard error the last)"},
        {"loss", "loss is lowest"},
        {"accuracy", "accuracy is highest"},
        {"macro_f1", "macro-F1 is highest"}}) {
    write("args.json", std::string(R"({"select":")") + select + "\"}");
    EXPECT_EQ(read_run(folder_)->kept_by, words);
  }
  write("log.jsonl", "{\"epoch\":1,\"a_dev_loss\":1.2}\n");
  run = read_run(folder_);
  EXPECT_FALSE(run->points[0].calibrated_loss);
}

TEST_F(RunRecords, ALostLogIsReplacedByResults) {
  write("results.csv", "epoch,train_loss,dev_loss,dev_accuracy\n1,1.0,1.1,0.5\n2,0.8,1.0,0.6\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run);
  EXPECT_EQ(run->points.size(), 2U);
  EXPECT_TRUE(notes_say(run->notes, "results.csv"));
  EXPECT_TRUE(notes_say(run->notes, "args.json is missing"));
}

TEST_F(RunRecords, ALogWithoutABestEpochMeansThatTheStartIsKept) {
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

TEST_F(RunRecords, ARunThatWasToTrainNothingMissesNothing) {
  write("args.json", R"({"epochs":0})");
  write("log.jsonl", R"({"dev_loss":1.5,"dev_accuracy":0.4,"epoch":0,"start":true})"
                     "\n");
  write("bundle/manifest.json", "{}");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_FALSE(notes_say(run->notes, "No epoch is logged"));
  write("args.json", R"({"epochs":3})");
  EXPECT_TRUE(notes_say(read_run(folder_)->notes, "No epoch is logged"));
  std::filesystem::remove_all(folder_ + "/bundle");
  EXPECT_FALSE(notes_say(read_run(folder_)->notes, "No epoch is logged")) << "told by what follows";
  EXPECT_TRUE(notes_say(all_notes(*read_run(folder_)), "has not finished: 0 of 3 epochs"));
}

TEST_F(RunRecords, WeightsMixedWithTheStartAreTold) {
  write("args.json", R"({"epochs":1,"start_shares":[0.25,0.5]})");
  write("log.jsonl", log_line(1, 1.2, 1.1, 0.5, 0.52));
  EXPECT_FALSE(notes_say(read_run(folder_)->notes, "start_shares")) << "nothing is exported yet";
  write("bundle/manifest.json", "{}");
  EXPECT_TRUE(notes_say(read_run(folder_)->notes, "start_shares 0.25 and 0.5"));
  write("args.json", R"({"epochs":1,"start_shares":[]})");
  EXPECT_FALSE(notes_say(read_run(folder_)->notes, "start_shares"));
}

TEST_F(RunRecords, AStartThatIsKeptIsWhatIsJudged) {
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
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0], "Lower the learning rate: training lost what the start knew.");
  EXPECT_EQ(steps[1].rfind("Keep the start", 0), 0U) << steps[1];
}

constexpr const char* kTwoSoundEpochs =
    R"({"epoch":1,"train_loss":1.0,"dev_loss":1.1,"train_accuracy":0.5,"dev_accuracy":0.5})"
    "\n"
    R"({"epoch":2,"train_loss":0.8,"dev_loss":0.9,"train_accuracy":0.6,"dev_accuracy":0.6})"
    "\n";

TEST_F(RunRecords, ALastLineWithoutValidationFiguresDoesNotAcquitTheRun) {
  write("log.jsonl", R"({"epoch":1,"train_loss":1,"dev_loss":1,"train_accuracy":0.6,"dev_accuracy":0.6})"
                     "\n"
                     R"({"epoch":2,"train_loss":0.3,"dev_loss":1.8,"train_accuracy":0.99,"dev_accuracy":0.5})"
                     "\n"
                     R"({"epoch":3,"train_loss":0.1})"
                     "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(judge_fit(judged_points(*run)).run, Fit::kSevere);
}

TEST_F(RunRecords, ANullIsAFigureThatIsNotFinite) {
  write("log.jsonl",
        std::string(kTwoSoundEpochs) +
            R"({"epoch":3,"train_loss":null,"dev_loss":null,"train_accuracy":null,"dev_accuracy":null,"seconds":null})"
            "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  ASSERT_EQ(run->points.size(), 3U);
  EXPECT_FALSE(run->points[1].not_finite);
  EXPECT_TRUE(run->points[2].not_finite);
  EXPECT_FALSE(run->points[2].dev_loss) << "no curve, table or sum meets a NaN";
  EXPECT_EQ(run->epochs[2].figures.count("dev_loss"), 0U);
  EXPECT_EQ(run->seconds, 0);
  const auto verdict = judge_fit(judged_points(*run));
  EXPECT_TRUE(verdict.indicators.not_finite);
  EXPECT_EQ(verdict.run, Fit::kUnknown);
}

TEST_F(RunRecords, ARunThatBrokeInItsFirstEpochIsToldSo) {
  for (const char* line : {R"({"epoch":1,"train_loss":null,"dev_loss":null})",
                           R"({"epoch":1,"train_loss":1.5,"a_dev_loss":null,"b_dev_loss":1.5})"}) {
    write("log.jsonl", std::string(line) + "\n");
    const auto run = read_run(folder_);
    ASSERT_TRUE(run) << run.error().message;
    EXPECT_TRUE(judge_fit(judged_points(*run)).indicators.not_finite) << line;
  }
  write("log.jsonl", "{\"epoch\":1,\"train_loss\":1.5,\"dev_loss\":1.5,\"b_dev_loss\":null,\"seconds\":null}\n");
  EXPECT_FALSE(judge_fit(judged_points(*read_run(folder_))).indicators.not_finite)
      << "neither a head beside the loss of the run nor a time is judged";
}

TEST_F(RunRecords, ResultsSayWhatIsNotFiniteToo) {
  write("results.csv", "epoch,train_loss,dev_loss\n1,1.0,1.1\n2,0.8,0.9\n3,nan,inf\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_TRUE(judge_fit(judged_points(*run)).indicators.not_finite);
  EXPECT_TRUE(notes_say(run->notes, "results.csv line 4: train_loss is not a finite number"));
}

}  // namespace
}  // namespace emo::report
