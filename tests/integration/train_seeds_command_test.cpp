// `emo train text --seeds` from outside: runs, their mean, and what they must have in common.
#include <filesystem>

#include "program.hpp"
#include "train_text_command_test.hpp"

namespace emo {
namespace {

namespace fs = std::filesystem;

using TrainSeedsCommand = TrainTextCommand;

TEST_F(TrainSeedsCommand, SeveralSeeds) {
  config.epochs = 1;
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--seeds", "2",
                                  "--threads", "1", "--format", "pretty"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(fs::exists(folder + "/run/seed-1/bundle/manifest.json"));
  EXPECT_TRUE(fs::exists(folder + "/run/seed-2/bundle/manifest.json"));
  EXPECT_NE(run.out.find("over 2 seeds"), std::string::npos) << run.out;
  const auto lines = test::lines_of(test::read_text(folder + "/run/results_seeds.csv"));
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0].substr(0, 11), "seed,epoch,");
  EXPECT_EQ(lines[3].substr(0, 5), "mean,");
}

TEST_F(TrainSeedsCommand, SeedsOfAnotherRecipeAreNotResumed) {
  config.epochs = 1;
  const auto seeds = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words{"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1"};
    words.insert(words.end(), more.begin(), more.end());
    return test::run_emo(words);
  };
  ASSERT_EQ(seeds({"--seeds", "1"}).status, 0);
  const auto args = test::read_text(folder + "/run/seed-1/args.json");
  const auto other = seeds({"--seeds", "2", "--resume", "--lr", "0.01"});
  EXPECT_EQ(other.status, 1);
  EXPECT_NE(other.err.find("learning_rate is '0.01', but the runs of " + folder + "/run have "), std::string::npos)
      << other.err;
  EXPECT_EQ(test::read_text(folder + "/run/seed-1/args.json"), args);
  EXPECT_FALSE(fs::exists(folder + "/run/seed-2"));
  const auto same = seeds({"--seeds", "2", "--resume"});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_EQ(same.err.find("unlike runs"), std::string::npos) << same.err;
  EXPECT_TRUE(fs::exists(folder + "/run/seed-2/bundle/manifest.json"));
  ASSERT_EQ(seeds({"--seeds", "1", "--resume", "--epochs", "2"}).status, 0);
  const auto unlike = seeds({"--seeds", "2", "--resume"});
  EXPECT_EQ(unlike.status, 0) << unlike.err;
  EXPECT_NE(unlike.err.find("epochs is 2 for seed 1 and 1 for seed 2: the mean is of unlike runs"), std::string::npos)
      << unlike.err;
}

}  // namespace
}  // namespace emo
