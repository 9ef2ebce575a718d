#include <gtest/gtest.h>

#include <filesystem>

#include "text_flags.hpp"
#include "toy_run.hpp"

namespace emo::app {
namespace {

TEST(TextFlags, AFolderWithTrainAndDev) {
  const std::string folder = test::scratch_folder() + "/reviews";
  std::filesystem::create_directories(folder);
  test::write_text(folder + "/train.csv", "text,labels\n");
  test::write_text(folder + "/dev.csv", "text,labels\n");
  TextFlags flags;
  flags.data = folder + "/";
  flags.epochs = 9;
  flags.label_column = "stars";
  flags.fp32 = true;
  const auto config = text_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].name, "reviews");
  EXPECT_EQ(config->sources[0].train, folder + "/train.csv");
  EXPECT_EQ(config->sources[0].dev, folder + "/dev.csv");
  EXPECT_EQ(config->sources[0].label_column, "stars");
  EXPECT_EQ(config->heads[0].taxonomy, "custom");
  EXPECT_EQ(config->epochs, 9);
  EXPECT_FALSE(config->int8);
}

TEST(TextFlags, AFolderOfLinesByTheirOtherNames) {
  const std::string folder = test::scratch_folder();
  for (const char* name : {"/train.txt", "/val.txt", "/test.txt"}) test::write_text(folder + name, "fine;joy\n");
  TextFlags flags;
  flags.data = folder;
  const auto config = text_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].train, folder + "/train.txt");
  EXPECT_EQ(config->sources[0].dev, folder + "/val.txt");
  EXPECT_EQ(config->sources[0].test, folder + "/test.txt");
  flags.test_fraction = 0.1;
  const auto second = text_config_of(flags);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("test_fraction is for data without a test file"), std::string::npos)
      << second.error().message;
}

TEST(TextFlags, AFolderOfJsonLists) {
  const std::string folder = test::scratch_folder();
  for (const char* name : {"/train.json", "/dev.json"}) test::write_text(folder + name, "[]");
  TextFlags flags;
  flags.data = folder;
  const auto config = text_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].train, folder + "/train.json");
  EXPECT_EQ(config->sources[0].dev, folder + "/dev.json");
}

TEST(TextFlags, ASingleFileBecomesAnAbsolutePath) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/rows.jsonl", "");
  std::filesystem::create_directory(folder + "/base");
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  TextFlags flags;
  flags.data = "rows.jsonl";
  flags.init = "base";
  const auto config = text_config_of(flags);
  std::filesystem::current_path(here);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].train, folder + "/rows.jsonl");
  EXPECT_EQ(config->init, folder + "/base");
}

TEST(TextFlags, AConfigNextToOneIsFoundByItsBareName) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/c.json", R"({"heads":[{"name":"h"}],"sources":[{"train":"t.csv"}]})");
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  TextFlags flags;
  flags.config = "c.json";
  const auto config = text_config_of(flags);
  std::filesystem::current_path(here);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].train, folder + "/t.csv");
  flags.config = folder + "/c.json";
  flags.data = folder + "/..";
  const auto elsewhere = text_config_of(flags);
  ASSERT_TRUE(elsewhere);
  EXPECT_EQ(elsewhere->sources[0].train, std::filesystem::path(folder).parent_path().string() + "/t.csv");
}

TEST(TextFlags, SayHowTheDataAreReadAndHeldOut) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/rows.data", "");
  test::write_text(folder + "/map.json", R"({"lol":"joy","meh":null})");
  TextFlags flags;
  flags.data = folder + "/rows.data";
  flags.input_format = "tsv";
  flags.label_separator = ",";
  flags.map = folder + "/map.json";
  flags.patience = 3;
  flags.dev_fraction = 0.25;
  const auto config = text_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  const auto& source = config->sources[0];
  EXPECT_EQ(source.format, io::RowFormat::kTsv);
  EXPECT_EQ(source.label_separator, ",");
  EXPECT_EQ(source.map.at("lol"), std::optional<std::string>("joy"));
  EXPECT_EQ(source.map.at("meh"), std::nullopt);
  EXPECT_EQ(config->patience, 3);
  EXPECT_EQ(config->dev_fraction, 0.25);
  test::write_text(folder + "/args.json", train::to_json(*config));
  const auto again = text_config_of_run(folder, {});
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->sources[0].format, io::RowFormat::kTsv) << "a resumed run reads as before";
  EXPECT_EQ(again->sources[0].label_separator, ",");
  flags.label_separator = ",,";
  const auto refused = text_config_of(flags);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("label_separator must be one character, is ',,'"), std::string::npos)
      << refused.error().message;
}

TEST(TextFlags, AFreshStartHasAScheduleOfItsOwn) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/rows.csv", "");
  TextFlags flags;
  flags.data = folder + "/rows.csv";
  const auto scratch = text_config_of(flags);
  flags.init = folder;
  const auto adapted = text_config_of(flags);
  ASSERT_TRUE(scratch && adapted);
  EXPECT_GT(scratch->learning_rate, adapted->learning_rate);
  EXPECT_GT(scratch->epochs, adapted->epochs);
  flags.init.clear();
  flags.epochs = 2;
  EXPECT_EQ(text_config_of(flags)->epochs, 2) << "flags come last";
}

TEST(TextFlags, FineTuningOfFewRowsTakesItsStepsUnlessTheyAreAskedFor) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/rows.jsonl", "");
  TextFlags flags;
  flags.data = folder + "/rows.jsonl";
  flags.init = EMO_SOURCE_DIR "/models/text-en";
  const auto tuned = text_config_of(flags);
  flags.epochs = 3;
  const auto counted = text_config_of(flags);
  flags.epochs.reset();
  flags.tokens_per_batch = 2000;
  const auto batched = text_config_of(flags);
  ASSERT_TRUE(tuned && counted && batched);
  EXPECT_GT(tuned->fewest_steps, 0);
  EXPECT_EQ(counted->fewest_steps, 0) << "epochs that somebody asked for are not raised";
  EXPECT_EQ(counted->epochs, 3);
  EXPECT_EQ(batched->fewest_steps, 0) << "nor are their batches made smaller";
  EXPECT_EQ(batched->tokens_per_batch, 2000);
}

TEST(TextFlags, MistakesAreNamed) {
  const std::string folder = test::scratch_folder();
  const auto message = [](const TextFlags& flags) {
    const auto config = text_config_of(flags);
    return config ? std::string() : config.error().message;
  };
  TextFlags flags;
  flags.data = folder + "/none";
  EXPECT_NE(message(flags).find("/none: no such file or folder"), std::string::npos);
  flags.data = std::string(300, 'x');
  EXPECT_NE(message(flags).find("cannot be read: File name too long"), std::string::npos) << "no exception";
  flags.data = folder;
  EXPECT_NE(message(flags).find("has no train.jsonl, train.json, train.csv, train.tsv or train.txt"),
            std::string::npos);
  test::write_text(folder + "/train.tsv", "text\tlabels\n");
  flags.epochs = -1;
  EXPECT_NE(message(flags).find("epochs must be 0"), std::string::npos);
  test::write_text(folder + "/c.json", R"({"heads":[{"name":"h"}],"sources":[{"train":"t.csv"}],"epoch":1})");
  TextFlags with_config;
  with_config.config = folder + "/c.json";
  EXPECT_NE(message(with_config).find("c.json: config has an unknown key 'epoch'"), std::string::npos);
  with_config.data = folder + "/none";
  EXPECT_NE(message(with_config).find("names its own data"), std::string::npos) << message(with_config);
  const auto nothing = text_config_of_run(folder, {});
  ASSERT_FALSE(nothing);
  EXPECT_NE(nothing.error().message.find("no run to resume"), std::string::npos);
}

TEST(TextFlags, ResumingReadsTheRunsArguments) {
  const std::string folder = test::scratch_folder();
  const auto config = test::toy_config(folder);
  test::write_text(folder + "/args.json", train::to_json(config));
  TextFlags flags;
  flags.threads = 2;
  const auto again = text_config_of_run(folder, flags);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->sources[0].train, config.sources[0].train);
  EXPECT_EQ(again->threads, 2);
  EXPECT_EQ(again->encoder.hidden, 16);
}

TEST(TextFlags, AConfigWithoutSourcesIsOfSettingsAlone) {
  const std::string folder = test::scratch_folder();
  test::write_text(folder + "/rows.jsonl", "");
  test::write_text(folder + "/settings.json", R"({"epochs":3,"augmentation":{"typo":0.2}})");
  TextFlags flags;
  flags.config = folder + "/settings.json";
  const auto nowhere = text_config_of(flags);
  ASSERT_FALSE(nowhere);
  EXPECT_NE(nowhere.error().message.find("names no data (`sources`)"), std::string::npos) << nowhere.error().message;
  flags.data = folder + "/rows.jsonl";
  const auto config = text_config_of(flags);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->sources[0].train, folder + "/rows.jsonl");
  EXPECT_EQ(config->heads[0].name, "labels");
  EXPECT_EQ(config->epochs, 3);
  EXPECT_EQ(config->augmentation.typo, 0.2);
  EXPECT_EQ(config->learning_rate, 1e-3) << "as of --data alone";
  flags.epochs = 5;
  EXPECT_EQ(text_config_of(flags)->epochs, 5) << "a flag comes last";
  flags.epochs.reset();
  std::filesystem::create_directories(folder + "/base");
  test::write_text(folder + "/settings.json", R"({"init":"base","layer_decay":0.5})");
  const auto tuned = text_config_of(flags);
  ASSERT_TRUE(tuned) << tuned.error().message;
  EXPECT_EQ(tuned->init, folder + "/base") << "from the config's folder";
  EXPECT_GT(tuned->fewest_steps, 0) << "as of --data with --init";
  test::write_text(folder + "/settings.json", R"({"init":"base","epochs":1})");
  EXPECT_EQ(text_config_of(flags)->fewest_steps, 0) << "as beside --epochs 1";
  test::write_text(folder + "/settings.json", R"({"epoch":3})");
  EXPECT_NE(text_config_of(flags).error().message.find("epoch"), std::string::npos);
}

}  // namespace
}  // namespace emo::app
