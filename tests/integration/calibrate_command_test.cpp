// `emo calibrate text` from outside: the calibrated bundle is another bundle that every command can use.
#include <gtest/gtest.h>

#include <fstream>

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
};

TEST_F(CalibrateCommand, WritesABundleWithSetsAndAbstention) {
  const auto result = run({"calibrate", "text", "--data", folder_ / "dev.jsonl", "--test", folder_ / "dev.jsonl",
                           "--head", "basic", "--method", "vector", "--coverage", "0.8", "--risk", "0.99", "--out",
                           folder_ / "calibrated", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto report = parsed(result.out);
  EXPECT_EQ(report["method"], "vector");
  EXPECT_EQ(report["fit_rows"], 60);
  EXPECT_EQ(report["held_out_rows"], 60);
  EXPECT_GE(report["on_data"]["after"]["sets"]["coverage"].get<double>(), 0.7);
  EXPECT_LT(report["on_test"]["after"]["nll"].get<double>(), report["on_test"]["before"]["nll"].get<double>());

  const auto text = run_emo({"text", "a few words", "--model", folder_ / "calibrated", "--format", "json"});
  ASSERT_EQ(text.status, 0) << text.err;
  const auto answer = parsed(text.out);
  EXPECT_TRUE(answer["set"].is_array());
  EXPECT_GE(answer["set"].size(), 1U);
  EXPECT_EQ(answer["set_coverage"], 0.8);
  const auto csv = run_emo({"text", "a few words", "--model", folder_ / "calibrated", "--format", "csv"});
  EXPECT_NE(csv.out.find(",windows,set,error"), std::string::npos) << csv.out;
  const auto pretty = run_emo({"text", "a few words", "--model", folder_ / "calibrated", "--format", "pretty"});
  EXPECT_NE(pretty.out.find("with 80 % coverage: "), std::string::npos) << pretty.out;
  EXPECT_EQ(run_emo({"verify", "--model", folder_ / "calibrated"}).status, 0);

  // Calibrating the result anew by the same rows gives the same: what was fitted before is not fitted upon.
  const auto again = run_emo({"calibrate", "text", "--model", folder_ / "calibrated", "--data", folder_ / "dev.jsonl",
                              "--head", "basic", "--method", "vector", "--coverage", "0.8", "--risk", "0.99", "--out",
                              folder_ / "again", "--format", "json", "--quiet"});
  ASSERT_EQ(again.status, 0) << again.err;
  const auto first = io::read_file(folder_ / "calibrated/manifest.json"),
             second = io::read_file(folder_ / "again/manifest.json");
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
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

TEST_F(CalibrateCommand, BadInput) {
  const auto dev = folder_ / "dev.jsonl";
  EXPECT_EQ(run({"calibrate", "text"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--method", "magic"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--head", "basic", "--coverage", "1.5"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--head", "emotions", "--thresholds", "best"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", dev, "--head", "basic", "--thresholds", "precision=0.5"}).status, 1);
  EXPECT_EQ(run({"calibrate", "text", "--data", folder_ / "absent.jsonl"}).status, 2);
  const auto head = run({"calibrate", "text", "--data", dev, "--head", "nope"});
  EXPECT_EQ(head.status, 2);
  EXPECT_NE(head.err.find("nope"), std::string::npos);
  std::ofstream(folder_ / "few.jsonl") << "{\"text\":\"a\",\"labels\":[\"joy\"]}\n";
  const auto few = run({"calibrate", "text", "--data", folder_ / "few.jsonl", "--head", "basic"});
  EXPECT_EQ(few.status, 2);
  EXPECT_NE(few.err.find("too few"), std::string::npos);
  const auto risk = run({"calibrate", "text", "--data", dev, "--head", "basic", "--risk", "0.01"});
  EXPECT_EQ(risk.status, 3) << "a gate that cannot be met";
}

}  // namespace
}  // namespace emo::test
