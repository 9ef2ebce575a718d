// `emo eval` from outside: comparisons, gates, anybody's predictions, and what bad input is answered with.
#include <algorithm>
#include <filesystem>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

class EvalCommand : public TinyModelTest {
 protected:
  void SetUp() override {
    TinyModelTest::SetUp();
    data_ = folder_ / "data.jsonl";
    std::string rows;
    for (int i = 0; i < 60; ++i) {
      rows += "{\"id\":\"r" + std::to_string(i) + "\",\"text\":\"word " + std::to_string(i) +
              " is good\",\"labels\":[\"" +
              (i % 3 == 0   ? "joy"
               : i % 3 == 1 ? "anger"
                            : "fear") +
              "\"],\"source\":\"" + (i < 30 ? "books" : "films") + "\"}\n";
    }
    write_text(data_, rows);
  }
  /// One error line that names `part`, nothing on standard output, no crash.
  static void expect_failure(const RunResult& result, int status, const std::string& part) {
    EXPECT_EQ(result.status, status) << result.err;
    EXPECT_NE(result.err.find(part), std::string::npos) << result.err;
    EXPECT_EQ(result.out, "");
  }
  RunResult judge(const std::string& content, std::vector<std::string> more = {}, const std::string& name = "p.jsonl") {
    write_text(folder_ / name, content);
    std::vector<std::string> arguments{"eval", "--predictions", folder_ / name, "--bootstrap", "50"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_emo(arguments);
  }
  std::string data_;
};

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

TEST_F(EvalCommand, PredictionsOfAnybody) {
  const auto csv =
      judge("gold,score_joy,score_fear\njoy,0.9,0.1\nfear,0.2,0.8\njoy,0.4,0.6\n", {"--format", "json"}, "p.csv");
  ASSERT_EQ(csv.status, 0) << csv.err;
  EXPECT_NEAR(parsed(csv.out)["accuracy"].get<double>(), 2.0 / 3, 1e-12);
  const auto bare = judge("{\"scores\":[0.9,0.1],\"gold\":\"joy\"}\n", {"--labels", "joy,fear", "--format", "json"});
  ASSERT_EQ(bare.status, 0) << bare.err;
  const auto only = judge("{\"predicted\":\"joy\",\"gold\":\"joy\"}\n{\"predicted\":\"fear\",\"gold\":\"joy\"}\n",
                          {"--format", "json"});
  ASSERT_EQ(only.status, 0) << only.err;
  EXPECT_TRUE(parsed(only.out)["ece"].is_null());
  EXPECT_NE(parsed(only.out)["notes"].dump().find("one class"), std::string::npos);
  // What `emo batch` writes, joined by id.
  const std::string batch = folder_ / "batch.jsonl";
  ASSERT_EQ(run({"batch", "text", data_, "--out", batch}).status, 0);
  const auto joined = run_emo({"eval", "--predictions", batch, "--data", data_, "--format", "json"});
  ASSERT_EQ(joined.status, 0) << joined.err;
  EXPECT_EQ(parsed(joined.out)["n"], 60);
}

TEST_F(EvalCommand, NumbersInAnIdColumnAreIds) {
  write_text(data_,
             "{\"id\":2,\"text\":\"a\",\"labels\":[\"joy\"]}\n{\"id\":1,\"text\":\"b\",\"labels\":[\"anger\"]}\n"
             "{\"id\":0,\"text\":\"c\",\"labels\":[\"fear\"]}\n");
  const auto csv = judge("id,predicted\n0,fear\n1,anger\n2,joy\n", {"--data", data_, "--format", "json"}, "p.csv");
  ASSERT_EQ(csv.status, 0) << csv.err;
  EXPECT_EQ(parsed(csv.out)["accuracy"], 1.0);
  const auto in_order = judge("predicted\nfear\nanger\njoy\n", {"--data", data_, "--format", "json"}, "p.csv");
  ASSERT_EQ(in_order.status, 0) << in_order.err;
  EXPECT_NEAR(parsed(in_order.out)["accuracy"].get<double>(), 1.0 / 3, 1e-12) << "without ids the order counts";
}

TEST_F(EvalCommand, AFileAgainstItselfIsNotToldApartWhateverTheOptions) {
  std::string scored, bare, sums;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "{\"id\":\"r" + std::to_string(i) + "\",";
    scored += id + (i % 2 == 0 ? "\"scores\":{\"anger\":0.25,\"fear\":0.45,\"joy\":0.3}}\n"
                               : "\"scores\":{\"anger\":0.3,\"fear\":0.6,\"joy\":0.1}}\n");
    bare += id + (i % 2 == 0 ? "\"scores\":[0.2,0.8]}\n" : "\"scores\":[0.8,0.2]}\n");
    sums += id + "\"scores\":{\"anger\":0.9,\"fear\":0.3,\"joy\":0.9}}\n";
  }
  write_text(folder_ / "map.json", R"({"joy":"anger","anger":"joy","fear":null})");
  const auto expect_same = [&](const std::string& content, std::vector<std::string> more) {
    more.insert(more.end(), {"--data", data_, "--against", folder_ / "p.jsonl", "--format", "json"});
    const auto result = judge(content, more);
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = parsed(result.out);
    const auto& against = json["against"];
    EXPECT_EQ(against["n"], json["n"]) << more[0];
    EXPECT_EQ(against["n_one_side"], 0) << more[0];
    EXPECT_EQ(against["accuracy"]["theirs"], json["accuracy"]) << more[0];
    EXPECT_EQ(against["flips"]["gained"], 0) << more[0];
    EXPECT_EQ(against["flips"]["lost"], 0) << more[0];
  };
  expect_same(scored, {"--classes", "joy,anger"});
  expect_same(scored, {"--map", folder_ / "map.json"});
  expect_same(bare, {"--labels", "joy,anger", "--map", folder_ / "map.json"});
  expect_same(sums, {"--decision", "multi", "--threshold", "0.2"});
  std::string labels;
  for (int i = 0; i < 60; ++i) labels += "{\"id\":\"r" + std::to_string(i) + "\",\"predicted\":\"joy\"}\n";
  write_text(folder_ / "labels.jsonl", labels);
  expect_failure(judge(scored, {"--classes", "joy,anger", "--data", data_, "--against", folder_ / "labels.jsonl"}), 2,
                 "has labels but no scores, which --classes");
  // Judged by a bundle: the folder that it wrote is the same answers, under a forced choice too.
  const std::string out = folder_ / "all";
  ASSERT_EQ(run({"eval", "text", "--data", data_, "--out", out, "--bootstrap", "0"}).status, 0);
  const auto forced = run({"eval", "text", "--data", data_, "--classes", "joy,anger", "--against", out, "--format",
                           "json", "--bootstrap", "20"});
  ASSERT_EQ(forced.status, 0) << forced.err;
  EXPECT_EQ(parsed(forced.out)["against"]["n"], 40);
  EXPECT_EQ(parsed(forced.out)["against"]["n_one_side"], 0);
  EXPECT_EQ(parsed(forced.out)["against"]["mcnemar"]["exact_p"], 1.0);
}

TEST_F(EvalCommand, NothingThatIsReadIsOverwritten) {
  const std::string out = folder_ / "ev", predictions = out + "/predictions.jsonl";
  ASSERT_EQ(run({"eval", "text", "--data", data_, "--out", out, "--bootstrap", "0"}).status, 0);
  const std::string before = read_text(predictions), metrics = read_text(out + "/metrics.json");
  write_text(out + "/mistakes.jsonl", read_text(data_));
  write_text(folder_ / "other.jsonl", before);
  std::filesystem::create_symlink(out, folder_ / "link");
  const auto refused = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--bootstrap", "0"});
    expect_failure(run(words), 1, "is the source itself");
    EXPECT_EQ(read_text(predictions), before);
    EXPECT_EQ(read_text(out + "/metrics.json"), metrics);
  };
  refused({"eval", "--predictions", predictions, "--classes", "joy,anger", "--out", out});
  refused({"eval", "--predictions", predictions, "--out", folder_ / "link"});
  refused({"eval", "--predictions", folder_ / "other.jsonl", "--data", out + "/mistakes.jsonl", "--out", out});
  refused({"eval", "--predictions", folder_ / "other.jsonl", "--map", out + "/metrics.json", "--out", out});
  refused({"eval", "--predictions", folder_ / "other.jsonl", "--against", out, "--out", out});
  refused({"eval", "--predictions", folder_ / "other.jsonl", "--against", predictions, "--out", out});
  refused({"eval", "text", "--data", predictions, "--label-column", "gold", "--out", out});
  refused({"eval", "text", "--data", data_, "--against", out, "--out", out});
  EXPECT_EQ(run({"eval", "--predictions", predictions, "--out", folder_ / "elsewhere"}).status, 0);
}

TEST_F(EvalCommand, FlipsOfAComparisonBeforeDoNotStay) {
  const std::string out = folder_ / "out";
  const std::string rows = "{\"predicted\":\"joy\",\"gold\":\"joy\"}\n{\"predicted\":\"fear\",\"gold\":\"fear\"}\n";
  write_text(folder_ / "other.jsonl", rows);
  ASSERT_EQ(judge(rows, {"--against", folder_ / "other.jsonl", "--out", out}).status, 0);
  EXPECT_TRUE(std::filesystem::exists(out + "/flips.jsonl"));
  ASSERT_EQ(judge(rows, {"--out", out}).status, 0);
  EXPECT_FALSE(std::filesystem::exists(out + "/flips.jsonl"));
}

TEST_F(EvalCommand, SynonymsCountAlikeInBothFiguresOfAFile) {
  const auto result = judge(
      "{\"gold\":\"happy\",\"predicted\":\"joy\"}\n{\"gold\":\"joy\",\"predicted\":\"happy\"}\n"
      "{\"gold\":\"anger\",\"predicted\":\"anger\"}\n",
      {"--against", folder_ / "p.jsonl", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(parsed(result.out)["accuracy"], 1.0);
  EXPECT_EQ(parsed(result.out)["against"]["accuracy"]["ours"], 1.0);
  EXPECT_EQ(parsed(result.out)["per_class"].size(), 2U);
  EXPECT_TRUE(parsed(result.out)["per_class"].contains("happy")) << "as it is spelled first";
}

TEST_F(EvalCommand, LabelsInACsvAreQuoted) {
  const auto result =
      judge("{\"gold\":\"a,b\",\"predicted\":\"a,b\"}\n{\"gold\":\"c\",\"predicted\":\"say \\\"c\\\"\"}\n",
            {"--format", "csv"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[1], "\"a,b\",1.000000,1.000000,1.000000,1");
  EXPECT_TRUE(lines[3].starts_with("\"say \"\"c\"\"\",")) << result.out;
}

TEST_F(EvalCommand, PredictionsOfATextFolderAreJoinedWithItsSplit) {
  const std::string folder = folder_ / "set", out = folder_ / "judged";
  std::filesystem::create_directories(folder);
  write_text(folder + "/dev.jsonl", "{\"text\":\"good\",\"labels\":[\"joy\"]}\n");
  write_text(folder + "/test.jsonl",
             "{\"text\":\"bad\",\"labels\":[\"anger\"]}\n{\"text\":\"good\",\"labels\":[\"joy\"]}\n");
  const auto ours = run({"eval", "text", "--data", folder, "--split", "dev", "--out", out, "--format", "json"});
  ASSERT_EQ(ours.status, 0) << ours.err;
  const auto theirs = run_emo(
      {"eval", "--predictions", out + "/predictions.jsonl", "--data", folder, "--split", "dev", "--format", "json"});
  ASSERT_EQ(theirs.status, 0) << theirs.err;
  EXPECT_EQ(parsed(theirs.out)["n"], 1);
  EXPECT_EQ(parsed(theirs.out)["accuracy"], parsed(ours.out)["accuracy"]);
}

TEST_F(EvalCommand, BadPredictionsAreClearErrors) {
  expect_failure(judge(""), 2, "has no prediction");
  expect_failure(judge("{\"scores\":{\"joy\":NaN},\"gold\":\"joy\"}\n"), 2, "NaN");
  expect_failure(judge("{\"scores\":{\"joy\":0.5,\"fear\":0.2},\"gold\":\"joy\"}\n"), 2, "sum to 0.7");
  expect_failure(judge("{\"scores\":{\"joy\":1.5,\"fear\":-0.5},\"gold\":\"joy\"}\n"), 2, "expected a probability");
  expect_failure(judge("{\"scores\":{\"joy\":1,\"fear\":0},\"gold\":\"feer\"}\n"), 2, "'fear'");
  expect_failure(judge("{\"scores\":{\"joy\":1,\"fear\":0}}\n"), 2, "--data");
  expect_failure(judge("{\"scores\":{\"joy\":1},\"gold\":\"joy\"}\n{\"scores\":{\"jo"), 2, "cut off");
  expect_failure(judge("{\"row\":7,\"predicted\":\"joy\"}\n{\"row\":99,\"predicted\":\"joy\"}\n", {"--data", data_}), 2,
                 "row 99");
  expect_failure(judge("{\"id\":\"r1\",\"predicted\":\"joy\"}\n", {"--data", data_}), 2, "59 of 60 rows");
  expect_failure(judge("{\"predicted\":\"joy\",\"gold\":\"joy\"}\n", {"--slice", "source"}), 1, "--data");
  expect_failure(run_emo({"eval", "--predictions", folder_ / "none.jsonl"}), 2, "none.jsonl");
  expect_failure(run_emo({"eval"}), 1, "--predictions");
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

}  // namespace
}  // namespace emo::test
