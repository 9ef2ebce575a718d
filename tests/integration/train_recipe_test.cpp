#include <gtest/gtest.h>

#include <filesystem>

#include "recipe.hpp"
#include "toy_run.hpp"
#include "train/run_folder.hpp"

namespace emo::app {
namespace {

class SeedRecipe : public testing::Test {
 protected:
  void SetUp() override { out = test::scratch_folder(); }
  void begin_a_run(const std::string& name = "seed-1") const {
    std::filesystem::create_directories(out + "/" + name);
    test::write_text(out + "/" + name + "/args.json", "{}");
  }
  [[nodiscard]] std::string refusal(const std::string& config) const {
    const auto kept = keep_recipe(out, config, true);
    return kept ? "" : kept.error().message;
  }
  std::string out;
};

TEST_F(SeedRecipe, WhatAResumedRunMayChangeDoesNotCount) {
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.1,"epochs":2,"seed":1,"threads":1})", false));
  begin_a_run();
  EXPECT_EQ(refusal(R"({"learning_rate":0.1,"epochs":9,"seed":1,"threads":2})"), "");
  const auto other = refusal(R"({"learning_rate":0.2,"epochs":2,"seed":1,"threads":1})");
  EXPECT_NE(other.find("learning_rate is '0.2', but the runs of " + out + " have '0.1'"), std::string::npos) << other;
}

TEST_F(SeedRecipe, AKeyThatOneOfTheTwoLeavesOutDiffers) {
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.1})", false));
  begin_a_run();
  const auto added = refusal(R"({"learning_rate":0.1,"encoder":{"layers":2}})");
  EXPECT_NE(added.find("have none"), std::string::npos) << added;
  const auto gone = refusal("{}");
  EXPECT_NE(gone.find("learning_rate is not given"), std::string::npos) << gone;
}

TEST_F(SeedRecipe, OfWhichNoRunWasBegunBindsNobody) {
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.1})", false));
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.2})", false)) << "the first one's data could not be read";
  begin_a_run();
  EXPECT_EQ(refusal(R"({"learning_rate":0.2})"), "");
  EXPECT_NE(refusal(R"({"learning_rate":0.1})"), "");
}

TEST_F(SeedRecipe, BatchesOfAnotherSizeAreAnotherRecipe) {
  ASSERT_TRUE(keep_recipe(out, R"({"fewest_steps":200})", false));
  begin_a_run();
  EXPECT_NE(refusal(R"({"fewest_steps":0})"), "") << "as --epochs makes it for the seeds to come";
}

TEST_F(SeedRecipe, AConfigInTheSameFolderStaysAsItIs) {
  test::write_text(out + "/recipe.json", R"({"epochs":1})");
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.1})", false));
  EXPECT_EQ(test::read_text(out + "/recipe.json"), R"({"epochs":1})");
}

TEST_F(SeedRecipe, RunsThatAreRefusedKeepTheirs) {
  begin_a_run();  // as a version without recipes left it
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.2})", false));
  EXPECT_EQ(refusal(R"({"learning_rate":0.1})"), "");
}

TEST_F(SeedRecipe, OtherRunsBesideTheSeedsBindNobody) {
  begin_a_run("reviews");
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.1})", false));
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.2})", false));
  begin_a_run();
  EXPECT_EQ(refusal(R"({"learning_rate":0.2})"), "");
}

TEST_F(SeedRecipe, IsTakenAwayWhereNoRunWasBegun) {
  ASSERT_TRUE(keep_recipe(out, R"({"learning_rate":0.1})", false));
  begin_a_run();
  drop_unused_recipe(out);
  EXPECT_NE(refusal(R"({"learning_rate":0.2})"), "");
  std::filesystem::remove_all(out + "/seed-1");
  drop_unused_recipe(out);
  EXPECT_TRUE(std::filesystem::is_empty(out));
}

TEST(Recipe, OfOneRunIsWhatItWasBegunWith) {
  const auto out = test::scratch_folder();
  const auto refusal = [&](const std::string& config) {
    const auto same = check_recipe(out, config, {"epochs", "most_views", "fewest_steps"});
    return same ? "" : same.error().message;
  };
  EXPECT_NE(refusal("{}").find("give --resume without the flags of before"), std::string::npos) << refusal("{}");
  ASSERT_TRUE(train::RunFolder::create(
      out, "{}", false,
      R"({"learning_rate":0.1,"epochs":2,"fewest_steps":200,"seed":1,"sources":[{"map":{"a":"b"},"train":"t"}]})"));
  const std::string sources = R"("sources":[{"map":{"a":"b"},"train":"t"}]})";
  EXPECT_EQ(refusal(R"({"learning_rate":0.1,"epochs":9,"fewest_steps":0,"seed":1,)" + sources), "")
      << "--epochs may change";
  EXPECT_FALSE(check_recipe(out, R"({"learning_rate":0.1,"epochs":9,"fewest_steps":200,"seed":1,)" + sources, {}))
      << "a config's epochs are no flag";
  const auto mapped = refusal(R"({"learning_rate":0.1,"seed":1,"sources":[{"map":{"a":"c"},"train":"t"}]})");
  EXPECT_NE(mapped.find("sources[0].map.a is '\"c\"', but"), std::string::npos) << mapped;
  const auto other = refusal(R"({"learning_rate":0.1,"epochs":2,"seed":2,)" + sources);
  EXPECT_NE(other.find("seed is '2', but the run in " + out + " has '1'"), std::string::npos) << other;
}

}  // namespace
}  // namespace emo::app
