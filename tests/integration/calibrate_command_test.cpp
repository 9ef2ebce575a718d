// `emo calibrate text` from outside: the calibrated bundle is another bundle that every command can use.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "io/file.hpp"
#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

class CalibrateCommand : public TinyModelTest {
 protected:
  void SetUp() override {
    TinyModelTest::SetUp();
    std::ofstream rows(folder_ / "dev.jsonl");
    const char* labels[] = {"joy", "anger", "sadness"};
    for (int i = 0; i < 120; ++i) {
      rows << "{\"text\":\"text number " << i << "\",\"labels\":[\"" << labels[i % 3] << "\"]}\n";
    }
  }
  static constexpr int kRows = 240, kWrong = 24;
  /// Writes readable.jsonl: texts labelled by what the model answers, but for the least sure tenth, which is labelled
  /// wrongly. Random weights are right about nothing else. Returns confidence and text, least sure first.
  std::vector<std::pair<double, std::string>> write_readable_rows() const {
    const char* words[] = {"good", "bad", "happy", "sad", "word", "and"};
    std::string lines;
    for (int i = 0; i < kRows; ++i) {
      lines +=
          std::string(words[i % 6]) + " " + words[i / 6 % 6] + " " + words[i / 36 % 6] + " " + std::to_string(i) + "\n";
    }
    write_text(folder_ / "lines.txt", lines);
    const auto result = run({"text", "--file", folder_ / "lines.txt", "--format", "jsonl"});
    EXPECT_EQ(result.status, 0) << result.err;
    std::vector<std::pair<double, std::string>> rows;
    std::map<std::string, std::string> answers;
    for (const auto& line : lines_of(result.out)) {
      const auto json = parsed(line);
      rows.emplace_back(json["scores"][0]["score"].get<double>(), json["text"].get<std::string>());
      answers[rows.back().second] = json["label"].get<std::string>();
    }
    std::sort(rows.begin(), rows.end());
    std::string labelled;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string& answer = answers[rows[i].second];
      const std::string wrong = answer == "joy" ? "anger" : "joy";
      labelled += "{\"text\":\"" + rows[i].second + "\",\"labels\":[\"" + (i < kWrong ? wrong : answer) + "\"]}\n";
    }
    // The figures below are of the rows that were fitted to, so that they are known; two files, as the command asks.
    for (const char* name : {"readable.jsonl", "again.jsonl"}) write_text(folder_ / name, labelled);
    return rows;
  }
};

TEST_F(CalibrateCommand, WritesABundleWithSetsAndAbstention) {
  const auto rows = write_readable_rows();
  const std::vector<std::string> arguments{"calibrate",  "text",
                                           "--data",     folder_ / "readable.jsonl",
                                           "--test",     folder_ / "again.jsonl",
                                           "--head",     "basic",
                                           "--coverage", "0.8",
                                           "--risk",     "0.1",
                                           "--format",   "json"};
  auto command = arguments;
  command.insert(command.end(), {"--out", folder_ / "calibrated"});
  const auto result = run(command);
  ASSERT_EQ(result.status, 0) << result.err;
  const auto report = parsed(result.out);
  EXPECT_EQ(report["method"], "temperature");
  EXPECT_EQ(report["fit_rows"], kRows / 2);
  const auto info = run_emo({"info", folder_ / "calibrated", "--format", "pretty"});
  for (const char* part : {"calibrated    basic: temperature on readable.jsonl, ",
                           "label sets    basic: hold the right "
                           "label of 80 % of rows",
                           "abstains      basic: below a score of ", "at most 10 % of the answers"}) {
    EXPECT_NE(info.out.find(part), std::string::npos) << part << "\n" << info.out;
  }
  auto lines = arguments;
  lines.back() = "jsonl";
  EXPECT_EQ(lines_of(run(lines).out).size(), 1U);
  EXPECT_EQ(report["held_out_rows"], kRows / 2);
  const auto& after = report["on_test"]["after"];
  EXPECT_GE(after["sets"]["coverage"].get<double>(), 0.7);
  EXPECT_LT(after["nll"].get<double>(), report["on_test"]["before"]["nll"].get<double>());
  // A tenth is wrong and least sure of all: some of it has to go unanswered, and most of the rest need not.
  EXPECT_EQ(report["risk"], 0.1);
  EXPECT_LE(after["abstention"]["risk"].get<double>(), 0.1);
  EXPECT_LT(after["abstention"]["answered"].get<int>(), kRows - kWrong / 4);
  EXPECT_GT(after["abstention"]["answered"].get<int>(), kRows / 2);

  const std::string calibrated = folder_ / "calibrated";
  const auto sure = run_emo({"text", rows.back().second, "--model", calibrated, "--format", "json"});
  ASSERT_EQ(sure.status, 0) << sure.err;
  const auto answer = parsed(sure.out);
  EXPECT_EQ(answer["abstained"], false);
  EXPECT_TRUE(answer["set"].is_array());
  EXPECT_GE(answer["set"].size(), 1U);
  EXPECT_EQ(answer["set_coverage"], 0.8);
  const auto unsure = run_emo({"text", rows.front().second, "--model", calibrated, "--format", "json"});
  EXPECT_EQ(parsed(unsure.out)["abstained"], true) << unsure.out;
  EXPECT_NE(unsure.out.find("risk_target"), std::string::npos) << unsure.out;
  EXPECT_EQ(parsed(run({"text", rows.front().second, "--format", "json"}).out)["abstained"], false)
      << "the bundle as trained answers";
  const auto csv = run_emo({"text", "a few words", "--model", calibrated, "--format", "csv"});
  EXPECT_NE(csv.out.find(",windows,set,error"), std::string::npos) << csv.out;
  const auto pretty = run_emo({"text", rows.back().second, "--model", calibrated, "--format", "pretty"});
  EXPECT_NE(pretty.out.find("with 80 % coverage: "), std::string::npos) << pretty.out;
  EXPECT_EQ(run_emo({"verify", "--model", calibrated}).status, 0);

  // Calibrating the result anew by the same rows gives the same: what was fitted before is not fitted upon.
  command = arguments;
  command.insert(command.end(), {"--model", calibrated, "--out", folder_ / "again", "--quiet"});
  const auto again = run_emo(command);
  ASSERT_EQ(again.status, 0) << again.err;
  // The temperature goes through single precision once more on its way.
  const auto head_of = [&](const std::string& bundle) {
    return parsed(read_text(folder_ / (bundle + "/manifest.json")))["heads"][0];
  };
  const auto first = head_of("calibrated"), second = head_of("again");
  EXPECT_NEAR(first["temperature"].get<double>(), second["temperature"].get<double>(), 1e-6);
  const auto &ours = first["calibration"], &theirs = second["calibration"];
  EXPECT_NEAR(ours["abstention"]["min_confidence"].get<double>(), theirs["abstention"]["min_confidence"].get<double>(),
              1e-5);
  EXPECT_NEAR(ours["conformal"]["thresholds"][0].get<double>(), theirs["conformal"]["thresholds"][0].get<double>(),
              1e-5);
}

TEST_F(CalibrateCommand, VectorScalingIsNotFittedUponItself) {
  const std::vector<std::string> arguments{"calibrate", "text",     "--data", folder_ / "dev.jsonl", "--head",
                                           "basic",     "--method", "vector", "--coverage",          "0.8",
                                           "--format",  "json",     "--quiet"};
  auto command = arguments;
  command.insert(command.end(), {"--out", folder_ / "calibrated"});
  ASSERT_EQ(run(command).status, 0);
  command = arguments;
  command.insert(command.end(), {"--model", folder_ / "calibrated", "--out", folder_ / "again"});
  ASSERT_EQ(run_emo(command).status, 0);
  EXPECT_EQ(read_text(folder_ / "calibrated/manifest.json"), read_text(folder_ / "again/manifest.json"));
}

TEST_F(CalibrateCommand, TheBundleAsTrainedAnswersAsBefore) {
  const auto before = run({"text", "a few words", "--format", "json"});
  EXPECT_EQ(before.out.find("\"set\""), std::string::npos);
  const auto dry = run({"calibrate", "text", "--data", folder_ / "dev.jsonl", "--head", "basic", "--format", "pretty"});
  ASSERT_EQ(dry.status, 0) << dry.err;
  EXPECT_NE(dry.out.find("temperature"), std::string::npos);
  EXPECT_NE(dry.err.find("nothing was stored"), std::string::npos);
  EXPECT_EQ(run({"text", "a few words", "--format", "json"}).out, before.out);
}

TEST_F(CalibrateCommand, ThresholdsOfAMultiLabelHead) {
  const auto result = run({"calibrate", "text", "--data", folder_ / "dev.jsonl", "--head", "emotions", "--thresholds",
                           "cost=1:3", "--out", folder_ / "b", "--quiet", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto manifest = io::read_file(folder_ / "b/manifest.json");
  ASSERT_TRUE(manifest);
  EXPECT_EQ(parsed(*manifest)["heads"][1]["thresholds"][0], 0.25);
}

TEST_F(CalibrateCommand, OfTextsOfSeveralWindowsItSaysWhatTheBundleThenGives) {
  const char* words[] = {"good", "bad", "happy", "sad", "word"};
  const char* labels[] = {"joy", "anger", "sadness"};
  std::string rows;
  for (int i = 0; i < 90; ++i) {
    std::string text;
    for (int w = 0; w < 80; ++w) text += std::string(words[(w < 40 ? i : i / 5) % 5]) + " ";
    rows += "{\"text\":\"" + text + std::to_string(i) + "\",\"labels\":[\"" + labels[i % 3] + "\"]}\n";
  }
  for (const char* name : {"long.jsonl", "again.jsonl"}) write_text(folder_ / name, rows);
  const auto fitted = run({"calibrate", "text", "--data", folder_ / "long.jsonl", "--test", folder_ / "again.jsonl",
                           "--head", "basic", "--method", "vector", "--out", folder_ / "c", "--format", "json"});
  ASSERT_EQ(fitted.status, 0) << fitted.err;
  const auto judged = run_emo({"eval", "text", "--data", folder_ / "long.jsonl", "--head", "basic", "--model",
                               folder_ / "c", "--bootstrap", "0", "--format", "json"});
  ASSERT_EQ(judged.status, 0) << judged.err;
  const auto after = parsed(fitted.out)["on_test"]["after"], figures = parsed(judged.out);
  EXPECT_NEAR(after["nll"].get<double>(), figures["nll"].get<double>(), 1e-6);
  EXPECT_NEAR(after["ece"].get<double>(), figures["ece"].get<double>(), 1e-6);
}

TEST_F(CalibrateCommand, WhatTheDataDoNotSayIsTold) {
  std::string rows;
  for (int i = 0; i < 60; ++i) {
    rows += "{\"text\":\"good row " + std::to_string(i) + "\",\"labels\":[" + (i % 3 == 0 ? "" : "\"anger\"") + "]}\n";
  }
  write_text(folder_ / "one.jsonl", rows);
  const auto basic = run({"calibrate", "text", "--data", folder_ / "one.jsonl", "--head", "basic"});
  ASSERT_EQ(basic.status, 0) << basic.err;
  EXPECT_NE(basic.err.find("20 rows without a label"), std::string::npos) << basic.err;
  EXPECT_NE(basic.err.find("one class"), std::string::npos) << basic.err;
  const auto emotions =
      run({"calibrate", "text", "--data", folder_ / "one.jsonl", "--head", "emotions", "--format", "json"});
  ASSERT_EQ(emotions.status, 0) << emotions.err;
  const auto json = parsed(emotions.out);
  EXPECT_EQ(json["untold_labels"].size(), 27U);
  EXPECT_EQ(json["thresholds"].size(), 28U);
  const auto pretty =
      run({"calibrate", "text", "--data", folder_ / "one.jsonl", "--head", "emotions", "--format", "pretty"});
  EXPECT_NE(pretty.out.find("thresholds: admiration "), std::string::npos) << pretty.out;
  EXPECT_NE(pretty.out.find("none or all of the 60 rows have admiration, "), std::string::npos) << pretty.out;
}

TEST_F(CalibrateCommand, AnExistingBundleIsReplacedOnlyWithForce) {
  const std::vector<std::string> arguments{"calibrate", "text",  "--data", folder_ / "dev.jsonl", "--head", "basic",
                                           "--quiet",   "--out", model_};
  const auto before = read_text(model_ + "/manifest.json");
  const auto refused = run(arguments);
  EXPECT_EQ(refused.status, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("'" + model_ + "' exists; choose another name or replace it with --force"),
            std::string::npos)
      << refused.err;
  EXPECT_EQ(read_text(model_ + "/manifest.json"), before);
  auto forced = arguments;
  forced.emplace_back("--force");
  const auto replaced = run(forced);
  ASSERT_EQ(replaced.status, 0) << replaced.err;
  EXPECT_NE(read_text(model_ + "/manifest.json"), before) << "a model may be calibrated in its place";
  EXPECT_EQ(run({"text", "a few words"}).status, 0);
}

TEST_F(CalibrateCommand, AnOutputWithoutAPlaceIsNamedBeforeAnyWork) {
  write_text(folder_ / "file", "x");
  for (const auto& [out, reason] : {std::pair{folder_ / "file/b", std::string("is a file, expected a folder")},
                                    std::pair{folder_ / "no/b", std::string("there is no folder")}}) {
    const auto result = run({"calibrate", "text", "--data", folder_ / "absent.jsonl", "--out", out});
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.err.find("cannot create '" + out + "': "), std::string::npos) << result.err;
    EXPECT_NE(result.err.find(reason), std::string::npos) << result.err;
    EXPECT_EQ(result.err.find(".new-"), std::string::npos) << result.err;
  }
}

TEST_F(CalibrateCommand, AFlagThatNothingWouldBeDoneWithIsRefused) {
  const auto dev = folder_ / "dev.jsonl";
  const auto labels = run({"calibrate", "text", "--data", dev, "--head", "basic", "--class-conditional"});
  EXPECT_EQ(labels.status, 1);
  EXPECT_NE(labels.err.find("--class-conditional requires --coverage"), std::string::npos) << labels.err;
  const auto confidence = run({"calibrate", "text", "--data", dev, "--head", "basic", "--risk-confidence", "0.95"});
  EXPECT_EQ(confidence.status, 1);
  EXPECT_NE(confidence.err.find("--risk-confidence requires --risk"), std::string::npos) << confidence.err;
  for (const char* flag : {"--coverage", "--risk"}) {
    for (const char* value : {"", "1", "0", "nan"}) {  // "": a variable that is not set
      const auto refused = run({"calibrate", "text", "--data", dev, "--head", "basic", flag, value});
      EXPECT_EQ(refused.status, 1);
      const auto why = std::string(flag) + ": expected a number above 0 and below 1, found '" + value + "'";
      EXPECT_NE(refused.err.find(why), std::string::npos) << refused.err;
    }
  }
}

TEST_F(CalibrateCommand, WhatIsFittedToIsNotMeasuredOn) {
  const auto dev = folder_ / "dev.jsonl", parts = folder_ / "parts.csv";
  const auto same = run({"calibrate", "text", "--data", dev, "--test", folder_ / "./dev.jsonl", "--head", "basic"});
  EXPECT_EQ(same.status, 1);
  EXPECT_NE(same.err.find("is part of what is fitted to: give --test another file"), std::string::npos) << same.err;
  std::string rows = "text,labels,split\n";
  for (int i = 0; i < 120; ++i) {
    rows += "good row " + std::to_string(i) + (i % 2 ? ",joy" : ",anger") + (i < 60 ? ",dev\n" : ",test\n");
  }
  write_text(parts, rows);
  const auto apart = run({"calibrate", "text", "--data", parts, "--test", parts, "--head", "basic"});
  EXPECT_EQ(apart.status, 0) << "two parts of one table: " << apart.err;
}

TEST_F(CalibrateCommand, BadInput) {
  const auto dev = folder_ / "dev.jsonl";
  const auto itself = run({"calibrate", "text", "--data", dev, "--out", folder_ / "./dev.jsonl"});
  EXPECT_EQ(itself.status, 1);
  EXPECT_NE(itself.err.find("is the source itself"), std::string::npos) << itself.err;
  EXPECT_EQ(run({"calibrate", "text"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--method", "magic"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--head", "basic", "--coverage", "1.5"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--head", "emotions", "--thresholds", "best"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--head", "basic", "--thresholds", "precision=0.5"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", folder_ / "absent.jsonl"}).status, 2);
  const auto nowhere = run({"calibrate", "text", "--data", dev, "--head", "emotions", "--coverage", "0.9"});
  EXPECT_EQ(nowhere.status, 1);
  EXPECT_NE(nowhere.err.find("are of the head that answers, 'basic'"), std::string::npos) << nowhere.err;
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--test", folder_ / "none.jsonl"}).status, 2);
  const auto head = run({"calibrate", "text", "--data", dev, "--head", "nope"});
  EXPECT_EQ(head.status, 2);
  EXPECT_NE(head.err.find("nope"), std::string::npos);
  std::ofstream(folder_ / "few.jsonl") << "{\"text\":\"a\",\"labels\":[\"joy\"]}\n";
  const auto few = run({"calibrate", "text", "--data", folder_ / "few.jsonl", "--head", "basic"});
  EXPECT_EQ(few.status, 2);
  EXPECT_NE(few.err.find("too few"), std::string::npos);
  std::ofstream(folder_ / "odd.jsonl") << "{\"text\":\"a\",\"labels\":[\"joyy\"]}\n";
  const auto odd = run({"calibrate", "text", "--data", folder_ / "odd.jsonl", "--head", "basic"});
  EXPECT_EQ(odd.status, 2);
  EXPECT_NE(odd.err.find("odd.jsonl: row 1: label 'joyy'"), std::string::npos) << odd.err;
  const auto risk = run({"calibrate", "text", "--data", dev, "--head", "basic", "--risk", "0.01"});
  EXPECT_EQ(risk.status, 3) << "a gate that cannot be met";
  EXPECT_NE(risk.err.find("the search begins at the 60 most confident of 60 rows, of which"), std::string::npos)
      << risk.err;
}

}  // namespace
}  // namespace emo::test
