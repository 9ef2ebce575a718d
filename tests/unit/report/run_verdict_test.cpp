// What an evaluation adds to the verdict of a log: where chance is.
#include "report/run_verdict.hpp"

#include <gtest/gtest.h>

#include "record_folder.hpp"

namespace emo::report {
namespace {

using RunVerdicts = RecordFolder;

EvaluationRecord development() {
  EvaluationRecord record;
  record.rows = 100;
  record.classes = {{"joy", 0, 0, 0, 36}, {"anger", 0, 0, 0, 34}, {"fear", 0, 0, 0, 30}};
  return record;
}

TEST_F(RunVerdicts, ATrainingScoreNearTheLargestClassIsUnderfit) {
  write("log.jsonl", test::log_line(1, 1.9, 1.9, 0.35, 0.36) + test::log_line(2, 1.9, 1.9, 0.36, 0.36));
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  const EvaluationRecord record = development();
  const auto verdict = judge_run(*run, &record);
  EXPECT_EQ(verdict.run, Fit::kUnderfit);
  EXPECT_EQ(verdict.kept, Fit::kUnderfit) << "epoch 1 is kept, and at chance too";
  EXPECT_NE(verdict.reasons.front().find("largest class (36.0 %)"), std::string::npos) << verdict.reasons.front();
  EXPECT_EQ(judge_run(*run, nullptr).run, Fit::kNone) << "without an evaluation chance is not known";
}

TEST_F(RunVerdicts, ChanceIsThatOfAccuracyAlone) {
  const std::string line = R"("train_loss":1.9,"dev_loss":1.9,"train_macro_f1":0.35,"dev_macro_f1":0.35})";
  write("log.jsonl", "{\"epoch\":1," + line + "\n{\"epoch\":2," + line + "\n");
  const auto run = read_run(folder_);
  ASSERT_TRUE(run) << run.error().message;
  const EvaluationRecord record = development();
  EXPECT_EQ(judge_run(*run, &record).run, Fit::kNone);
}

TEST(LargestClass, IsAShareOfRowsWhereOneLabelIsAnswered) {
  EvaluationRecord record = development();
  ASSERT_TRUE(largest_class_share(record));
  EXPECT_DOUBLE_EQ(*largest_class_share(record), 0.36);
  record.multi_label = true;
  EXPECT_FALSE(largest_class_share(record));
  EXPECT_FALSE(largest_class_share({}));
}

}  // namespace
}  // namespace emo::report
