#include "train/text_run.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "io/bundle.hpp"
#include "pipeline/golden.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

TEST(TextRun, GoesFromConfigurationToBundle) {
  const std::string folder = test::scratch_folder();
  test::RecordingObserver observer;
  const auto result = run_text_training(
      test::toy_config(folder), {folder + "/run", false, "emo train text", "abc", pipeline::make_golden}, observer);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_FALSE(result->interrupted);
  EXPECT_EQ(result->bundle, folder + "/run/bundle");
  ASSERT_FALSE(result->best.empty());
  EXPECT_EQ(result->best.back().first, kDevScore);
  EXPECT_GT(result->best.back().second, 0.9);
  EXPECT_TRUE(io::open_bundle(result->bundle));
  EXPECT_TRUE(pipeline::replay_golden(result->bundle)->passed());
}

TEST(TextRun, AnInterruptedRunExportsNothingAndCanGoOn) {
  const std::string folder = test::scratch_folder();
  test::RecordingObserver stopping(1);
  const auto config = test::toy_config(folder);
  const auto stopped = run_text_training(config, {folder + "/run", false, "", "", nullptr}, stopping);
  ASSERT_TRUE(stopped) << stopped.error().message;
  EXPECT_TRUE(stopped->interrupted);
  EXPECT_FALSE(std::filesystem::exists(folder + "/run/bundle"));
  test::RecordingObserver observer;
  const auto resumed = run_text_training(config, {folder + "/run", true, "", "", nullptr}, observer);
  ASSERT_TRUE(resumed) << resumed.error().message;
  EXPECT_TRUE(std::filesystem::exists(folder + "/run/bundle/manifest.json"));
}

TEST(TextRun, AMistakeInTheDataLeavesNoRunFolder) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder);
  test::write_text(config.sources[0].train, "not json\n");
  test::RecordingObserver observer;
  const auto result = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().message.find("train.jsonl:1"), std::string::npos) << result.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder + "/run"));
}

}  // namespace
}  // namespace emo::train
