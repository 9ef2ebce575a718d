// `emo train face` as a user runs it: what it refuses, and in which words.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

#include "program.hpp"
#include "toy_faces.hpp"
#include "toy_run.hpp"

namespace emo {
namespace {

class TrainFaceCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config = test::toy_face_config(folder, 10);
    config.epochs = 1;
  }
  void write_config() const { test::write_text(folder + "/config.json", train::to_json(config)); }
  [[nodiscard]] test::RunResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"face", "--out", folder + "/run"});
    return test::run_emo(arguments);
  }
  std::string folder;
  train::FaceTrainConfig config;
};

TEST_F(TrainFaceCommand, AResumedRunTakesFewFlagsAndSaysWhich) {
  write_config();
  ASSERT_EQ(run({"--config", folder + "/config.json", "--threads", "1"}).status, 0);
  EXPECT_EQ(test::read_text(folder + "/run/report.md").substr(0, 10 + config.name.size()), "# Report: " + config.name)
      << "a page is titled by the model, not by where its bundle lies";
  for (const std::vector<std::string>& flags : std::vector<std::vector<std::string>>{
           {"--init", folder}, {"--arch", "vit"}, {"--lr", "0.1"}, {"--seed", "2"}, {"--bf16"}}) {
    auto arguments = flags;
    arguments.emplace_back("--resume");
    const auto refused = run(arguments);
    EXPECT_EQ(refused.status, 1) << flags[0];
    EXPECT_NE(refused.err.find("does not take " + flags[0]), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("--epochs"), std::string::npos) << refused.err;
  }
  // The flags of before are taken, others are not.
  const auto same = run({"--config", folder + "/config.json", "--threads", "1", "--resume"});
  EXPECT_EQ(same.status, 0) << same.err;
  const auto faster = run({"--config", folder + "/config.json", "--lr", "0.125", "--resume"});
  EXPECT_EQ(faster.status, 1);
  EXPECT_NE(faster.err.find("learning_rate is '0.125', but the run in "), std::string::npos) << faster.err;
  const auto longer = run({"--resume", "--epochs", "2", "--threads", "1"});
  ASSERT_EQ(longer.status, 0) << longer.err;
  EXPECT_EQ(test::lines_of(test::read_text(folder + "/run/log.jsonl")).size(), 2U) << "one epoch more";
}

// What the configuration says stays, unless one of the two flags says otherwise.
TEST_F(TrainFaceCommand, FlagsThatAreNotGivenChangeNothing) {
  config.flip_average = true;
  config.precision = train::Precision::kBfloat16;
  write_config();
  ASSERT_EQ(run({"--config", folder + "/config.json", "--threads", "1"}).status, 0);
  const auto args = test::read_text(folder + "/run/args.json");
  EXPECT_NE(args.find("\"flip_average\": true"), std::string::npos) << args;
  EXPECT_NE(args.find("\"precision\": \"bfloat16\""), std::string::npos) << args;
  EXPECT_NE(test::read_text(folder + "/run/bundle/manifest.json").find("\"flip_average\": true"), std::string::npos);

  std::filesystem::remove_all(folder + "/run");
  const auto plain = run({"--config", folder + "/config.json", "--threads", "1", "--no-flip-average", "--no-bf16"});
  ASSERT_EQ(plain.status, 0) << plain.err;
  const auto others = test::read_text(folder + "/run/args.json");
  EXPECT_NE(others.find("\"flip_average\": false"), std::string::npos) << others;
  EXPECT_NE(others.find("\"precision\": \"float32\""), std::string::npos) << others;
}

TEST_F(TrainFaceCommand, SeveralSeedsOnOneSplit) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(30, 1, false));
  config.seed = 5;
  write_config();
  const std::vector<std::string> flags = {
      "--config", folder + "/config.json", "--seeds", "2", "--threads", "1", "--format", "pretty"};
  const auto trained = run(flags);
  ASSERT_EQ(trained.status, 0) << trained.err;
  EXPECT_NE(trained.out.find("dev_macro_f1"), std::string::npos) << trained.out;
  EXPECT_NE(trained.out.find("over 2 seeds"), std::string::npos) << trained.out;
  EXPECT_EQ(test::lines_of(test::read_text(folder + "/run/results_seeds.csv")).size(), 5U);
  const auto ids_of = [&](const std::string& seed) {
    std::string ids;
    for (const auto& line : test::lines_of(test::read_text(folder + "/run/seed-" + seed + "/predictions_dev.jsonl"))) {
      ids += line.substr(0, line.find(',')) + "\n";
    }
    return ids;
  };
  EXPECT_FALSE(ids_of("1").empty());
  EXPECT_EQ(ids_of("1"), ids_of("2"));
  EXPECT_NE(test::read_text(folder + "/run/seed-2/args.json").find("\"split_seed\": 5"), std::string::npos);

  std::filesystem::remove_all(folder + "/run/seed-2");
  auto again = flags;
  again.emplace_back("--resume");
  const auto resumed = run(again);
  ASSERT_EQ(resumed.status, 0) << resumed.err;
  EXPECT_EQ(resumed.out, trained.out);
  EXPECT_EQ(run({"--data", folder, "--seed", "1", "--seeds", "2"}).status, 1);
}

TEST_F(TrainFaceCommand, ATestIsHeldOutAndJudgedOnce) {
  test::write_text(folder + "/fer.csv", test::toy_fer_csv(30, 1, false));
  write_config();
  const auto trained = run({"--config", folder + "/config.json", "--test-fraction", "0.2", "--threads", "1"});
  ASSERT_EQ(trained.status, 0) << trained.err;
  EXPECT_NE(trained.err.find("18 for the test"), std::string::npos) << trained.err;
  const auto manifest = test::read_text(folder + "/run/bundle/manifest.json");
  EXPECT_NE(manifest.find("\"split\": \"test\""), std::string::npos) << manifest;
  EXPECT_NE(manifest.find("test, held out of train"), std::string::npos) << manifest;
  const auto rows = test::lines_of(test::read_text(folder + "/run/test/predictions.jsonl"));
  ASSERT_EQ(rows.size(), 18U);
  const auto dev = test::read_text(folder + "/run/predictions_dev.jsonl");
  for (const auto& row : rows) EXPECT_EQ(dev.find(row.substr(0, row.find(',') + 1)), std::string::npos) << row;
  EXPECT_NE(test::read_text(folder + "/run/test/metrics.json").find("\"split\": \"test\""), std::string::npos);
  EXPECT_EQ(run({"--config", folder + "/config.json", "--test-fraction", "0.95"}).status, 1);
}

TEST_F(TrainFaceCommand, UsageErrorsLookLikeThoseOfOtherCommands) {
  const auto epochs = run({"--data", folder, "--epochs", "-1"});
  EXPECT_EQ(epochs.status, 1);
  EXPECT_TRUE(epochs.err.starts_with("emo: --epochs")) << epochs.err;
  for (const auto& result : {run({"--data", folder, "--seed", "abc"}), test::run_emo({"face", "--data", folder})}) {
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(result.err.starts_with("emo: ")) << result.err;
    EXPECT_NE(result.err.find("See 'emo train face --help'."), std::string::npos) << result.err;
  }
  EXPECT_EQ(test::run_emo({"face", "--help"}).status, 0);
}

// What a script runs in the background: Ctrl-C is for the script.
TEST_F(TrainFaceCommand, AnInterruptThatWasIgnoredAtTheStartStaysIgnored) {
  config.epochs = 10000;
  write_config();
  const pid_t process = test::start_emo(
      {"face", "--config", folder + "/config.json", "--out", folder + "/run", "--threads", "1"}, -1, {}, true);
  const auto epochs = [&] {
    const std::string log = folder + "/run/log.jsonl";
    return std::filesystem::exists(log) ? test::lines_of(test::read_text(log)).size() : 0;
  };
  EXPECT_TRUE(test::wait_until(process, [&] { return epochs() > 0; }));
  kill(process, SIGINT);
  const auto before = epochs();
  EXPECT_TRUE(test::wait_until(process, [&] { return epochs() > before + 2; })) << "it trains on";
  EXPECT_EQ(test::end_process(process, SIGTERM), 130);
}

// Its shell says so, and then the system.
TEST_F(TrainFaceCommand, ATerminalThatGoesAwayStopsARunHoweverOftenItSaysSo) {
  config.epochs = 10000;
  write_config();
  const pid_t process = test::start_emo({"face", "--config", folder + "/config.json", "--out", folder + "/run"});
  EXPECT_TRUE(test::wait_until(process, [&] { return std::filesystem::exists(folder + "/run/log.jsonl"); }));
  kill(process, SIGHUP);
  EXPECT_EQ(test::end_process(process, SIGHUP), 130);
}

TEST_F(TrainFaceCommand, AHelpThatDoesNotArriveIsAnError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full on this machine";
  EXPECT_EQ(test::run_emo({"face", "--help"}, {.stdout_path = "/dev/full"}).status, 2);
}

}  // namespace
}  // namespace emo
