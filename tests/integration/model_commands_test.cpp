// verify, info, models, import, eval and bench from outside.
#include <filesystem>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

using ModelCommands = TinyModelTest;

TEST_F(ModelCommands, VerifyReplaysTheGoldenLogits) {
  const auto result = run_emo({"verify", model_, "--format", "json"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto json = parsed(result.out);
  EXPECT_EQ(json["passed"], true);
  EXPECT_EQ(json["replayed"], true);
  EXPECT_LE(json["largest_difference"].get<double>(), json["tolerance"].get<double>());
  EXPECT_NE(run_emo({"verify", model_, "--format", "pretty"}).out.find("largest difference"), std::string::npos);
}

TEST_F(ModelCommands, AReaderWhoLeavesIsNoFullDisk) {
  // As under systemd, where SIGPIPE is ignored.
  const auto result = run_emo({"-c", "trap '' PIPE; { sleep 0.3; " EMO_BINARY " license; echo $? >&2; } | true"},
                              {.program = "/bin/sh"});
  EXPECT_EQ(result.err, "0\n");
}

TEST_F(ModelCommands, VerifyNamesWhatTheManifestDoesNotList) {
  EXPECT_EQ(parsed(run_emo({"verify", model_, "--format", "json"}).out).count("other_files"), 0U);
  write_text(model_ + "/model.safetensors.old", "x");
  const auto result = run_emo({"verify", model_, "--format", "json"});
  EXPECT_EQ(result.status, 0) << "the bundle itself is whole";
  EXPECT_EQ(parsed(result.out)["other_files"][0], "model.safetensors.old");
  EXPECT_NE(result.err.find("nobody has checked"), std::string::npos) << result.err;
}

TEST_F(ModelCommands, VerifyOfABundleThatRecordsNothingChecksItsHashes) {
  const std::string bare = folder_ / "bare";
  write_tiny_bundle(bare, 1, false);
  const auto result = run_emo({"verify", bare, "--format", "json"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto json = parsed(result.out);
  EXPECT_EQ(json["passed"], true);
  EXPECT_EQ(json["replayed"], false);
  const auto pretty = run_emo({"verify", bare, "--format", "pretty"});
  EXPECT_NE(pretty.out.find("hashes match; the bundle has no golden.json, so there is nothing to replay"),
            std::string::npos)
      << pretty.out;
  write_text(bare + "/tokenizer.json", "{}");
  EXPECT_EQ(run_emo({"verify", bare}).status, 2) << "its hashes are checked";
  std::filesystem::remove(model_ + "/golden.json");
  EXPECT_EQ(run_emo({"verify", model_}).status, 2) << "the manifest lists it";
}

TEST_F(ModelCommands, LicensePrintsTheNoticeAndTheTermsOfTheModels) {
  const auto notice = read_text(std::string(EMO_SOURCE_DIR) + "/NOTICE");
  const auto json = parsed(run_emo({"license", model_, "--format", "json"}).out);
  EXPECT_EQ(json["program"]["licence"], "Apache-2.0");
  EXPECT_EQ(json["program"]["notice"], notice);
  ASSERT_EQ(json["models"].size(), 1U);
  const auto manifest = parsed(read_text(model_ + "/manifest.json"));
  EXPECT_EQ(json["models"][0]["name"], manifest["name"]);
  EXPECT_EQ(json["models"][0]["datasets"].size(), manifest["provenance"]["datasets"].size());
  const auto pretty = run_emo({"license", std::string(EMO_SOURCE_DIR) + "/models/text-en", "--format", "pretty"});
  EXPECT_EQ(pretty.status, 0) << pretty.err;
  EXPECT_EQ(pretty.out.find(notice), 0U);
  EXPECT_NE(pretty.out.find("learnt from   goemotions train: CC BY 4.0"), std::string::npos) << pretty.out;
  EXPECT_EQ(run_emo({"license", folder_ / "none"}).status, 2);
}

TEST_F(ModelCommands, ABundleNamedTwiceIsRefused) {
  const std::string other = folder_ / "other";
  for (const std::string command : {"info", "verify", "license", "quantize"}) {
    std::vector<std::string> arguments{command, model_, "--model", other};
    if (command == "quantize") {
      write_text(folder_ / "texts.txt", "a\n");
      arguments.insert(arguments.end(), {"--texts", folder_ / "texts.txt", "--out", folder_ / "out"});
    }
    const auto refused = run_emo(arguments);
    EXPECT_EQ(refused.status, 1) << command;
    EXPECT_NE(refused.err.find("or --model '" + other + "', not both"), std::string::npos) << refused.err;
  }
}

TEST_F(ModelCommands, ARecordIsARowOfACsv) {
  const auto header_of = [](const std::vector<std::string>& arguments) {
    auto command = arguments;
    command.insert(command.end(), {"--format", "csv"});
    const auto result = run_emo(command);
    EXPECT_EQ(result.status, 0) << arguments[0] << ": " << result.err;
    EXPECT_GE(std::count(result.out.begin(), result.out.end(), '\n'), 2) << result.out;
    return result.out.substr(0, result.out.find('\n'));
  };
  EXPECT_TRUE(header_of({"verify", model_}).starts_with("bundle,passed,replayed"));
  EXPECT_NE(header_of({"info", model_}).find(",provenance."), std::string::npos);
  EXPECT_TRUE(header_of({"license", model_}).starts_with("name,version,"));
  EXPECT_NE(header_of({"bench", "text", "--model", model_, "--seconds", "0.05"}).find("latency_ms.p50,latency_ms.p99"),
            std::string::npos);
  EXPECT_NE(header_of({"bench", "tokenize", "--model", model_, "--seconds", "0.05"}).find("threads"),
            std::string::npos);
}

TEST_F(ModelCommands, InfoPrintsTheManifest) {
  const auto json = parsed(run_emo({"info", model_, "--format", "json"}).out);
  EXPECT_EQ(json["name"], "tiny");
  const auto pretty = run_emo({"info", model_, "--format", "pretty"});
  EXPECT_EQ(pretty.status, 0);
  EXPECT_NE(pretty.out.find("28 labels"), std::string::npos) << pretty.out;
}

TEST_F(ModelCommands, ImportMakesABundleThatAnswersAndVerifies) {
  const std::string checkpoint = std::string(EMO_SOURCE_DIR) + "/tests/golden/hf/bert_multilabel";
  const std::string out = folder_ / "imported";
  const auto imported = run_emo({"import", "hf", checkpoint, "--out", out});
  ASSERT_EQ(imported.status, 0) << imported.err;
  EXPECT_EQ(run_emo({"verify", out}).status, 0);
  const auto info = run_emo({"info", out, "--format", "pretty"}).out;
  EXPECT_NE(info.find("  base weights  "), std::string::npos) << info;
  EXPECT_EQ(info.find("licence \n"), std::string::npos) << "a licence that is not stated is not mentioned: " << info;
  EXPECT_EQ(parsed(run_emo({"info", out, "--format", "json"}).out)["provenance"]["command"],
            "emo import hf bert_multilabel --out imported")
      << "a bundle tells no folders of the machine";
  const auto json = parsed(run_emo({"text", "good", "--model", out, "--format", "json"}).out);
  EXPECT_FALSE(json["scores"].empty());
  const auto twice = run_emo({"import", "hf", checkpoint, "--out", out});
  EXPECT_EQ(twice.status, 1);
  EXPECT_NE(twice.err.find("--force"), std::string::npos) << twice.err;
  const auto missing = run_emo({"import", "hf", folder_ / "none", "--out", folder_ / "b"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "b"));
}

TEST_F(ModelCommands, ImportSaysWhatAFolderIsAndWhatItPassesOver) {
  const std::string checkpoint = folder_ / "checkpoint";
  std::filesystem::copy(std::string(EMO_SOURCE_DIR) + "/tests/golden/hf/bert_multilabel", checkpoint);
  const auto info = run_emo({"info", checkpoint});
  EXPECT_EQ(info.status, 2);
  EXPECT_NE(info.err.find("is not a bundle"), std::string::npos) << info.err;
  EXPECT_NE(info.err.find("emo import hf '" + checkpoint + "' --out BUNDLE makes one of it"), std::string::npos)
      << info.err;
  write_text(checkpoint + "/adapter_config.json", "{}");
  const auto told = run_emo({"import", "hf", checkpoint, "--out", folder_ / "a"});
  EXPECT_EQ(told.status, 0) << told.err;
  EXPECT_NE(told.err.find("emo: the adapter that adapter_config.json describes is not applied\n"), std::string::npos)
      << told.err;
  EXPECT_EQ(run_emo({"import", "hf", checkpoint, "--out", folder_ / "b", "--quiet"}).err, "");
  const auto again = run_emo({"import", "hf", folder_ / "a", "--out", folder_ / "c"});
  EXPECT_EQ(again.status, 2);
  EXPECT_NE(again.err.find("it is a bundle already"), std::string::npos) << again.err;
  const auto hub = run_emo({"import", "hf", "somebody/model", "--out", folder_ / "c"});
  EXPECT_NE(hub.err.find("(nothing is downloaded)"), std::string::npos) << hub.err;
}

TEST_F(ModelCommands, TheCommandThatImportSuggestsCanBeTyped) {
  const std::string checkpoint = std::string(EMO_SOURCE_DIR) + "/tests/golden/hf/bert_multilabel";
  const auto imported = run_emo({"import", "hf", checkpoint, "--out", folder_ / "my model"});
  ASSERT_EQ(imported.status, 0) << imported.err;
  EXPECT_NE(imported.err.find("--model '" + (folder_ / "my model") + "' "), std::string::npos) << imported.err;
}

TEST_F(ModelCommands, EvalGivesMetricsAndTheGateHasItsOwnExitCode) {
  std::string rows;
  for (int i = 0; i < 40; ++i) {
    rows += "{\"text\":\"word " + std::to_string(i) + "\",\"labels\":[\"" + (i % 2 == 0 ? "joy" : "anger") + "\"]}\n";
  }
  write_text(folder_ / "data.jsonl", rows);
  const auto result = run({"eval", "text", "--data", folder_ / "data.jsonl", "--out", folder_ / "e", "--format", "json",
                           "--head", "basic", "--classes", "joy,anger"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto json = parsed(result.out);
  EXPECT_EQ(json["n"], 40);
  EXPECT_TRUE(json.contains("macro_f1"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "e/metrics.json"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "e/predictions.jsonl"));
  const auto gate = run({"eval", "text", "--data", folder_ / "data.jsonl", "--min-macro-f1", "1"});
  EXPECT_EQ(gate.status, 3);
  EXPECT_NE(gate.err.find("macro_f1"), std::string::npos) << gate.err;
  for (const char* limit : {"1.01", "50", "-1", "nan"}) {
    const auto wrong = run({"eval", "text", "--data", folder_ / "data.jsonl", "--max-ece", limit});
    EXPECT_EQ(wrong.status, 1) << limit;
    EXPECT_NE(wrong.err.find("from 0 to 1"), std::string::npos) << wrong.err;
  }
  write_text(folder_ / "bad.jsonl", "{\"text\":\"x\",\"labels\":[\"joy\"]}\n{broken\n");
  const auto bad = run({"eval", "text", "--data", folder_ / "bad.jsonl"});
  EXPECT_EQ(bad.status, 0) << "the other row is judged";
  EXPECT_NE(bad.err.find("bad.jsonl:2"), std::string::npos) << bad.err;
  write_text(folder_ / "worse.jsonl", "{broken\n");
  const auto worse = run({"eval", "text", "--data", folder_ / "worse.jsonl"});
  EXPECT_EQ(worse.status, 2);
  EXPECT_NE(worse.err.find("worse.jsonl:1"), std::string::npos) << worse.err;
}

TEST_F(ModelCommands, BenchPrintsItsMeasurementsAsJson) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"bench", "text", "--batch", "4", "--seconds", "0.05"},
                                             {"bench", "text", "--tokens", "16", "--batch", "2", "--seconds", "0.05"},
                                             {"bench", "tokenize", "--seconds", "0.05"}}) {
    const auto result = run(arguments);
    EXPECT_EQ(result.status, 0) << result.err;
    const auto json = parsed(result.out);
    EXPECT_GT(json["tokens_per_second"].get<double>(), 0);
    EXPECT_GE(json["latency_ms"]["p99"].get<double>(), json["latency_ms"]["p50"].get<double>());
    EXPECT_GT(json["peak_memory_mb"].get<double>(), 0);
  }
}

TEST_F(ModelCommands, BenchOfTheEngineAloneRefusesTexts) {
  const auto result = run({"bench", "text", "--tokens", "8", "--file", folder_ / "a.txt", "--seconds", "0.05"});
  EXPECT_EQ(result.status, 1) << result.out;
  EXPECT_NE(result.err.find("--file"), std::string::npos) << result.err;
}

TEST_F(ModelCommands, BenchFaceRefusesABatchOfPictures) {
  const auto result = run_emo({"bench", "face", "--file", folder_ / "a.png", "--batch", "7"});
  EXPECT_EQ(result.status, 1) << result.err;
  EXPECT_NE(result.err.find("--file excludes --batch"), std::string::npos) << result.err;
}

TEST_F(ModelCommands, JsonlIsOneObjectOnOneLineAndJsonIsIndented) {
  write_text(folder_ / "data.jsonl",
             "{\"text\":\"good\",\"labels\":[\"joy\"]}\n{\"text\":\"bad\",\"labels\":[\"anger\"]}\n");
  ASSERT_EQ(run({"eval", "text", "--data", folder_ / "data.jsonl", "--out", folder_ / "e", "--quiet"}).status, 0);
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"info"},
                                             {"eval", "text", "--data", folder_ / "data.jsonl", "--bootstrap", "20"},
                                             {"bench", "tokenize", "--seconds", "0.05"},
                                             {"verify", model_},
                                             {"report", folder_ / "e"},
                                             {"doctor", folder_ / "data.jsonl"}}) {
    auto command = arguments;
    command.insert(command.end(), {"--format", "jsonl"});
    const auto result = run_emo(command);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(lines_of(result.out).size(), 1U) << arguments[0] << "\n" << result.out;
    const auto json = parsed(result.out);
    EXPECT_TRUE(json.is_object()) << arguments[0];
    command.back() = "json";
    EXPECT_GT(lines_of(run_emo(command).out).size(), 1U) << arguments[0];
    EXPECT_EQ(lines_of(run_emo(arguments).out).size(), 1U) << arguments[0] << " into a pipe";
  }
}

TEST_F(ModelCommands, AModelFolderThatIsNotThereIsTold) {
  const std::string command =
      "EMO_MODELS=/no/such:" + folder_.path() + " '" EMO_BINARY "' models 2> " + (folder_ / "err");
  EXPECT_EQ(std::system((command + " > /dev/null").c_str()), 0);
  EXPECT_EQ(read_text(folder_ / "err"), "emo: EMO_MODELS names '/no/such', which is no folder\n");
}

TEST_F(ModelCommands, LicenseTellsWhoseTermsAreNotShown) {
  std::filesystem::create_directories(folder_ / "some/torn");
  write_text(folder_ / "some/torn/manifest.json", "{");
  const std::string command =
      "EMO_MODELS=" + (folder_ / "some") + " '" EMO_BINARY "' license > /dev/null 2> " + (folder_ / "err");
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_TRUE(
      read_text(folder_ / "err").starts_with("emo: the terms of " + (folder_ / "some/torn") + " are not shown: "))
      << read_text(folder_ / "err");
}

TEST_F(ModelCommands, ModelsListsWhatItFinds) {
  const auto result = run_emo({"models"});
  EXPECT_EQ(result.status, 0);
  for (const auto& line : lines_of(result.out)) {
    const std::string path = parsed(line)["path"];
    EXPECT_EQ(parsed(line)["model"], std::filesystem::path(path).filename().string()) << "what --model takes";
  }
  const auto list = parsed(run_emo({"models", "--format", "json"}).out);
  ASSERT_TRUE(list.is_array());
  EXPECT_EQ(list.size(), lines_of(result.out).size());
}

}  // namespace
}  // namespace emo::test
