// `emo eval --predictions` from outside: anybody's files, what they are joined and compared with, and what they may not
// be overwritten by.
#include <filesystem>

#include "eval_command_test.hpp"

namespace emo::test {
namespace {

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

TEST_F(EvalCommand, PredictionsOfAPartOfATableAreJudgedAgainstThatPart) {
  const std::string table = folder_ / "table.csv";
  std::string rows = "text,labels,split\n";
  for (int i = 0; i < 60; ++i) {
    rows += "word " + std::to_string(i) + (i % 2 ? ",joy" : ",anger") + (i % 3 ? ",train\n" : ",test\n");
  }
  write_text(table, rows);
  const auto out = folder_ / "judged";
  const auto own =
      run({"eval", "text", "--data", table, "--head", "basic", "--bootstrap", "0", "--format", "json", "--out", out});
  ASSERT_EQ(own.status, 0) << own.err;
  const std::vector<std::string> again{
      "eval", "--predictions", out + "/predictions.jsonl", "--data", table, "--bootstrap", "0", "--format", "json"};
  const auto named = run_emo(again);
  ASSERT_EQ(named.status, 0) << named.err;
  EXPECT_NE(named.err.find("the predictions are of the rows of 'test', 20 of 60"), std::string::npos) << named.err;
  EXPECT_EQ(parsed(named.out)["split"], "test");
  EXPECT_EQ(parsed(named.out)["accuracy"], parsed(own.out)["accuracy"]);
  auto asked = again;
  asked.insert(asked.end(), {"--split", "train"});
  expect_failure(run_emo(asked), 2, "table.csv");
  asked.back() = "dev";
  expect_failure(run_emo(asked), 2, "no row is in split 'dev'");
  asked.back() = "of my own";
  expect_failure(run_emo(asked), 2, "these rows have several splits: --split NAME chooses one");
}

TEST_F(EvalCommand, AThresholdDecidesByTheScores) {
  const std::string rows =
      "{\"label\":\"joy\",\"scores\":{\"joy\":0.6,\"fear\":0.4},\"gold\":[\"joy\",\"fear\"]}\n"
      "{\"label\":\"fear\",\"scores\":{\"joy\":0.1,\"fear\":0.9},\"gold\":[\"fear\"]}\n";
  const auto accuracy = [&](const std::string& threshold) {
    const auto result = judge(rows, {"--decision", "multi", "--threshold", threshold, "--format", "json"});
    EXPECT_EQ(result.status, 0) << result.err;
    return parsed(result.out)["accuracy"].get<double>();
  };
  EXPECT_EQ(accuracy("0.3"), 1.0);
  EXPECT_EQ(accuracy("0.5"), 0.5);
  EXPECT_EQ(accuracy("0.95"), 0.0);
  expect_failure(
      judge("{\"predicted\":\"joy\",\"gold\":\"joy\"}\n{\"predicted\":[],\"gold\":\"joy\"}\n", {"--threshold", "0.3"}),
      1, "p.jsonl:1 has none");
  expect_failure(judge(rows, {"--threshold", "0.3"}), 1, "--decision multi");
}

TEST_F(EvalCommand, LabelsAreInTheSameOrderWhateverTheRowsAre) {
  const std::string one = "{\"scores\":{\"joy\":0.5,\"anger\":0.5},\"gold\":\"anger\"}\n";
  const std::string two = "{\"scores\":{\"anger\":0.9,\"joy\":0.1},\"gold\":\"anger\"}\n";
  const auto first = parsed(judge(one + two, {"--format", "json"}).out);
  const auto second = parsed(judge(two + one, {"--format", "json"}).out);
  EXPECT_EQ(first["accuracy"], second["accuracy"]);
  EXPECT_EQ(first["confusion"]["labels"].dump(), R"(["anger","joy"])");
}

TEST_F(EvalCommand, WhatLabelsCountAsIsShown) {
  const auto result = judge(
      "{\"scores\":{\"happiness\":0.9,\"neutral\":0.1},\"gold\":\"joy\"}\n"
      "{\"scores\":{\"happiness\":0.2,\"neutral\":0.8},\"gold\":\"other\"}\n",
      {"--format", "pretty"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("joy = happiness, other = neutral"), std::string::npos) << result.out;
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
  EXPECT_EQ(run_emo({"eval", "--predictions", predictions, "--out", folder_ / "elsewhere"}).status, 0);
}

TEST_F(EvalCommand, AModelBesidePredictionsIsRefused) {
  const std::string predictions = folder_ / "p.jsonl";
  write_text(predictions, "{\"predicted\":\"joy\",\"gold\":\"joy\"}\n");
  const std::string why = "would not be asked: --predictions judges";
  expect_failure(run({"eval", "--predictions", predictions}), 1, why);
  EXPECT_EQ(run_emo({"eval", "--predictions", predictions}).status, 0);
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
  const auto broken = judge("{\"gold\":\"a\\nb\",\"predicted\":\"a\\nb\"}\n{\"gold\":\"c\",\"predicted\":\"c\"}\n",
                            {"--format", "csv"});
  EXPECT_NE(broken.out.find("\n\"a\nb\",1.000000,"), std::string::npos) << broken.out;
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

TEST_F(EvalCommand, OptionsBeforeTheMemberAreNotIgnored) {
  const std::vector<std::string> judging{"text", "--data", data_};
  const auto before = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "eval");
    words.insert(words.end(), judging.begin(), judging.end());
    return run(words);
  };
  expect_failure(before({"--min-accuracy", "1"}), 1, "--min-accuracy must stand behind 'text'");
  expect_failure(before({"--out", folder_ / "out"}), 1, "--out must stand behind 'text'");
  expect_failure(before({"--predictions", data_}), 1, "it does not go with 'text'");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
  EXPECT_EQ(before({"--quiet", "--format", "json"}).status, 0) << "every command has these";
}

TEST_F(EvalCommand, AnEmptyNameIsNotTheDefault) {
  for (const char* option : {"--against", "--out", "--map", "--head", "--split"}) {
    expect_failure(run({"eval", "text", "--data", data_, option, ""}), 1, std::string(option) + ": the name is empty");
  }
}

}  // namespace
}  // namespace emo::test
