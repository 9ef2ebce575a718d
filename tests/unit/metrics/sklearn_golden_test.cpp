// Every metric that scikit-learn has, against its numbers (tests/golden/metrics.json, tools/make_metrics_golden.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "io/file.hpp"
#include "io/json.hpp"
#include "metrics/confusion.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/multilabel.hpp"
#include "metrics/probability.hpp"
#include "metrics/significance.hpp"

namespace emo::metrics {
namespace {

constexpr double kTolerance = 1e-9;

class SklearnGolden : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string path = std::string(EMO_SOURCE_DIR) + "/tests/golden/metrics.json";
    const auto text = io::read_file(path);
    ASSERT_TRUE(text) << text.error().message;
    auto parsed = io::parse_json(*text, path);
    ASSERT_TRUE(parsed) << parsed.error().message;
    golden_ = std::move(parsed).value();
  }
  io::Json golden_;
};

TEST_F(SklearnGolden, SingleLabel) {
  ASSERT_GE(golden_["single_label"].size(), 7U);
  for (const io::Json& item : golden_["single_label"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto classes = item["classes"].get<std::size_t>();
    ConfusionMatrix confusion(classes);
    for (std::size_t i = 0; i < item["gold"].size(); ++i) {
      confusion.add(item["gold"][i].get<std::size_t>(), item["predicted"][i].get<std::size_t>());
    }
    const auto counts = confusion.class_counts();
    const auto near = [&](const char* key, double ours) {
      EXPECT_NEAR(ours, item[key].get<double>(), kTolerance) << key;
    };
    near("accuracy", confusion.accuracy());
    near("balanced_accuracy", confusion.balanced_accuracy());
    near("macro_f1_all", macro_f1(counts, MacroOver::kAll));
    near("macro_f1_seen", macro_f1(counts, MacroOver::kSeen));
    near("macro_f1_present", macro_f1(counts, MacroOver::kPresent));
    near("macro_precision_all", macro_precision(counts, MacroOver::kAll));
    near("macro_recall_all", macro_recall(counts, MacroOver::kAll));
    near("micro_f1", micro_f1(counts));
    near("weighted_f1", weighted_f1(counts));
    if (item["kappa"].is_null()) {
      EXPECT_TRUE(std::isnan(confusion.cohen_kappa()));
    } else {
      near("kappa", confusion.cohen_kappa());
    }
    for (std::size_t k = 0; k < classes; ++k) {
      const ClassScore s = score(counts[k]);
      EXPECT_NEAR(s.precision, item["precision"][k].get<double>(), kTolerance);
      EXPECT_NEAR(s.recall, item["recall"][k].get<double>(), kTolerance);
      EXPECT_NEAR(s.f1, item["f1"][k].get<double>(), kTolerance);
      EXPECT_EQ(s.support, item["support"][k].get<std::uint64_t>());
      for (std::size_t j = 0; j < classes; ++j) {
        EXPECT_EQ(confusion.at(k, j), item["confusion"][k][j].get<std::uint64_t>());
      }
    }
  }
}

TEST_F(SklearnGolden, MultiLabel) {
  ASSERT_GE(golden_["multi_label"].size(), 5U);
  for (const io::Json& item : golden_["multi_label"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto labels = item["labels"].get<std::size_t>();
    const auto gold = item["gold"].get<std::vector<std::uint8_t>>();
    const auto predicted = item["predicted"].get<std::vector<std::uint8_t>>();
    MultiLabelCounts counts(labels);
    for (std::size_t at = 0; at < gold.size(); at += labels) {
      counts.add(std::span(gold).subspan(at, labels), std::span(predicted).subspan(at, labels));
    }
    const auto near = [&](const char* key, double ours) {
      EXPECT_NEAR(ours, item[key].get<double>(), kTolerance) << key;
    };
    near("macro_f1_all", macro_f1(counts.class_counts(), MacroOver::kAll));
    near("micro_f1", micro_f1(counts.class_counts()));
    near("weighted_f1", weighted_f1(counts.class_counts()));
    near("sample_f1", counts.sample_f1());
    near("jaccard", counts.jaccard());
    near("exact_match", counts.exact_match());
    near("hamming_loss", counts.hamming_loss());
  }
}

TEST_F(SklearnGolden, Probabilities) {
  ASSERT_GE(golden_["probabilities"].size(), 4U);
  for (const io::Json& item : golden_["probabilities"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto classes = item["classes"].get<std::size_t>();
    const auto scores = item["scores"].get<std::vector<float>>();
    const auto labels = item["labels"].get<std::vector<std::int32_t>>();
    std::vector<float> confidences;
    std::vector<std::uint8_t> outcomes;
    std::vector<std::uint8_t> one_hot(scores.size(), 0);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const auto row = scores.begin() + static_cast<std::ptrdiff_t>(i * classes);
      const auto best = std::max_element(row, row + static_cast<std::ptrdiff_t>(classes));
      confidences.push_back(*best);
      outcomes.push_back(best - row == labels[i] ? 1 : 0);
      one_hot[i * classes + static_cast<std::size_t>(labels[i])] = 1;
    }
    const auto near = [&](const char* key, double ours) {
      EXPECT_NEAR(ours, item[key].get<double>(), kTolerance) << key;
    };
    near("log_loss", log_loss(scores, labels, classes));
    near("brier", brier_score(scores, labels, classes));
    near("binary_log_loss", binary_log_loss(scores, one_hot));
    near("binary_brier", binary_brier_score(scores, one_hot));
    near("ece_equal_width", ece_equal_width(confidences, outcomes));
    near("ece_equal_mass", ece_equal_mass(confidences, outcomes));
    const std::vector<float> targets(one_hot.begin(), one_hot.end());
    near("log_loss", log_loss_soft(scores, targets, classes));
    near("brier", brier_score_soft(scores, targets, classes));
  }
}

TEST_F(SklearnGolden, Fits) {
  for (const io::Json& item : golden_["temperature"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto logits = item["logits"].get<std::vector<float>>();
    const auto labels = item["labels"].get<std::vector<std::int32_t>>();
    // scipy's bounded search stops within about 1e-8 of the optimum (relative).
    EXPECT_NEAR(fit_temperature(logits, labels, item["classes"].get<std::size_t>()), item["temperature"].get<double>(),
                1e-6 * item["temperature"].get<double>());
  }
  for (const io::Json& item : golden_["platt"]) {
    const PlattScaling fit =
        fit_platt(item["logits"].get<std::vector<float>>(), item["targets"].get<std::vector<std::uint8_t>>());
    // scikit-learn's BFGS stops at a gradient of 1e-5.
    EXPECT_NEAR(fit.slope, item["slope"].get<double>(), 1e-4);
    EXPECT_NEAR(fit.intercept, item["intercept"].get<double>(), 1e-4);
  }
}

TEST_F(SklearnGolden, McNemarExact) {
  ASSERT_GE(golden_["mcnemar"].size(), 5U);
  for (const io::Json& item : golden_["mcnemar"]) {
    std::vector<std::uint8_t> a(item["only_a"].get<std::size_t>(), 1);
    std::vector<std::uint8_t> b(a.size(), 0);
    a.resize(a.size() + item["only_b"].get<std::size_t>(), 0);
    b.resize(a.size(), 1);
    EXPECT_NEAR(mcnemar(a, b).p_value, item["p_value"].get<double>(), kTolerance);
  }
}

}  // namespace
}  // namespace emo::metrics
