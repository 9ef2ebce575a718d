#include "eval/evaluation_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "eval/comparison.hpp"
#include "eval/text_evaluation.hpp"
#include "fake_scorer.hpp"
#include "io/file.hpp"
#include "io/json.hpp"

namespace emo::eval {
namespace {

class EvaluationFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    directory_ =
        (std::filesystem::temp_directory_path() / ("emo_eval_" + std::to_string(::getpid()) + "_" + info->name()))
            .string();
    std::filesystem::create_directories(directory_);
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }
  std::string directory_;
};

TEST_F(EvaluationFiles, MetricsHaveThePromisedMembers) {
  const std::vector<io::Row> rows{labelled_row(1, "joy", {"happiness"}), labelled_row(2, "fear", {"anger", "trust"}),
                                  labelled_row(3, "broken", {"fear"})};
  EvaluationOptions options;
  options.split = "test";
  const auto e = evaluate_text(FakeScorer(), rows, options);
  ASSERT_TRUE(e);
  const std::string out = directory_ + "/new/folder";
  const auto written = write_evaluation(*e, out);
  ASSERT_TRUE(written) << written.error().message;

  const auto json = io::parse_json(*io::read_file(out + "/metrics.json"), "metrics.json");
  ASSERT_TRUE(json) << json.error().message;
  for (const char* key :
       {"n", "n_errors", "n_rejected", "accuracy", "macro_f1", "weighted_f1", "micro_f1", "balanced_accuracy",
        "per_class", "confusion", "ece", "nll", "ci95", "label_map", "split", "model", "seconds"}) {
    EXPECT_TRUE(json->contains(key)) << key;
  }
  EXPECT_EQ((*json)["n"], 2);
  EXPECT_EQ((*json)["n_errors"], 1);
  EXPECT_EQ((*json)["per_class"]["joy"]["support"], 1);
  EXPECT_EQ((*json)["confusion"]["labels"].size(), 7U);
  EXPECT_EQ((*json)["confusion"]["matrix"][0][2], 1) << "anger taken for fear";
  EXPECT_EQ((*json)["ci95"]["macro_f1"].size(), 2U);
  EXPECT_TRUE((*json)["label_map"]["trust"].is_null());
  EXPECT_EQ((*json)["label_map"]["happiness"], "joy");

  std::istringstream lines(*io::read_file(out + "/predictions.jsonl"));
  std::vector<io::Json> predictions;
  for (std::string line; std::getline(lines, line);) predictions.push_back(*io::parse_json(line, "line"));
  ASSERT_EQ(predictions.size(), 3U);
  EXPECT_EQ(predictions[0]["predicted"][0], "joy");
  EXPECT_EQ(predictions[1]["gold"], io::Json::array({"anger"}));
  EXPECT_NEAR(predictions[1]["scores"]["fear"].get<double>(), 0.9 + 0.1 / 7, 1e-6);
  EXPECT_EQ(predictions[2]["error"]["code"], "invalid_input");
  EXPECT_FALSE(predictions[2].contains("scores"));
}

TEST_F(EvaluationFiles, ScoresAreReadAgainAsTheyWere) {
  const std::vector<float> scores{3e-12F, 0.1F, 1.0F / 3, 0.99999994F, 1e-40F, 0, 1};
  Evaluation e;
  for (std::size_t k = 0; k < scores.size(); ++k) e.labels.push_back("label" + std::to_string(k));
  e.predictions.push_back({"1", 1, "", {"label0"}, {"label3"}, scores});
  ASSERT_TRUE(write_evaluation(e, directory_));
  const std::string line = *io::read_file(directory_ + "/predictions.jsonl");
  const auto json = io::parse_json(line, "line");
  ASSERT_TRUE(json) << json.error().message;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    EXPECT_EQ(static_cast<float>((*json)["scores"][e.labels[k]].get<double>()), scores[k]) << k;
  }
  EXPECT_NE(line.find("\"label1\":0.1,"), std::string::npos) << "no digits of its double: " << line;
}

TEST_F(EvaluationFiles, FlipsOfAComparisonBeforeDoNotStay) {
  const auto e = evaluate_text(FakeScorer(), std::vector<io::Row>{labelled_row(1, "joy", {"joy"})});
  ASSERT_TRUE(e) << e.error().message;
  const Comparison comparison;
  ASSERT_TRUE(write_evaluation(*e, directory_, &comparison));
  EXPECT_TRUE(std::filesystem::exists(directory_ + "/flips.jsonl"));
  ASSERT_TRUE(write_evaluation(*e, directory_));
  EXPECT_FALSE(std::filesystem::exists(directory_ + "/flips.jsonl"));
  for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
    const std::string name = entry.path().filename().string();
    EXPECT_NE(std::find(kEvaluationFiles.begin(), kEvaluationFiles.end(), name), kEvaluationFiles.end()) << name;
  }
}

TEST_F(EvaluationFiles, AFileInPlaceOfTheFolderIsAnError) {
  const std::string path = directory_ + "/file";
  ASSERT_TRUE(io::write_file_atomic(path, "x"));
  const auto written = write_evaluation({}, path);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kIo);
  EXPECT_NE(written.error().message.find(path), std::string::npos);
}

TEST_F(EvaluationFiles, LabelMapFiles) {
  const std::string path = directory_ + "/map.json";
  ASSERT_TRUE(io::write_file_atomic(path, R"({"glad": "joy", "odd": null})"));
  const auto map = read_label_map(path);
  ASSERT_TRUE(map) << map.error().message;
  EXPECT_EQ(*map, (LabelMap{{"glad", "joy"}, {"odd", std::nullopt}}));
  for (const char* bad : {"[1]", R"({"glad": 3})", "{"}) {
    ASSERT_TRUE(io::write_file_atomic(path, bad));
    EXPECT_EQ(read_label_map(path).error().code, ErrorCode::kInvalidData) << bad;
  }
  EXPECT_EQ(read_label_map(directory_ + "/none.json").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace emo::eval
