// `emo eval text` from outside: comparisons, gates, and what bad input is answered with.
#include "eval_command_test.hpp"

#include <algorithm>
#include <filesystem>

namespace emo::test {
namespace {

TEST_F(EvalCommand, AFolderOfTextsIsItsTestFileOrTheSplitThatIsNamed) {
  const std::string folder = folder_ / "set";
  std::filesystem::create_directories(folder);
  const std::string row = "{\"text\":\"good\",\"labels\":[\"joy\"]}\n";
  write_text(folder + "/train.jsonl", row + row + row);
  write_text(folder + "/val.jsonl", row + row);
  const auto judged = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"eval", "text", "--data", folder, "--format", "json", "--bootstrap", "0"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  const auto dev = judged({});
  ASSERT_EQ(dev.status, 0) << dev.err;
  EXPECT_EQ(parsed(dev.out)["n"], 2);
  EXPECT_NE(dev.err.find("has no file for the test, judging on val.jsonl"), std::string::npos) << dev.err;
  write_text(folder + "/test.csv", "text,label\nfine,joy\n");
  const auto test = judged({});
  ASSERT_EQ(test.status, 0) << test.err;
  EXPECT_EQ(parsed(test.out)["n"], 1);
  EXPECT_EQ(parsed(test.out)["split"], "test");
  EXPECT_EQ(test.err.find("judging on"), std::string::npos) << test.err;
  const auto train = judged({"--split", "train"});
  ASSERT_EQ(train.status, 0) << train.err;
  EXPECT_EQ(parsed(train.out)["n"], 3);
  expect_failure(judged({"--split", "fold1"}), 1, "--split 'fold1' is no part of a folder");
  std::filesystem::remove(folder + "/train.jsonl");
  expect_failure(judged({"--split", "train"}), 2, "no file of the split 'train' there, expected train.jsonl");
}

TEST_F(EvalCommand, WritesMetricsCurvesAndPredictions) {
  const std::string out = folder_ / "out";
  const auto result = run(
      {"eval", "text", "--data", data_, "--out", out, "--slice", "source", "--format", "json", "--bootstrap", "50"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto json = parsed(result.out);
  for (const char* key : {"cohen_kappa", "roc_auc_macro", "average_precision_macro", "reliability", "coverage_risk",
                          "aurc", "top_confusions", "slices", "notes"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  EXPECT_TRUE(json["per_class"]["joy"].contains("average_precision"));
  ASSERT_EQ(json["slices"]["source"].size(), 2U);
  EXPECT_EQ(json["slices"]["source"][0]["value"], "books");
  EXPECT_EQ(json["slices"]["source"][0]["n"], 30);
  EXPECT_EQ(json["slices"]["source"][0]["ci95"]["macro_f1"].size(), 2U);
  EXPECT_TRUE(json["slices"].contains("length"));
  EXPECT_TRUE(json["slices"].contains("language"));
  EXPECT_NE(json["notes"].dump().find("Without a row in the data"), std::string::npos);
  const auto curves = parsed(read_text(out + "/curves.json"));
  for (const char* key : {"reliability", "pr", "roc", "coverage_risk", "thresholds"}) {
    EXPECT_TRUE(curves.contains(key)) << key;
  }
  EXPECT_EQ(curves["thresholds"]["joy"][0].size(), 4U);
  EXPECT_EQ(curves["coverage_risk"].back()[0], 1.0);

  // What it wrote, judged as anybody's predictions, gives the same figures.
  const auto again =
      run_emo({"eval", "--predictions", out + "/predictions.jsonl", "--format", "json", "--bootstrap", "50"});
  ASSERT_EQ(again.status, 0) << again.err;
  const auto same = parsed(again.out);
  for (const char* key : {"n", "accuracy", "macro_f1", "confusion", "cohen_kappa"})
    EXPECT_EQ(same[key], json[key]) << key;
  EXPECT_NEAR(same["nll"].get<double>(), json["nll"].get<double>(), 1e-5);
  const auto joined = run_emo(
      {"eval", "--predictions", out + "/predictions.jsonl", "--data", data_, "--format", "json", "--slice", "source"});
  ASSERT_EQ(joined.status, 0) << joined.err;
  EXPECT_EQ(parsed(joined.out)["accuracy"], json["accuracy"]);
  EXPECT_EQ(parsed(joined.out)["slices"]["source"][1]["n"], 30);
}

TEST_F(EvalCommand, EachFailedGateIsALineAndTheStatusIsThree) {
  const auto failed =
      run({"eval", "text", "--data", data_, "--bootstrap", "0", "--min-macro-f1", "1", "--min-accuracy", "1",
           "--min-recall", "joy=1", "--min-recall", "disgust=0.1", "--max-ece", "0", "--format", "csv"});
  EXPECT_EQ(failed.status, 3);
  const auto lines = lines_of(failed.err);
  std::size_t gates = 0;
  for (const auto& line : lines) gates += line.starts_with("emo: gate failed: ") ? 1 : 0;
  EXPECT_GE(gates, 4U) << failed.err;
  EXPECT_NE(failed.err.find("recall of disgust is unknown"), std::string::npos) << failed.err;
  EXPECT_TRUE(failed.out.starts_with("label,precision")) << "figures are printed all the same";
  const auto met = run({"eval", "text", "--data", data_, "--bootstrap", "0", "--min-macro-f1", "0", "--min-recall",
                        "joy=0", "--max-ece", "1"});
  EXPECT_EQ(met.status, 0) << met.err;
  const auto typo = run({"eval", "text", "--data", data_, "--bootstrap", "0", "--min-recall", "feer=0.5"});
  expect_failure(typo, 2, "'fear'");
  expect_failure(run({"eval", "text", "--data", data_, "--min-recall", "fear"}), 1, "LABEL=X");
}

TEST_F(EvalCommand, ADamagedRowIsToldAndCountedAndTheRestGoesOn) {
  write_text(data_, "{\"text\":\"good\",\"labels\":[\"joy\"]}\n{broken\n{\"text\":\"bad\",\"labels\":[\"fear\"]}\n");
  const auto judged = run({"eval", "text", "--data", data_, "--format", "json", "--bootstrap", "0"});
  ASSERT_EQ(judged.status, 0) << judged.err;
  EXPECT_EQ(parsed(judged.out)["n"], 2);
  EXPECT_EQ(parsed(judged.out)["n_rejected"], 1);
  EXPECT_EQ(parsed(judged.out)["n_errors"], 1) << "of which it is one";
  EXPECT_NE(judged.err.find("1 row of the data cannot be used"), std::string::npos) << judged.err;
  EXPECT_NE(judged.err.find(":2: not JSON"), std::string::npos) << judged.err;
}

TEST_F(EvalCommand, AgainstAnotherBundleAFileOrAFolder) {
  const std::string other = folder_ / "other";
  write_tiny_bundle(other, 2);
  const std::string out = folder_ / "compared";
  const auto bundle = run(
      {"eval", "text", "--data", data_, "--against", other, "--out", out, "--format", "json", "--bootstrap", "100"});
  ASSERT_EQ(bundle.status, 0) << bundle.err;
  const auto against = parsed(bundle.out)["against"];
  EXPECT_EQ(against["n"], 60);
  EXPECT_EQ(against["accuracy"]["ci95"].size(), 2U);
  const auto flips = lines_of(read_text(out + "/flips.jsonl"));
  EXPECT_EQ(flips.size(),
            against["mcnemar"]["only_ours"].get<std::size_t>() + against["mcnemar"]["only_theirs"].get<std::size_t>());
  const auto folder = run({"eval", "text", "--data", data_, "--against", out, "--format", "json", "--bootstrap", "20"});
  ASSERT_EQ(folder.status, 0) << folder.err;
  EXPECT_EQ(parsed(folder.out)["against"]["flips"]["gained"], 0);
  EXPECT_EQ(parsed(folder.out)["against"]["flips"]["lost"], 0);
  EXPECT_EQ(parsed(folder.out)["against"]["mcnemar"]["exact_p"], 1.0);
  const auto pretty = run({"eval", "text", "--data", data_, "--against", out + "/predictions.jsonl", "--format",
                           "pretty", "--bootstrap", "20"});
  EXPECT_NE(pretty.out.find("Not told apart"), std::string::npos) << pretty.out;
  expect_failure(run({"eval", "text", "--data", data_, "--against", folder_ / "none"}), 2, "none");

  std::string moved = read_text(out + "/predictions.jsonl");
  moved.replace(moved.find("\"r0\""), 4, "\"rX\"");
  write_text(folder_ / "moved.jsonl", moved);
  expect_failure(run({"eval", "text", "--data", data_, "--against", folder_ / "moved.jsonl"}), 2, "out of step");
}

TEST_F(EvalCommand, WhatCannotBeWrittenOrComparedIsToldBeforeAnythingIsRead) {
  const std::string file = folder_ / "file", absent = folder_ / "absent.jsonl";
  write_text(file, "x");
  for (const std::vector<std::string>& judge : {std::vector<std::string>{"eval", "text", "--data", absent},
                                                {"eval", "face", "--data", absent},
                                                {"eval", "--predictions", absent}}) {
    const auto judged = [&](const std::string& option, const std::string& value) {
      std::vector<std::string> words = judge;
      words.insert(words.end(), {option, value});
      return run(words);
    };
    expect_failure(judged("--out", file + "/out"), 2, "'" + file + "' is a file");
    expect_failure(judged("--against", folder_ / "none"), 2, "--against");
    expect_failure(judged("--out", folder_ / "out"), 2, "absent.jsonl");
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
}

TEST_F(EvalCommand, WhatCannotBeKnownIsADashOnATerminal) {
  const auto result = judge("{\"gold\":\"joy\",\"predicted\":\"joy\"}\n", {"--format", "pretty"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("  accuracy     1.0000"), std::string::npos) << result.out;
  for (const char* line : {"  kappa        -\n", "  ROC-AUC      -\n", "  ECE          -\n", "  NLL          -\n"}) {
    EXPECT_NE(result.out.find(line), std::string::npos) << result.out;
  }
  EXPECT_EQ(result.out.find("nan"), std::string::npos) << result.out;
}

TEST_F(EvalCommand, BadDataAreClearErrorsOrNotes) {
  write_text(folder_ / "empty.jsonl", "");
  expect_failure(run({"eval", "text", "--data", folder_ / "empty.jsonl"}), 2, "no row to evaluate");
  write_text(folder_ / "unlabelled.jsonl", "{\"text\":\"x\",\"labels\":[]}\n");
  expect_failure(run({"eval", "text", "--data", folder_ / "unlabelled.jsonl"}), 2, "1 have no label");
  write_text(folder_ / "odd.jsonl",
             "{\"text\":\"x\",\"labels\":[\"joy\"]}\n{\"text\":\"y\",\"labels\":[\"sadnes\"]}\n");
  const auto odd = run({"eval", "text", "--data", folder_ / "odd.jsonl"});
  expect_failure(odd, 2, "'sadness'");
  EXPECT_NE(odd.err.find("odd.jsonl: row 2: label"), std::string::npos) << odd.err;
  expect_failure(run({"eval", "text", "--data", data_, "--slice", "sauce"}), 2, "source");
  write_text(folder_ / "one.jsonl", "{\"text\":\"x\",\"labels\":[\"joy\"]}\n{\"text\":\"y\",\"labels\":[\"joy\"]}\n");
  const auto one = run({"eval", "text", "--data", folder_ / "one.jsonl", "--format", "json"});
  ASSERT_EQ(one.status, 0) << one.err;
  EXPECT_NE(parsed(one.out)["notes"].dump().find("All rows are of one class"), std::string::npos);
  EXPECT_TRUE(parsed(one.out)["roc_auc_macro"].is_null());
}

TEST_F(EvalCommand, AReportThatCannotBeWrittenIsAnError) {
  const std::string out = folder_ / "out";
  std::filesystem::create_directories(out + "/report.html");  // a folder where a file should go
  const auto result = run({"eval", "text", "--data", data_, "--out", out, "--bootstrap", "0"});
  expect_failure(result, 2, "the report could not be written: ");
  EXPECT_NE(result.err.find("report.html"), std::string::npos) << result.err;
  EXPECT_TRUE(std::filesystem::exists(out + "/metrics.json")) << "what could be written is there";
  EXPECT_EQ(run_emo({"report", out}).status, 2);
  std::filesystem::create_directories(folder_ / "again/report.html");
  const auto predictions = run_emo({"eval", "--predictions", out + "/predictions.jsonl", "--out", folder_ / "again"});
  expect_failure(predictions, 2, "the report could not be written: ");
  std::filesystem::remove(out + "/report.html");
  std::filesystem::remove_all(out + "/figures");
  write_text(out + "/figures", "a file where a folder should go");
  expect_failure(run({"eval", "text", "--data", data_, "--out", out, "--bootstrap", "0"}), 2, "/figures");
}

TEST_F(EvalCommand, AChoiceAmongOneClassIsNone) {
  for (const char* classes : {"anger", "joy,happiness"}) {
    const auto result = run({"eval", "text", "--data", data_, "--classes", classes});
    expect_failure(result, 1, "needs two classes or more, found only '");
  }
  EXPECT_EQ(run({"eval", "text", "--data", data_, "--classes", "anger,joy", "--bootstrap", "0"}).status, 0);
  expect_failure(judge("{\"scores\":{\"joy\":0.9,\"fear\":0.1},\"gold\":\"joy\"}\n", {"--classes", "joy"}), 1,
                 "needs two classes or more, found only 'joy'");
}

TEST_F(EvalCommand, AClassWithoutRowsHasNoFiguresOnATerminal) {
  const auto result = judge(
      "{\"scores\":{\"joy\":0.9,\"fear\":0.1,\"anger\":0,\"shame\":0},\"gold\":\"joy\"}\n"
      "{\"scores\":{\"joy\":0.1,\"fear\":0.9,\"anger\":0,\"shame\":0},\"gold\":\"shame\"}\n",
      {"--format", "pretty"});
  ASSERT_EQ(result.status, 0) << result.err;
  std::string table = result.out;
  table.erase(std::unique(table.begin(), table.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
              table.end());
  for (const char* line : {"\n joy 1.0000 1.0000 1.0000 1\n", "\n fear 0.0000 - - 0\n", "\n anger - - - 0\n",
                           "\n shame - 0.0000 0.0000 1\n"}) {
    EXPECT_NE(table.find(line), std::string::npos) << line << table;
  }
  const auto json = parsed(run_emo({"eval", "--predictions", folder_ / "p.jsonl", "--format", "json"}).out);
  EXPECT_EQ(json["per_class"]["anger"]["recall"], 0.0) << "programs get what scikit-learn gives";
}

TEST_F(EvalCommand, HelpNamesWhatOutHolds) {
  std::string help = run_emo({"eval", "text", "--help"}).out;
  for (const char* name : {"report.html", "figures/", "metrics.json", "curves.json", "predictions.jsonl",
                           "mistakes.jsonl", "flips.jsonl"}) {
    EXPECT_NE(help.find(name), std::string::npos) << name;
  }
}

TEST_F(EvalCommand, HelpSaysWhatLinesOfLabelledDataAre) {
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"calibrate", "text", "--help"}, {"doctor", "--help"}}) {
    const std::string help = run_emo(command).out;
    EXPECT_NE(help.find("TEXT;LABEL"), std::string::npos) << help;
  }
  EXPECT_EQ(run_emo({"text", "--help"}).out.find("TEXT;LABEL"), std::string::npos);
}

TEST_F(EvalCommand, AColumnOfPartsSaysWhichRowsAreJudged) {
  const std::string table = folder_ / "all.csv";
  write_text(table, "text,labels,part\ngood,joy,train\nbad,anger,train\nfine,joy,test\n");
  const auto usual = run({"eval", "text", "--data", table, "--head", "basic", "--format", "json"});
  ASSERT_EQ(usual.status, 0) << usual.err;
  EXPECT_EQ(parsed(usual.out)["n"], 1);
  EXPECT_EQ(parsed(usual.out)["split"], "test");
  EXPECT_NE(usual.err.find("the column 'part' says which part each row is in; taken are those of 'test', 1 of 3 rows"),
            std::string::npos)
      << usual.err;
  const auto train = run({"eval", "text", "--data", table, "--head", "basic", "--split", "train", "--format", "json"});
  EXPECT_EQ(parsed(train.out)["n"], 2);
  const auto none = run({"eval", "text", "--data", table, "--head", "basic", "--split", "dev"});
  EXPECT_EQ(none.status, 2);
  EXPECT_NE(none.err.find("none is in 'dev'"), std::string::npos) << none.err;
  const auto record = run({"eval", "text", "--data", table, "--head", "basic", "--split", "mine", "--format", "json"});
  EXPECT_EQ(parsed(record.out)["n"], 3);
  EXPECT_NE(record.err.find("2 of 3 rows are to be learnt"), std::string::npos) << record.err;
}

}  // namespace
}  // namespace emo::test
