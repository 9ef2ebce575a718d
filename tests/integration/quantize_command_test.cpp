// `emo quantize` as a user runs it.
#include <algorithm>
#include <filesystem>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

class QuantizeCommand : public TinyModelTest {
 protected:
  void SetUp() override {
    TinyModelTest::SetUp();
    const std::string checkpoint = std::string(EMO_SOURCE_DIR) + "/tests/golden/hf/bert_multilabel";
    f32_ = folder_ / "f32";
    ASSERT_EQ(run_emo({"import", "hf", checkpoint, "--out", f32_}).status, 0);
    write_text(folder_ / "texts.csv", "text\ngood morning\nwhat a day\n\"I am, well, tired\"\n");
    out_ = folder_ / "int8";
  }

  std::string f32_, out_;
};

TEST_F(QuantizeCommand, WritesAnInt8BundleThatAnswersAndVerifies) {
  const auto made = run_emo({"quantize", f32_, "--texts", folder_ / "texts.csv", "--out", out_});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(run_emo({"verify", out_}).status, 0);
  const auto info = parsed(run_emo({"info", out_, "--format", "json"}).out);
  EXPECT_EQ(info["quantization"], "int8");
  EXPECT_LT(std::filesystem::file_size(out_ + "/model.safetensors"),
            std::filesystem::file_size(f32_ + "/model.safetensors"));
  const auto scores_of = [](const std::string& model) {
    return parsed(run_emo({"text", "good", "--model", model, "--format", "json"}).out)["scores"];
  };
  const auto before = scores_of(f32_), after = scores_of(out_);
  ASSERT_EQ(before.size(), after.size());
  for (const auto& score : before) {
    const auto same =
        std::find_if(after.begin(), after.end(), [&](const auto& s) { return s["label"] == score["label"]; });
    ASSERT_NE(same, after.end()) << score;
    EXPECT_NEAR(score["score"].template get<double>(), (*same)["score"].template get<double>(), 0.15) << score;
  }
}

TEST_F(QuantizeCommand, ABundleIn8BitsIsRoundedOnceMore) {
  ASSERT_EQ(run_emo({"quantize", f32_, "--texts", folder_ / "texts.csv", "--out", out_}).status, 0);
  const auto again =
      run_emo({"quantize", out_, "--texts", folder_ / "texts.csv", "--rows", "2", "--out", out_, "--force"});
  ASSERT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(run_emo({"verify", out_}).status, 0);
  const auto command =
      parsed(run_emo({"info", out_, "--format", "json"}).out)["provenance"]["command"].get<std::string>();
  EXPECT_NE(command.find("emo quantize, 2 texts"), std::string::npos) << command;
}

TEST_F(QuantizeCommand, NoFigureOfTheOldWeightsIsThatOfTheNew) {
  auto manifest = parsed(read_text(f32_ + "/manifest.json"));
  manifest["metrics"].push_back(
      {{"name", "macro_f1"}, {"dataset", "mine"}, {"split", "dev"}, {"value", 0.5}, {"n", 20}});
  write_text(f32_ + "/manifest.json", manifest.dump());
  ASSERT_EQ(parsed(run_emo({"info", f32_, "--format", "json"}).out)["metrics"].size(), 1U);
  ASSERT_EQ(run_emo({"quantize", f32_, "--texts", folder_ / "texts.csv", "--out", out_}).status, 0);
  EXPECT_TRUE(parsed(run_emo({"info", out_, "--format", "json"}).out)["metrics"].empty());
}

TEST_F(QuantizeCommand, ABundledModelMayBeNamed) {
  const std::string texts = folder_ / "texts.csv";
  const auto unknown = run_emo({"quantize", "no-such-model", "--texts", texts, "--out", out_});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.err.find("no-such-model"), std::string::npos) << unknown.err;
  // A model beside the program is found by its name, as with `emo text --model`.
  const std::string program = folder_ / "bin/emo";
  std::filesystem::create_directories(folder_ / "bin");
  std::filesystem::copy_file(EMO_BINARY, program);
  std::filesystem::create_directories(folder_ / "models");
  std::filesystem::rename(f32_, folder_ / "models/mine");
  const auto named = run_emo({"quantize", "mine", "--texts", texts, "--out", out_}, {.program = program});
  ASSERT_EQ(named.status, 0) << named.err;
  EXPECT_EQ(run_emo({"verify", out_}).status, 0);
}

TEST_F(QuantizeCommand, TheModelMayStandBehindModelButMustBeNamed) {
  const std::string texts = folder_ / "texts.csv";
  const auto none = run_emo({"quantize", "--texts", texts, "--out", out_});
  EXPECT_EQ(none.status, 1);
  EXPECT_NE(none.err.find("MODEL is required"), std::string::npos) << none.err;
  const auto made = run_emo({"quantize", "--model", f32_, "--texts", texts, "--out", out_});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_NE(made.err.find("--against " + f32_), std::string::npos) << made.err;
}

TEST_F(QuantizeCommand, TheTextsAreNeverReplaced) {
  const std::string texts = folder_ / "texts.csv", before = read_text(texts);
  const auto result = run_emo({"quantize", f32_, "--texts", texts, "--out", folder_ / "./texts.csv", "--force"});
  EXPECT_EQ(result.status, 1) << result.err;
  EXPECT_NE(result.err.find("is the source itself"), std::string::npos) << result.err;
  EXPECT_EQ(read_text(texts), before);
}

TEST_F(QuantizeCommand, WhatIsNoBundleIsNotReplacedAndThatIsSaidBeforeAnyWork) {
  write_text(folder_ / "thesis.tex", "x");
  const auto result =
      run_emo({"quantize", f32_, "--texts", folder_ / "absent.csv", "--out", folder_ / "thesis.tex", "--force"});
  EXPECT_EQ(result.status, 1) << result.err;
  EXPECT_NE(result.err.find("thesis.tex' exists and is not a bundle; it will not be replaced, choose another name"),
            std::string::npos)
      << result.err;
}

TEST_F(QuantizeCommand, BadInputIsNamedAndNothingIsWritten) {
  write_text(folder_ / "broken.csv", "text\nfine\nbro\xFFken\n");
  write_text(folder_ / "empty.txt", "");
  struct Case {
    std::vector<std::string> arguments;
    int status;
    std::string said;
  };
  const std::string texts = folder_ / "texts.csv";
  for (const Case& c : {Case{{f32_, "--texts", folder_ / "broken.csv"}, 2, "broken.csv:3"},
                        Case{{f32_, "--texts", folder_ / "empty.txt"}, 2, "no text"},
                        Case{{f32_, "--texts", folder_ / "none.csv"}, 2, "none.csv"},
                        Case{{folder_ / "nothing", "--texts", texts}, 2, "nothing"}, Case{{f32_}, 1, "--texts"},
                        Case{{f32_, "--texts", texts, "--rows", "0"}, 1, "--rows"}}) {
    std::vector<std::string> arguments{"quantize"};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    arguments.insert(arguments.end(), {"--out", out_});
    const auto result = run_emo(arguments);
    EXPECT_EQ(result.status, c.status) << result.err;
    EXPECT_NE(result.err.find(c.said), std::string::npos) << result.err;
    EXPECT_FALSE(std::filesystem::exists(out_));
  }
  const auto taken = run_emo({"quantize", f32_, "--texts", texts, "--out", model_});
  EXPECT_EQ(taken.status, 1);
  EXPECT_NE(taken.err.find("--force"), std::string::npos) << taken.err;
}

}  // namespace
}  // namespace emo::test
