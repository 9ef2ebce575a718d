#include "train/run_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "toy_run.hpp"

namespace emo::train {
namespace {

TEST(RunFolder, MakesItsFoldersAndKeepsTheArguments) {
  const std::string path = test::scratch_folder() + "/deep/run";
  const auto folder = RunFolder::create(path, R"({"a":1})", false);
  ASSERT_TRUE(folder) << folder.error().message;
  EXPECT_EQ(test::read_text(path + "/args.json"), "{\"a\":1}\n");
  EXPECT_TRUE(std::filesystem::is_directory(path + "/checkpoints"));
  EXPECT_EQ(folder->last_checkpoint(), path + "/checkpoints/last.safetensors");
  EXPECT_EQ(folder->bundle(), path + "/bundle");
}

TEST(RunFolder, RefusesToMixTwoRuns) {
  const std::string path = test::scratch_folder();
  ASSERT_TRUE(RunFolder::create(path, "{}", false));
  const auto again = RunFolder::create(path, "{}", false);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kUsage);
  EXPECT_NE(again.error().message.find("--resume"), std::string::npos);
}

TEST(RunFolder, ARunThatWasKilledAtItsBeginningIsNotInTheWay) {
  const std::string path = test::scratch_folder(), leftover = path + "/args.json.tmp-0123456789abcdef";
  std::ofstream(leftover) << "{";
  std::filesystem::create_directory(path + "/checkpoints");
  std::ofstream(path + "/checkpoints/recipe.json") << "{\"of\":\"the killed run\"}";
  ASSERT_TRUE(RunFolder::create(path, "{}", false, R"({"mine":1})"));
  EXPECT_FALSE(std::filesystem::exists(leftover));
  EXPECT_EQ(test::read_text(RunFolder::recipe_file(path)), "{\"mine\":1}\n");
  for (const char* name : {"commands.txt", "results.csv", "log.jsonl"}) {
    std::ofstream(path + "/" + name + ".tmp-0123456789abcdef") << "half";
  }
  ASSERT_TRUE(RunFolder::create(path, "{}", true));
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    EXPECT_EQ(entry.path().string().find(".tmp-"), std::string::npos) << entry.path();
  }
}

TEST(RunFolder, ResumingNeedsARunAndChangesNothingBeforeItGoesOn) {
  const std::string path = test::scratch_folder();
  const auto nothing = RunFolder::create(path, "{}", true);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(RunFolder::create(path, R"({"first":1})", false));
  const auto again = RunFolder::create(path, R"({"second":2})", true);
  ASSERT_TRUE(again);
  EXPECT_EQ(test::read_text(path + "/args.json"), "{\"first\":1}\n") << "it may still be refused";
  const auto commands = again->begin(R"({"second":2})", "emo train --resume");
  ASSERT_TRUE(commands);
  EXPECT_EQ(*commands, "emo train --resume");
  EXPECT_EQ(test::read_text(path + "/args.json"), "{\"second\":2}\n") << "what it goes on with";
}

TEST(RunFolder, OneRunAtATimeWritesIt) {
  const std::string path = test::scratch_folder();
  {
    auto first = RunFolder::create(path, R"({"first":1})", false);
    ASSERT_TRUE(first);
    const RunFolder copy = *first;
    first = Error{ErrorCode::kIo, "gone"};  // the copy goes on
    for (const bool resume : {false, true}) {
      EXPECT_FALSE(RunFolder::check(path, resume)) << "asked before data are read";
      const auto refused = RunFolder::create(path, R"({"second":2})", resume);
      ASSERT_FALSE(refused);
      EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
      EXPECT_NE(refused.error().message.find(path + " is being written by another run"), std::string::npos)
          << refused.error().message;
    }
    EXPECT_EQ(test::read_text(path + "/args.json"), "{\"first\":1}\n") << "nothing was touched";
  }
  ASSERT_TRUE(RunFolder::create(path, "{}", true));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"args.json", "checkpoints"})) << "the lock is no file";
}

TEST(RunFolder, WhatAKilledRunLeftOfItsCheckpointsIsRemoved) {
  const std::string path = test::scratch_folder();
  ASSERT_TRUE(RunFolder::create(path, "{}", false));
  const std::string left = path + "/checkpoints/last.safetensors.tmp-0123456789abcdef";
  test::write_text(left, "half");
  test::write_text(path + "/checkpoints/last.safetensors", "whole");
  ASSERT_TRUE(RunFolder::create(path, "{}", true));
  EXPECT_FALSE(std::filesystem::exists(left));
  EXPECT_EQ(test::read_text(path + "/checkpoints/last.safetensors"), "whole");
}

TEST(RunFolder, WhatAKilledRunLeftOfItsExportIsRemoved) {
  const std::string path = test::scratch_folder();
  ASSERT_TRUE(RunFolder::create(path, "{}", false));
  const std::vector<std::string> left{"bundle.f32.new-85cae8c17a0190c2", "bundle.uncalibrated", "bundle.new-2078987c",
                                      "dev.draft-10096", "test.draft-7"};
  for (const auto& name : left) {
    std::filesystem::create_directory(path + "/" + name);
    test::write_text(path + "/" + name + "/manifest.json", "{}");
  }
  for (const std::string name : {"bundle", "bundle.mine", "test"}) std::filesystem::create_directory(path + "/" + name);
  ASSERT_TRUE(RunFolder::create(path, "{}", true));
  for (const auto& name : left) EXPECT_FALSE(std::filesystem::exists(path + "/" + name)) << name;
  for (const std::string name : {"bundle", "bundle.mine", "test"}) {
    EXPECT_TRUE(std::filesystem::exists(path + "/" + name)) << name;
  }
}

TEST(RunFolder, OtherFilesStayAlone) {
  const std::string path = test::scratch_folder() + "/data";
  std::filesystem::create_directories(path + "/dev");
  const auto folder = RunFolder::create(path, "{}", false);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kUsage);
  EXPECT_NE(folder.error().message.find("holds files that are no run's"), std::string::npos) << folder.error().message;
  EXPECT_FALSE(std::filesystem::exists(path + "/args.json"));
}

TEST(RunFolder, AskingMakesNothing) {
  const std::string path = test::scratch_folder() + "/run";
  EXPECT_TRUE(RunFolder::check(path, false));
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_FALSE(RunFolder::check(path, true)) << "nothing to resume";
  ASSERT_TRUE(RunFolder::create(path, "{}", false));
  EXPECT_FALSE(RunFolder::check(path, false)) << "holds a run";
  EXPECT_TRUE(RunFolder::check(path, true));
}

TEST(RunFolder, SaysWhyAFolderCannotBeMade) {
  const std::string path = test::scratch_folder();
  test::write_text(path + "/file", "x");
  const auto folder = RunFolder::create(path + "/file/run", "{}", false);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kIo);
  EXPECT_NE(folder.error().message.find("/file/run"), std::string::npos);
}

TEST(RunFolder, TruncatingDropsLaterEpochsAndAHalfWrittenLine) {
  const std::string path = test::scratch_folder();
  const auto folder = RunFolder::create(path, "{}", false);
  ASSERT_TRUE(folder);
  EXPECT_TRUE(folder->truncate_log(1)) << "no log yet";
  for (const char* line : {R"({"epoch":1,"x":0.5})", R"({"epoch":2})", R"({"epoch":3})"}) {
    ASSERT_TRUE(folder->log(line));
  }
  test::write_text(path + "/log.jsonl", test::read_text(path + "/log.jsonl") + "{\"epo");
  ASSERT_TRUE(folder->truncate_log(2));
  EXPECT_EQ(test::read_text(path + "/log.jsonl"), "{\"epoch\":1,\"x\":0.5}\n{\"epoch\":2}\n");
}

TEST(RunFolder, ResultsAreATable) {
  const std::string path = test::scratch_folder();
  const auto folder = RunFolder::create(path, "{}", false);
  ASSERT_TRUE(folder);
  const EpochFigures first{{"epoch", 1}, {"loss", 0.25}}, second{{"epoch", 2}, {"loss", 0.125}},
      of_no_row{{"epoch", 3}, {"loss", std::numeric_limits<double>::quiet_NaN()}};
  ASSERT_TRUE(folder->write_results(first, {}));
  EXPECT_EQ(test::read_text(path + "/results.csv"), "epoch,loss\n") << "no epoch yet";
  ASSERT_TRUE(folder->write_results(first, {first, second, of_no_row}));
  EXPECT_EQ(test::read_text(path + "/results.csv"), "epoch,loss\n1,0.25\n2,0.125\n3,\n");
}

TEST(RunFolder, CommandsOfResumedRunsFollowTheFirst) {
  const std::string path = test::scratch_folder() + "/run";
  {
    const auto folder = RunFolder::create(path, "{}", false);
    ASSERT_TRUE(folder);
    EXPECT_EQ(folder->begin("{}", "emo train face --data d").value(), "emo train face --data d");
  }
  const auto again = RunFolder::create(path, "{}", true);
  ASSERT_TRUE(again);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(again->begin("{}", "emo train face --resume").value(),
              "emo train face --data d && emo train face --resume");
  }
  EXPECT_EQ(test::read_text(path + "/commands.txt"), "emo train face --data d\nemo train face --resume\n");
}

}  // namespace
}  // namespace emo::train
