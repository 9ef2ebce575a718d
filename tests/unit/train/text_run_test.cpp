#include "train/text_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "io/bundle.hpp"
#include "models/bundle_weights.hpp"
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

TEST(TextRun, FewRowsAreSeenMoreOftenAndTheRunSaysSo) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder, 40);
  config.epochs = 2;
  config.tokens_per_batch = 1280;
  config.fewest_steps = 12;
  config.int8 = false;
  test::RecordingObserver observer;
  const auto done = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_GT(observer.epochs.size(), 2U);
  EXPECT_GE(observer.steps.size(), 12U);
  const std::string expected =
      std::to_string(observer.epochs.size()) + " epochs in batches of 320 tokens instead of 2 of 1280: ";
  const auto told = [&](const std::string& line) { return line.starts_with(expected); };
  EXPECT_TRUE(std::any_of(observer.messages.begin(), observer.messages.end(), told)) << expected;
  const auto kept = parse_text_config(test::read_text(folder + "/run/args.json"), "");
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_EQ(kept->epochs, static_cast<std::int64_t>(observer.epochs.size()));
  EXPECT_EQ(kept->tokens_per_batch, 320);
  EXPECT_EQ(kept->fewest_steps, 0);
}

TEST(TextRun, TextsThatAnEpochLearnsAPartOfAreCounted) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder, 40);
  config.epochs = 1;
  config.int8 = false;
  std::string longer = R"({"text":"happy)";
  for (std::int64_t i = 0; i < config.max_tokens; ++i) longer += " happy";
  const std::string train = config.sources.front().train;
  test::write_text(train, test::read_text(train) + longer + R"(","labels":["joy"]})" + "\n");
  test::RecordingObserver observer;
  const auto done = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
  ASSERT_TRUE(done) << done.error().message;
  const std::string expected = "1 of 41 training texts have more than 32 tokens: of each an epoch learns 32";
  const auto told = [&](const std::string& line) { return line.starts_with(expected); };
  EXPECT_TRUE(std::any_of(observer.messages.begin(), observer.messages.end(), told)) << expected;
}

TEST(TextRun, TextsAreNormalisedAsTheStartReadsThem) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder, 40);
  config.epochs = 1;
  config.int8 = false;
  test::RecordingObserver observer;
  const auto first = run_text_training(config, {folder + "/first", false, "", "", nullptr}, observer);
  ASSERT_TRUE(first) << first.error().message;
  std::string manifest = test::read_text(first->bundle + "/manifest.json");
  const std::string one = "\"normalizer_version\": 1", two = "\"normalizer_version\": 2";
  ASSERT_NE(manifest.find(one), std::string::npos);
  test::write_text(first->bundle + "/manifest.json", manifest.replace(manifest.find(one), one.size(), two));
  config.init = first->bundle;
  config.encoder = {};
  config.tokenizer.clear();
  const auto version_of = [&](const std::string& name) {
    const auto run = run_text_training(config, {folder + "/" + name, false, "", "", nullptr}, observer);
    EXPECT_TRUE(run) << run.error().message;
    const auto bundle = io::open_bundle(run->bundle);
    EXPECT_NE(test::read_text(folder + "/" + name + "/args.json").find("\"normalizer_version\": "), std::string::npos);
    return bundle ? bundle->manifest.text_preprocess.normalizer_version : -1;
  };
  EXPECT_EQ(version_of("second"), 2);
  config.normalizer_stated = true;
  EXPECT_EQ(version_of("third"), 1) << "as the config says";
  config.normalizer_stated = false;
  manifest.replace(manifest.find(two), two.size(), "\"normalizer_version\": 0");
  test::write_text(first->bundle + "/manifest.json", manifest);
  EXPECT_EQ(version_of("fourth"), 0) << "texts as they are are no missing version";
}

TEST(TextRun, EpochsAreJudgedByAllOfALongText) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder, 40);
  config.epochs = 1;
  config.int8 = false;
  std::string opening;
  for (int i = 0; i < 300; ++i) opening += "happy ";  // more than a window of the network
  const auto dev_loss = [&](const std::string& end) {
    test::write_text(config.sources.front().dev, R"({"text":")" + opening + end + R"(","labels":["joy"]})" + "\n");
    test::RecordingObserver observer;
    const auto done = run_text_training(config, {folder + "/run" + end, false, "", "", nullptr}, observer);
    EXPECT_TRUE(done) << done.error().message;
    for (const auto& [name, value] : observer.epochs.back().figures) {
      if (name.ends_with("_dev_loss")) return value;
    }
    return 0.0;
  };
  EXPECT_NE(dev_loss("happy"), dev_loss("sad"));
}

TEST(TextRun, FewDevelopmentRowsChooseByProbabilityAndManyByMacroF1) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder);
  config.int8 = false;
  const auto run_with = [&](std::size_t dev_rows, TextSelection select) {
    test::write_text(config.sources.front().dev, test::toy_jsonl(dev_rows, 2));
    config.select = select;
    const std::string out = folder + "/" + std::to_string(dev_rows) + "-" + std::to_string(static_cast<int>(select));
    test::RecordingObserver observer;
    const auto done = run_text_training(config, {out, false, "", "", nullptr}, observer);
    EXPECT_TRUE(done) << done.error().message;
    std::map<std::string, double> best(done->best.begin(), done->best.end());
    const double probability = std::exp(-best.at(config.heads.front().name + "_dev_calibrated_loss"));
    const auto kept = parse_text_config(test::read_text(out + "/args.json"), "");
    EXPECT_TRUE(kept);
    const bool by_probability = kept->select == TextSelection::kCalibratedLoss;
    const double macro_f1 = best.at(config.heads.front().name + "_dev_macro_f1");
    EXPECT_DOUBLE_EQ(best.at(kDevScore), by_probability ? probability : macro_f1);
    return by_probability;
  };
  EXPECT_TRUE(run_with(kFewDevRows - 2, TextSelection::kAuto));
  EXPECT_FALSE(run_with(kFewDevRows, TextSelection::kAuto));
  EXPECT_FALSE(run_with(4, TextSelection::kMacroF1));
  EXPECT_TRUE(run_with(kFewDevRows, TextSelection::kCalibratedLoss));
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

TEST(TextRun, ATestThatKeepsOtherRowsOutOfTrainingIsOtherData) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder);
  config.epochs = 1;
  config.sources[0].test = folder + "/test.jsonl";
  test::write_text(config.sources[0].test, R"({"text":"nothing like it","labels":["joy"]})");
  test::RecordingObserver observer;
  const auto first = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
  ASSERT_TRUE(first) << first.error().message;
  config.epochs = 2;
  test::write_text(config.sources[0].test, test::toy_jsonl(100, 1));  // half of the training rows
  const auto refused = run_text_training(config, {folder + "/run", true, "", "", nullptr}, observer);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("the data are not those"), std::string::npos) << refused.error().message;
  test::write_text(config.sources[0].test, R"({"text":"nothing like it either","labels":["joy"]})");
  const auto resumed = run_text_training(config, {folder + "/run", true, "", "", nullptr}, observer);
  ASSERT_TRUE(resumed) << resumed.error().message;
}

TEST(TextRun, AStartThatGoesIntoTheResultHasToBeThereAsItWas) {
  const std::string folder = test::scratch_folder();
  test::RecordingObserver observer;
  auto config = test::toy_config(folder);
  config.epochs = 1;
  const auto train = [&](const std::string& name, bool resume) {
    return run_text_training(config, {folder + "/" + name, resume, "", "", nullptr}, observer);
  };
  ASSERT_TRUE(train("start", false));
  config.init = folder + "/start/bundle";
  config.tokenizer.clear();
  config.encoder = {};
  config.start_shares = {0.5};
  const auto first = train("run", false);
  ASSERT_TRUE(first) << first.error().message;
  ASSERT_TRUE(train("run", true)) << "exported again";
  std::filesystem::remove_all(config.init);
  std::filesystem::copy(first->bundle, config.init);
  const auto refused = train("run", true);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("the start or a teacher has other weights"), std::string::npos)
      << refused.error().message;
}

TEST(TextRun, WithoutEpochsTheStartIsExportedAsItIs) {
  const std::string folder = test::scratch_folder();
  test::RecordingObserver observer;
  auto config = test::toy_config(folder);
  config.int8 = false;
  const auto first = run_text_training(config, {folder + "/first", false, "", "", nullptr}, observer);
  ASSERT_TRUE(first) << first.error().message;
  config.epochs = 0;
  const auto fresh = run_text_training(config, {folder + "/fresh", false, "", "", nullptr}, observer);
  ASSERT_FALSE(fresh);
  EXPECT_NE(fresh.error().message.find("epochs 0 trains nothing"), std::string::npos) << fresh.error().message;
  config.init = first->bundle;
  const auto both = run_text_training(config, {folder + "/both", false, "", "", nullptr}, observer);
  ASSERT_FALSE(both);
  EXPECT_NE(both.error().message.find("tokenizer is for a fresh start"), std::string::npos) << both.error().message;
  config.tokenizer.clear();
  config.encoder = {};
  const auto second = run_text_training(config, {folder + "/second", false, "", "", nullptr}, observer);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->best.back().second, first->best.back().second);
  const auto before = io::open_bundle(first->bundle), after = io::open_bundle(second->bundle);
  ASSERT_TRUE(before && after);
  const auto specs = core::tensors_of(before->manifest.text);
  EXPECT_EQ(*models::read_bundle_weights(*before, specs, models::InStep::kMiddle),
            *models::read_bundle_weights(*after, specs, models::InStep::kMiddle));
}

TEST(TextRun, TheExportedWeightsKeepTheirShareOfTheStart) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder);
  config.int8 = false;
  const auto weights = [&](const std::string& run) {
    test::RecordingObserver observer;
    const auto result = run_text_training(config, {folder + "/" + run, false, "", "", nullptr}, observer);
    EXPECT_TRUE(result) << result.error().message;
    const auto bundle = io::open_bundle(folder + "/" + run + "/bundle");
    return *models::read_bundle_weights(*bundle, core::tensors_of(bundle->manifest.text), models::InStep::kMiddle);
  };
  config.epochs = 1;
  config.learning_rate = 1e-5;  // leaves something to learn
  const auto start = weights("start");
  config.init = folder + "/start/bundle";
  config.tokenizer.clear();
  config.encoder = {};
  config.epochs = 4;
  config.learning_rate = 1e-2;
  const auto trained = weights("trained");
  config.start_shares = {0.75};
  const auto mixed = weights("mixed");
  EXPECT_NE(test::read_text(folder + "/mixed/bundle/card.md").find("The weights are 75 % of the start's"),
            std::string::npos);
  ASSERT_EQ(mixed.size(), start.size());
  float moved = 0;
  for (const auto& [name, values] : mixed) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const float before = start.at(name)[i], after = trained.at(name)[i];
      EXPECT_NEAR(values[i], 0.75F * before + 0.25F * after, 1e-5F) << name;
      moved = std::max(moved, std::abs(after - before));
    }
  }
  EXPECT_GT(moved, 0.01F) << "the training changed nothing, so that the mixture shows nothing";
}

TEST(TextRun, AShareOfTheStartNeedsItsHeads) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder);
  config.start_shares = {0.5};
  test::RecordingObserver observer;
  const auto result = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().message.find("start_shares needs --init"), std::string::npos) << result.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder + "/run"));
}

TEST(TextRun, WhatIsForTeachersIsRefusedWithoutOne) {
  const std::string folder = test::scratch_folder();
  test::RecordingObserver observer;
  const auto refusal = [&](const TextTrainConfig& config) {
    const auto result = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
    return result ? std::string() : result.error().message;
  };
  auto config = test::toy_config(folder);
  config.distill_weight = 0.7;
  EXPECT_NE(refusal(config).find("distill_weight has no effect without a teacher"), std::string::npos);
  config = test::toy_config(folder);
  config.distill_temperature = 3;
  EXPECT_NE(refusal(config).find("distill_temperature has no effect without a teacher"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder + "/run"));
}

TEST(TextRun, ALabelOfNoClassIsTold) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder, 40);
  config.epochs = 1;
  config.int8 = false;
  const std::string rows = test::read_text(config.sources[0].train);
  test::write_text(config.sources[0].train, rows + R"({"text":"a typing error","labels":["hapiness"]})" + "\n");
  test::RecordingObserver observer;
  const auto done = run_text_training(config, {folder + "/run", false, "", "", nullptr}, observer);
  ASSERT_TRUE(done) << done.error().message;
  const std::string told = "'hapiness', a label of 1 row, is of no class: map it to one, or to null";
  EXPECT_EQ(std::count(observer.messages.begin(), observer.messages.end(), told), 1);
}

TEST(TextRun, ARefusedResumptionChangesNothing) {
  const std::string folder = test::scratch_folder();
  auto config = test::toy_config(folder, 40);
  config.epochs = 1;
  config.int8 = false;
  test::RecordingObserver observer;
  ASSERT_TRUE(run_text_training(config, {folder + "/run", false, "first", "", nullptr}, observer));
  const std::string args = test::read_text(folder + "/run/args.json");
  const std::string commands = test::read_text(folder + "/run/commands.txt");
  test::write_text(config.sources[0].train, test::toy_jsonl(40, 99));
  config.epochs = 3;
  ASSERT_FALSE(run_text_training(config, {folder + "/run", true, "second", "", nullptr}, observer));
  EXPECT_EQ(test::read_text(folder + "/run/args.json"), args);
  EXPECT_EQ(test::read_text(folder + "/run/commands.txt"), commands);
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
