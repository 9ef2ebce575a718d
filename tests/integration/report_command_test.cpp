// `emo report` and the report that `emo eval --out` leaves, from outside.
#include <filesystem>
#include <fstream>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

class ReportCommand : public TinyModelTest {
 protected:
  static std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string labelled_rows(int count) const {
    std::string rows;
    for (int i = 0; i < count; ++i) {
      rows += "{\"text\":\"word " + std::to_string(i) + "\",\"labels\":[\"" + (i % 2 == 0 ? "joy" : "anger") + "\"]}\n";
    }
    write_text(folder_ / "data.jsonl", rows);
    return folder_ / "data.jsonl";
  }
};

TEST_F(ReportCommand, EvalLeavesAReportWithEveryFigure) {
  const auto result = run({"eval", "text", "--data", labelled_rows(60), "--out", folder_ / "e/", "--head", "basic"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("e/report.html"), std::string::npos) << result.err;
  for (const char* name : {"confusion_matrix", "confusion_matrix_normalized", "pr_curves", "reliability"}) {
    EXPECT_TRUE(std::filesystem::exists(folder_ / ("e/figures/" + std::string(name) + ".svg"))) << name;
  }
  const std::string html = content(folder_ / "e/report.html");
  EXPECT_NE(html.find("60 rows"), std::string::npos);
  EXPECT_NE(html.find("emo eval text"), std::string::npos);
  EXPECT_EQ(html.find(folder_ / ""), std::string::npos) << "the folders of this machine are in the report";
  const auto json = parsed(content(folder_ / "e/report.json"));
  EXPECT_EQ(json["evaluations"][0]["n"], 60);
  for (const auto& note : json["notes"]) EXPECT_EQ(note["serious"], false) << note.dump();
}

TEST_F(ReportCommand, TheFoldersOfTheMachineAreInNoWordOfTheCommandThatIsShown) {
  std::filesystem::create_directories(folder_ / "e");
  write_text(folder_ / "e/predictions.jsonl", "{\"gold\":\"joy\",\"predicted\":\"joy\"}\n");
  ASSERT_EQ(run_emo({"report", folder_ / "e", "--out=" + folder_ / "of mine", "--test=" + folder_ / "e/", "--title=a=b",
                     "--no-png"})
                .status,
            0);
  for (const char* name : {"report.html", "report.md", "report.json"}) {
    EXPECT_EQ(content(folder_ / ("of mine/" + std::string(name))).find(folder_ / ""), std::string::npos) << name;
  }
  EXPECT_EQ(parsed(content(folder_ / "of mine/report.json"))["command"],
            "emo report e '--out=of mine' --test=e --title=a=b --no-png");
}

TEST_F(ReportCommand, ModelAndBundleNameTheSameBundleByFolderOrName) {
  std::filesystem::create_directories(folder_ / "e");
  write_text(folder_ / "e/metrics.json", "{\"n\":1}");
  const std::string program = folder_ / "bin/emo";
  std::filesystem::create_directories(folder_ / "bin");
  std::filesystem::copy_file(EMO_BINARY, program);
  std::filesystem::create_directories(folder_ / "models");
  std::filesystem::rename(model_, folder_ / "models/mine");
  for (const char* option : {"--model", "--bundle"}) {
    for (const std::string& name : {std::string("mine"), folder_ / "models/mine"}) {
      std::filesystem::remove(folder_ / "e/report.md");
      const auto named = run_emo({"report", folder_ / "e", option, name, "--no-png"}, {.program = program});
      EXPECT_EQ(named.status, 0) << option << named.err;
      EXPECT_NE(content(folder_ / "e/report.md").find("Transformer encoder for texts"), std::string::npos) << option;
    }
    const auto unknown = run_emo({"report", folder_ / "e", option, "no-such-model"}, {.program = program});
    EXPECT_EQ(unknown.status, 2) << option;
    EXPECT_NE(unknown.err.find("no model bundle 'no-such-model'"), std::string::npos) << unknown.err;
  }
  const auto both = run_emo({"report", folder_ / "e", "--model", "mine", "--bundle", "mine"}, {.program = program});
  EXPECT_EQ(both.status, 1);
  EXPECT_NE(both.err.find("either --bundle or --model"), std::string::npos) << both.err;
}

TEST_F(ReportCommand, ReportAgreesWithTheMetricsFile) {
  ASSERT_EQ(
      run({"eval", "text", "--data", labelled_rows(41), "--out", folder_ / "e", "--head", "basic", "--quiet"}).status,
      0);
  const auto before = parsed(content(folder_ / "e/report.json"));
  std::filesystem::remove(folder_ / "e/metrics.json");
  const auto result = run_emo({"report", folder_ / "e", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto after = parsed(content(folder_ / "e/report.json"));
  for (const char* name : {"accuracy", "macro_f1", "micro_f1", "weighted_f1", "balanced_accuracy", "ece"}) {
    EXPECT_NEAR(before["evaluations"][0]["figures"][name].get<double>(),
                after["evaluations"][0]["figures"][name].get<double>(), 1e-6)
        << name;
  }
}

TEST_F(ReportCommand, AComparisonWithAnotherModelIsInTheReport) {
  const std::string data = labelled_rows(40);
  ASSERT_EQ(run({"eval", "text", "--data", data, "--out", folder_ / "one", "--head", "basic", "--quiet"}).status, 0);
  EXPECT_EQ(content(folder_ / "one/report.md").find("Against another model"), std::string::npos);
  const auto result = run({"eval", "text", "--data", data, "--out", folder_ / "two", "--head", "basic", "--against",
                           folder_ / "one", "--quiet"});
  ASSERT_EQ(result.status, 0) << result.err;
  const std::string page = content(folder_ / "two/report.md");
  EXPECT_NE(page.find("Against another model"), std::string::npos);
  EXPECT_NE(page.find("on the same 40 rows: not told apart."), std::string::npos) << page;
  EXPECT_NE(page.find("0 rows are right with this model alone"), std::string::npos) << page;
  const auto json = parsed(content(folder_ / "two/report.json"));
  EXPECT_EQ(json["evaluations"][0]["against"]["n"], 40);
  for (const auto& note : json["notes"]) EXPECT_EQ(note["serious"], false) << note.dump();
}

TEST_F(ReportCommand, ADamagedRunIsReportedWithItsDamage) {
  std::filesystem::create_directories(folder_ / "run");
  write_text(folder_ / "run/log.jsonl",
             "{\"epoch\":1,\"train_loss\":1.2,\"dev_loss\":1.1}\nnot "
             "json\n{\"epoch\":3,\"train_loss\":0.2,\"dev_loss\":1.9}\n{\"epoch\":4,\"tr");
  const auto result = run_emo({"report", folder_ / "run", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.err.find("line 2"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("epoch 2"), std::string::npos) << result.err;
  EXPECT_TRUE(std::filesystem::exists(folder_ / "run/figures/finetune_metrics.svg"));
  EXPECT_EQ(parsed(content(folder_ / "run/report.json"))["overfitting"]["verdict"], "severe");
}

TEST_F(ReportCommand, AwkwardEvaluationsNeverCrash) {
  const std::string folder = folder_ / "awkward";
  std::filesystem::create_directories(folder);
  for (const std::string& lines :
       {std::string(), std::string("\n\n"), std::string("{\"gold\":[\"joy\"],\"predicted\":[\"joy\"]}\n"),
        std::string("{\"gold\":[\"joy\"],\"predicted\":[],\"scores\":{\"joy\":0.2}}\n"),
        std::string("{\"gold\":[\"joy\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":NaN}}\n"),
        std::string("{\"gold\":[\"a<b\"],\"predicted\":[\"\\u0000&\"],\"scores\":{\"\\u0000&\":1}}\n"),
        std::string("\xff{}\n")}) {
    write_text(folder + "/predictions.jsonl", lines);
    const auto result = run_emo({"report", folder, "--quiet"});
    EXPECT_EQ(result.status, 0) << lines << result.err;
  }
  write_text(folder + "/predictions.jsonl", "\xff\xfe{}\n");
  const auto utf16 = run_emo({"report", folder, "--quiet"});
  EXPECT_EQ(utf16.status, 2);
  EXPECT_NE(utf16.err.find("is UTF-16"), std::string::npos) << utf16.err;
  write_text(folder + "/predictions.jsonl", "");
  for (const char* metrics :
       {"", "[]", "{}", "{\"n\":-1,\"accuracy\":\"high\",\"confusion\":{\"labels\":[\"a\"],\"matrix\":[[1.5]]}}",
        "{\"n\":1e400}"}) {
    write_text(folder + "/metrics.json", metrics);
    EXPECT_EQ(run_emo({"report", folder, "--quiet"}).status, 0) << metrics;
  }
}

TEST_F(ReportCommand, WhatIsNotThereIsNamed) {
  EXPECT_EQ(run_emo({"report"}).status, 1);
  const auto missing = run_emo({"report", folder_ / "none"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("none"), std::string::npos);
  std::filesystem::create_directories(folder_ / "empty");
  const auto empty = run_emo({"report", folder_ / "empty"});
  EXPECT_EQ(empty.status, 2);
  EXPECT_NE(empty.err.find("predictions.jsonl"), std::string::npos) << empty.err;
  std::filesystem::create_directories(folder_ / "e");
  write_text(folder_ / "e/metrics.json", "{\"n\":1}");
  EXPECT_EQ(run_emo({"report", folder_ / "e", "--test", folder_ / "empty"}).status, 2);
  const auto bundle = run_emo({"report", folder_ / "e", "--bundle", folder_ / "empty"});
  EXPECT_EQ(bundle.status, 2);
  EXPECT_NE(bundle.err.find("holds no bundle"), std::string::npos) << bundle.err;
}

}  // namespace
}  // namespace emo::test
