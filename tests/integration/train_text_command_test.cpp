// `emo train text` as a user runs it: from a data file to a bundle that `emo` accepts.
#include "train_text_command_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "io/bundle.hpp"
#include "io/json.hpp"
#include "program.hpp"
#include "toy_run.hpp"

namespace emo {
namespace {

namespace fs = std::filesystem;

int run_main_program(const std::string& arguments) {
  return std::system(("'" EMO_MAIN_BINARY "' " + arguments + " > /dev/null 2>&1").c_str());
}

TEST_F(TrainTextCommand, GoesThroughToABundleThatTheProgramAccepts) {
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  for (const char* file : {"args.json", "log.jsonl", "results.csv", "bundle/manifest.json", "bundle/card.md",
                           "checkpoints/best.safetensors", "predictions_dev.jsonl", "dev_metrics.json"}) {
    EXPECT_TRUE(fs::exists(folder + "/run/" + file)) << file;
  }
  EXPECT_EQ(run_main_program("verify '" + folder + "/run/bundle'"), 0);
  EXPECT_EQ(run_main_program("text --model '" + folder + "/run/bundle' 'we are happy'"), 0);
  const auto manifest = test::read_text(folder + "/run/bundle/manifest.json");
  EXPECT_NE(manifest.find("emo train text"), std::string::npos);
  EXPECT_EQ(manifest.find(folder), std::string::npos) << "no folder of this machine in a published file";

  const auto again = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run"});
  EXPECT_EQ(again.status, 1) << "as every output that exists";
  EXPECT_NE(again.err.find("--resume"), std::string::npos) << again.err;
}

TEST_F(TrainTextCommand, CommandsAreRecordedAndToldAsAShellTakesThem) {
  config.epochs = 1;
  const std::string out = folder + "/my run";
  const auto run =
      test::run_emo({"text", "--config", write_config(), "--out", out, "--name", "of John's; rm", "--threads", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto commands = test::read_text(out + "/commands.txt");
  EXPECT_NE(commands.find("--out 'my run'"), std::string::npos) << commands;
  EXPECT_NE(commands.find("--name 'of John'\\''s; rm'"), std::string::npos) << commands;
  EXPECT_NE(run.err.find("try: emo text --model '" + out + "/bundle' "), std::string::npos) << run.err;
}

TEST_F(TrainTextCommand, TheResultGoesToStandardOutputAndNothingElseDoes) {
  config.epochs = 1;
  const auto train = [&](const std::string& out, std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"text", "--config", write_config(), "--out", folder + "/" + out, "--threads", "1"});
    auto run = test::run_emo(flags);
    EXPECT_EQ(run.status, 0) << run.err;
    return run;
  };
  const auto piped = train("piped", {});
  ASSERT_EQ(test::lines_of(piped.out).size(), 1U) << piped.out;
  const auto result = io::parse_json(piped.out, "standard output");
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ((*result)["run"], folder + "/piped");
  EXPECT_EQ((*result)["bundle"], folder + "/piped/bundle");
  EXPECT_EQ((*result)["model"]["name"], config.name);
  EXPECT_EQ((*result)["best"]["epoch"], 1);
  EXPECT_TRUE((*result)["best"]["dev_score"].is_number());
  ASSERT_FALSE((*result)["metrics"].empty());
  EXPECT_EQ((*result)["metrics"][0]["split"], "dev");
  EXPECT_EQ(piped.err.find("on dev: "), std::string::npos) << piped.err;
  EXPECT_NE(piped.err.find("wrote "), std::string::npos) << piped.err;

  const auto indented = train("indented", {"--format", "json", "--quiet"});
  EXPECT_GT(test::lines_of(indented.out).size(), 5U) << "a result is given to the quiet as well";
  EXPECT_EQ(indented.err, "");
  const auto pretty = train("pretty", {"--format", "pretty"});
  EXPECT_NE(pretty.out.find(" in " + folder + "/pretty/bundle\n"), std::string::npos) << pretty.out;
  EXPECT_NE(pretty.out.find("macro_f1 on dev: "), std::string::npos) << pretty.out;
  const auto seeds = train("seeds", {"--seeds", "2"});
  const auto both = io::parse_json(seeds.out, "standard output");
  ASSERT_TRUE(both) << seeds.out;
  EXPECT_EQ((*both)["seeds"], 2);
  EXPECT_TRUE((*both)["figures"]["dev_score"]["deviation"].is_number()) << seeds.out;
}

TEST_F(TrainTextCommand, AnUnknownTaskIsNamedWithTheNearestOne) {
  const auto near = test::run_emo({"txt", "--data", "x", "--out", "y"});
  EXPECT_EQ(near.status, 1);
  EXPECT_EQ(
      near.err,
      "emo: there is no command 'txt' of 'emo train'; the nearest is 'emo train text'\nSee 'emo train --help'.\n");
  const auto far = test::run_emo({"serve"});
  EXPECT_EQ(far.status, 1);
  EXPECT_NE(far.err.find("there is no command 'serve' of 'emo train'; there are: face, text"), std::string::npos)
      << far.err;
  EXPECT_EQ(test::run_emo({"help", "text"}).out, test::run_emo({"text", "--help"}).out);
  EXPECT_EQ(test::run_emo({}).status, 1);
}

TEST_F(TrainTextCommand, OptionsOfOtherCommandsAreNamedWithWhatTakesTheirPlace) {
  const auto model = test::run_emo({"text", "--data", "x", "--out", "y", "--model", "text-en"});
  EXPECT_EQ(model.status, 1);
  EXPECT_TRUE(model.err.starts_with("emo: --model is not for training; what to start from is --init BUNDLE\n"))
      << model.err;
}

TEST_F(TrainTextCommand, ATestIsHeldOutAndJudgedOnce) {
  config.epochs = 1;
  const auto run = test::run_emo(
      {"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1", "--test-fraction", "0.2"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto tested = test::lines_of(test::read_text(folder + "/run/test/predictions.jsonl"));
  EXPECT_NE(run.err.find(std::to_string(tested.size()) + " for the test"), std::string::npos) << run.err;
  EXPECT_NE(test::read_text(folder + "/run/test/metrics.json").find("\"split\": \"test\""), std::string::npos);
  const auto dev = test::read_text(folder + "/run/predictions_dev.jsonl");
  EXPECT_EQ(test::lines_of(dev).size(), 50U);
  for (const auto& line : tested) {
    const auto text = line.substr(line.find("\"text\""));
    EXPECT_EQ(dev.find(text.substr(0, text.find(',') + 1)), std::string::npos) << text;
  }
  const auto manifest = test::read_text(folder + "/run/bundle/manifest.json");
  EXPECT_NE(manifest.find("\"split\": \"test\""), std::string::npos) << manifest;
  EXPECT_NE(manifest.find("test, held out of train"), std::string::npos) << manifest;
  const auto report = test::read_text(folder + "/run/report.html");
  for (const char* part : {"onfusion", "reliability"}) EXPECT_NE(report.find(part), std::string::npos) << part;

  const auto judged = run_main_program("eval text --model '" + folder + "/run/bundle' --data '" + folder +
                                       "/dev.jsonl' --head basic --out '" + folder + "/eval'");
  ASSERT_EQ(judged, 0);
  const auto figure = [](const std::string& path) {
    const auto json = test::read_text(path);
    const auto at = json.find("\"macro_f1\"");
    return json.substr(at, json.find(',', at) - at);
  };
  EXPECT_EQ(figure(folder + "/run/dev_metrics.json"), figure(folder + "/eval/metrics.json"));
}

TEST_F(TrainTextCommand, OptionsOfEveryCommandAreTakenOrRefused) {
  config.epochs = 1;
  const std::string training = " train text --config '" + write_config() + "' --out '" + folder;
  const auto run = [&](const std::string& arguments) {
    return WEXITSTATUS(std::system(("'" EMO_MAIN_BINARY "' " + arguments + " 2> '" + folder + "/err'").c_str()));
  };
  EXPECT_EQ(run("--quiet --threads 1" + training + "/run'"), 0) << test::read_text(folder + "/err");
  EXPECT_EQ(test::read_text(folder + "/err"), "");
  EXPECT_NE(test::read_text(folder + "/run/args.json").find("\"threads\": 1,"), std::string::npos);
  EXPECT_EQ(run("--model text-en" + training + "/other'"), 1);
  EXPECT_NE(test::read_text(folder + "/err").find("--init"), std::string::npos);
  EXPECT_EQ(run(training.substr(1) + "/other' --model text-en"), 1);
  EXPECT_NE(test::read_text(folder + "/err").find("--init"), std::string::npos) << test::read_text(folder + "/err");
  EXPECT_EQ(run("--format csv" + training + "/other'"), 1);
  EXPECT_NE(test::read_text(folder + "/err").find("no csv form"), std::string::npos);
  EXPECT_EQ(run("--top-k 1" + training + "/other'"), 1);
  EXPECT_EQ(run("--threads 2" + training + "/twice' --threads=1 --quiet"), 0) << test::read_text(folder + "/err");
}

TEST_F(TrainTextCommand, AStartThatIsNotThereIsToldWithWhereItWasLookedFor) {
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--init", "nosuch"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("no model bundle 'nosuch' (looked at: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("--init FOLDER"), std::string::npos) << run.err;
  const auto empty = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--init", ""});
  EXPECT_EQ(empty.status, 1) << "a variable that is not set is no wish to begin from scratch";
  EXPECT_NE(empty.err.find("--init: the name is empty"), std::string::npos) << empty.err;
  for (const std::string flag : {"--text-column", "--seed", "--threads", "--patience", "--tokens-per-batch"}) {
    const auto unset = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", flag, ""});
    EXPECT_NE(unset.err.find("emo: " + flag + ": "), std::string::npos) << unset.err;
  }
  EXPECT_FALSE(fs::exists(folder + "/run"));
}

TEST_F(TrainTextCommand, TheConfigurationsPrecisionStaysUntilAFlagChangesIt) {
  config.precision = train::Precision::kBfloat16;
  config.epochs = 1;
  const auto trained = [&](std::vector<std::string> flags, const std::string& out) {
    flags.insert(flags.begin(), {"text", "--config", write_config(), "--out", out, "--threads", "1"});
    const auto run = test::run_emo(flags);
    EXPECT_EQ(run.status, 0) << run.err;
    return test::read_text(out + "/args.json");
  };
  EXPECT_NE(trained({}, folder + "/a").find("\"precision\": \"bfloat16\""), std::string::npos);
  EXPECT_NE(trained({"--no-bf16"}, folder + "/b").find("\"precision\": \"float32\""), std::string::npos);
  config.precision = train::Precision::kFloat32;
  EXPECT_NE(trained({"--bf16"}, folder + "/c").find("\"precision\": \"bfloat16\""), std::string::npos);
}

// Eight bits of mantissa give other losses than 24, so the log tells with which a resumed run computed.
TEST_F(TrainTextCommand, AResumedRunKeepsItsPrecision) {
  config.precision = train::Precision::kBfloat16;
  config.epochs = 1;
  const std::string rounded = folder + "/rounded", exact = folder + "/exact";
  ASSERT_EQ(test::run_emo({"text", "--config", write_config(), "--out", rounded, "--threads", "1"}).status, 0);
  fs::copy(rounded, exact, fs::copy_options::recursive);
  auto args = test::read_text(exact + "/args.json");
  args.replace(args.find("bfloat16"), 8, "float32");
  test::write_text(exact + "/args.json", args);
  const auto second_epoch = [](const std::string& run) {
    const auto resumed = test::run_emo({"text", "--out", run, "--resume", "--epochs", "2", "--threads", "1"});
    EXPECT_EQ(resumed.status, 0) << resumed.err;
    auto line = test::lines_of(test::read_text(run + "/log.jsonl")).back();
    return line.substr(line.find("\"train_loss\""));  // what stands before it is the time
  };
  EXPECT_NE(second_epoch(rounded), second_epoch(exact));
}

// Bits of the signals that a process' first thread does not take, from Linux's /proc.
std::uint64_t blocked_signals(pid_t process) {
  std::istringstream status(test::read_text("/proc/" + std::to_string(process) + "/status"));
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("SigBlk:", 0) == 0) return std::stoull(line.substr(7), nullptr, 16);
  }
  return 0;
}

TEST_F(TrainTextCommand, SignalsDoNotInterruptTheThreadThatComputes) {
  if (!fs::exists("/proc/self/status")) GTEST_SKIP() << "no /proc on this system";
  config.epochs = 10000;
  const pid_t process = test::start_emo({"text", "--config", write_config(), "--out", folder + "/run"});
  ASSERT_TRUE(test::wait_until(process, [&] { return fs::exists(folder + "/run/results.csv"); }));
  const auto blocked = blocked_signals(process);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) EXPECT_NE(blocked & (1ULL << (signal - 1)), 0U) << signal;
  EXPECT_EQ(test::end_process(process, SIGINT), 130);
}

TEST_F(TrainTextCommand, AnInterruptedRunSaysHowToGoOn) {
  config.epochs = 10000;
  const pid_t process =
      test::start_emo({"text", "--config", write_config(), "--out", folder + "/run"}, -1, folder + "/err");
  EXPECT_TRUE(test::wait_until(process, [&] { return fs::exists(folder + "/run/results.csv"); }));
  EXPECT_EQ(test::end_process(process, SIGTERM), 130);
  const auto hint = "stopped; go on with: emo train text --out " + folder + "/run --resume";
  EXPECT_NE(test::read_text(folder + "/err").find(hint), std::string::npos) << test::read_text(folder + "/err");
  EXPECT_FALSE(fs::exists(folder + "/run/bundle"));
  ASSERT_TRUE(fs::exists(folder + "/run/checkpoints/last.safetensors"));
  const auto epochs = [&] {
    const auto log = test::read_text(folder + "/run/log.jsonl");
    return std::count(log.begin(), log.end(), '\n');
  };
  const auto before = epochs();
  const auto refused = test::run_emo({"text", "--out", folder + "/run", "--resume", "--init", folder});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("does not take --init"), std::string::npos) << refused.err;
  const auto resumed = test::run_emo(
      {"text", "--out", folder + "/run", "--resume", "--threads", "1", "--epochs", std::to_string(before + 1)});
  EXPECT_EQ(resumed.status, 0) << resumed.err;
  EXPECT_EQ(epochs(), before + 1);
  EXPECT_TRUE(fs::exists(folder + "/run/bundle/manifest.json"));
}

TEST_F(TrainTextCommand, WithDataAloneAStartKeepsItsNormaliser) {
  const auto version_of = [&](const std::string& name, const std::vector<std::string>& more) {
    std::vector<std::string> words{
        "text", "--data", config.sources[0].train, "--out", folder + name, "--epochs", "1", "--threads", "1", "--fp32"};
    words.insert(words.end(), more.begin(), more.end());
    const auto run = test::run_emo(words);
    EXPECT_EQ(run.status, 0) << run.err;
    const auto manifest = io::parse_json(test::read_text(folder + name + "/bundle/manifest.json"), "manifest");
    return manifest ? (*manifest)["preprocess"]["normalizer_version"].get<int>() : -1;
  };
  EXPECT_EQ(version_of("/fresh", {}), 2);
  EXPECT_EQ(version_of("/tuned", {"--init", folder + "/fresh/bundle"}), 2);
}

TEST_F(TrainTextCommand, RowsThatCannotBeReadAreNamedAndLeftOut) {
  config.epochs = 1;
  const auto whole = test::read_text(config.sources[0].train);
  test::write_text(config.sources[0].train, whole + "damage\n\xff\n");
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("left out: " + config.sources[0].train + ":201: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find(":202: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find(", 2 rows left out"), std::string::npos) << run.err;
}

TEST_F(TrainTextCommand, TheRunSaysWhichActivationTheDataMakeAndWhatIsLeftOut) {
  config.epochs = 1;
  config.heads[0].taxonomy = "custom";
  const auto whole = test::read_text(config.sources[0].train);
  test::write_text(config.sources[0].train, whole + R"({"text":"nobody said","labels":null})" + "\n");
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("head 'basic': softmax, for no row has more than one label (200 rows)"), std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("1 row without a label left out, the first: " + config.sources[0].train + ":201"),
            std::string::npos)
      << run.err;
}

TEST_F(TrainTextCommand, AModelTrainedOnGermanRowsIsForGerman) {
  const std::array<const char*, 2> texts{"Heute bin ich wirklich sehr froh über das schöne Wetter, Tag ",
                                         "Gestern war ich leider wieder sehr traurig und allein, Tag "};
  std::string rows = "text,labels\n";
  for (int i = 0; i < 100; ++i) {
    rows += "\"" + std::string(texts[static_cast<std::size_t>(i % 2)]) + std::to_string(i) + "\"," +
            (i % 2 == 0 ? "joy" : "sadness") + "\n";
  }
  test::write_text(folder + "/german.csv", rows);
  config.epochs = 1;
  config.sources[0].train = folder + "/german.csv";
  config.sources[0].dev.clear();
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("languages: de (from "), std::string::npos) << run.err;
  const auto languages_of = [&](const std::string& out) {
    const auto manifest = io::open_bundle(folder + out + "/bundle");
    return manifest ? manifest->manifest.languages : std::vector<std::string>{};
  };
  EXPECT_EQ(languages_of("/run"), std::vector<std::string>{"de"});
  const auto given = test::run_emo({"text", "--config", write_config(), "--out", folder + "/given", "--threads", "1",
                                    "--languages", "nl,fr", "--quiet"});
  ASSERT_EQ(given.status, 0) << given.err;
  EXPECT_EQ(languages_of("/given"), (std::vector<std::string>{"nl", "fr"}));
}

TEST_F(TrainTextCommand, LabelsOfACellAreCutAndMappedAsTheFlagsSay) {
  std::string rows = "text\tlabels\n";
  for (int i = 0; i < 60; ++i) rows += "we are happy " + std::to_string(i) + (i % 2 == 0 ? "\tlol,wow\n" : "\tsad\n");
  test::write_text(folder + "/rows.data", rows);
  test::write_text(folder + "/map.json", R"({"lol":"joy","wow":null})");
  config.epochs = 1;
  config.heads[0].taxonomy = "custom";
  config.sources[0].train = folder + "/rows.data";
  config.sources[0].dev.clear();
  const auto run = test::run_emo({"text", "--config", write_config(), "--out", folder + "/run", "--threads", "1",
                                  "--input-format", "tsv", "--label-separator", ",", "--map", folder + "/map.json",
                                  "--dev-fraction", "0.3", "--patience", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto bundle = io::open_bundle(folder + "/run/bundle");
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(bundle->manifest.heads[0].labels, (std::vector<std::string>{"joy", "sad"}));
  const auto bad =
      test::run_emo({"text", "--config", write_config(), "--out", folder + "/other", "--map", folder + "/none.json"});
  EXPECT_EQ(bad.status, 2);
  EXPECT_NE(bad.err.find("/none.json"), std::string::npos) << bad.err;
}

TEST_F(TrainTextCommand, DataAloneTrainFromScratch) {
  const auto run = test::run_emo(
      {"text", "--data", config.sources[0].train, "--out", folder + "/run", "--epochs", "1", "--threads", "1"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.err.find("start: none (trained from scratch)"), std::string::npos) << run.err;
  EXPECT_EQ(run_main_program("verify '" + folder + "/run/bundle'"), 0);
  EXPECT_EQ(run_main_program("text --model '" + folder + "/run/bundle' 'we are happy'"), 0);
  const auto resumed = test::run_emo({"text", "--out", folder + "/run", "--resume", "--epochs", "2", "--threads", "1"});
  EXPECT_EQ(resumed.status, 0) << resumed.err;
}

TEST_F(TrainTextCommand, MistakesAreNamedWithTheirStatus) {
  const auto nothing = test::run_emo({"text", "--out", folder + "/run"});
  EXPECT_EQ(nothing.status, 1);
  EXPECT_NE(nothing.err.find("--data"), std::string::npos);
  const auto missing = test::run_emo({"text", "--data", folder + "/none", "--out", folder + "/run"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("/none: no such file or folder"), std::string::npos) << missing.err;
  test::write_text(folder + "/rows.csv", "body,labels\nhello,joy\n");
  const auto column = test::run_emo({"text", "--data", folder + "/rows.csv", "--out", folder + "/run"});
  EXPECT_EQ(column.status, 2);
  EXPECT_NE(column.err.find("'text'"), std::string::npos) << column.err;
  const auto both = test::run_emo({"text", "--data", folder, "--out", folder + "/run", "--seed", "1", "--seeds", "2"});
  EXPECT_EQ(both.status, 1);
  const auto resume = test::run_emo({"text", "--out", folder + "/run", "--resume"});
  EXPECT_EQ(resume.status, 2);
  EXPECT_NE(resume.err.find("no run to resume"), std::string::npos) << resume.err;
  EXPECT_FALSE(fs::exists(folder + "/run"));
}

}  // namespace
}  // namespace emo
