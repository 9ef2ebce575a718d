// Every metric that scikit-learn has, against its numbers (tests/golden/metrics.json, tools/make_metrics_golden.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "io/file.hpp"
#include "io/json.hpp"
#include "metrics/agreement.hpp"
#include "metrics/confusion.hpp"
#include "metrics/logit_fit.hpp"
#include "metrics/multilabel.hpp"
#include "metrics/probability.hpp"
#include "metrics/ranking.hpp"
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
  void TearDown() override {
    // What the agreement is worth: in the XML report, and with --gtest_output on a terminal.
    for (const auto& [metric, largest] : largest_) {
      std::ostringstream text;
      text << "max difference " << largest.first << " over " << largest.second;
      RecordProperty(metric, text.str());
    }
  }
  /// null = not defined: NaN here.
  void expect_near(double ours, const io::Json& theirs, const std::string& metric) {
    if (theirs.is_null()) {
      EXPECT_TRUE(std::isnan(ours)) << metric;
      return;
    }
    EXPECT_NEAR(ours, theirs.get<double>(), kTolerance) << metric;
    auto& [largest, count] = largest_[metric];
    largest = std::max(largest, std::abs(ours - theirs.get<double>()));
    ++count;
  }
  io::Json golden_;
  std::map<std::string, std::pair<double, int>> largest_;
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
    const auto near = [&](const char* key, double ours) { expect_near(ours, item[key], key); };
    near("accuracy", confusion.accuracy());
    near("balanced_accuracy", confusion.balanced_accuracy());
    near("macro_f1_all", macro_f1(counts, MacroOver::kAll));
    near("macro_f1_seen", macro_f1(counts, MacroOver::kSeen));
    near("macro_f1_present", macro_f1(counts, MacroOver::kPresent));
    near("macro_recall_all", macro_recall(counts, MacroOver::kAll));
    near("micro_f1", micro_f1(counts));
    near("weighted_f1", weighted_f1(counts));
    near("kappa", confusion.cohen_kappa());
    for (std::size_t k = 0; k < classes; ++k) {
      const ClassScore s = score(counts[k]);
      expect_near(s.precision, item["precision"][k], "precision");
      expect_near(s.recall, item["recall"][k], "recall");
      expect_near(s.f1, item["f1"][k], "f1");
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
    const auto near = [&](const char* key, double ours) { expect_near(ours, item[key], key); };
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
    const auto near = [&](const char* key, double ours) { expect_near(ours, item[key], key); };
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
    expect_near(mcnemar(a, b).exact_p, item["p_value"], "exact_p");
    expect_near(mcnemar(a, b).chi_square_p, item["chi_square_p"], "chi_square_p");
  }
}

TEST_F(SklearnGolden, RankingOfOneLabel) {
  ASSERT_GE(golden_["binary_ranking"].size(), 9U);
  for (const io::Json& item : golden_["binary_ranking"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto scores = item["scores"].get<std::vector<float>>();
    const RankedScores ranked(scores, item["targets"].get<std::vector<std::uint8_t>>());
    expect_near(ranked.roc_auc(), item["roc_auc"], "roc_auc");
    expect_near(ranked.average_precision(), item["average_precision"], "average_precision");
    // scikit-learn names the lowest score of a point, ours lie below it and above the next lower score.
    const auto roc = ranked.roc_curve();
    if (item.contains("roc_points")) {
      EXPECT_EQ(roc.size(), item["roc_points"].get<std::size_t>());
    }
    for (const io::Json& point : item["roc"]) {
      const auto it = std::find_if(roc.begin(), roc.end(), [&](const RocPoint& p) {
        return point[2].is_null() ? std::isinf(p.threshold) : p.threshold < point[2].get<double>();
      });
      ASSERT_NE(it, roc.end()) << point;
      expect_near(it->false_positive_rate, point[0], "fpr");
      expect_near(it->true_positive_rate, point[1], "tpr");
    }
    const auto pr = ranked.pr_curve();
    if (item.contains("pr_points")) {
      EXPECT_EQ(pr.size(), item["pr_points"].get<std::size_t>());
    }
    for (const io::Json& point : item["pr"]) {
      const auto it =
          std::find_if(pr.begin(), pr.end(), [&](const PrPoint& p) { return p.threshold < point[2].get<double>(); });
      ASSERT_NE(it, pr.end()) << point;
      expect_near(it->recall, point[0], "recall");
      expect_near(it->precision, point[1], "precision");
    }
    const auto curve = ranked.threshold_curve(4);
    for (std::size_t i = 0; i < curve.size(); ++i) {
      const io::Json& point = item["thresholds"][i];
      EXPECT_EQ(curve[i].threshold, point[0].get<double>());
      expect_near(curve[i].precision, point[1], "precision at");
      expect_near(curve[i].recall, point[2], "recall at");
      expect_near(curve[i].f1, point[3], "f1 at");
    }
  }
}

TEST_F(SklearnGolden, RankingOfAMatrix) {
  for (const io::Json& item : golden_["matrix_ranking"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto scores = item["scores"].get<std::vector<float>>();
    const LabelRanking ranking =
        rank_labels(scores, item["targets"].get<std::vector<std::uint8_t>>(), item["labels"].get<std::size_t>());
    expect_near(ranking.roc_auc_macro, item["roc_auc_macro"], "roc_auc_macro");
    expect_near(ranking.average_precision_macro, item["average_precision_macro"], "average_precision_macro");
  }
}

TEST_F(SklearnGolden, AnnotatorDistributions) {
  for (const io::Json& item : golden_["annotators"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto classes = item["classes"].get<std::size_t>();
    const auto scores = item["scores"].get<std::vector<float>>();
    const auto votes = item["votes"].get<std::vector<float>>();
    AnnotatorAgreement agreement;
    for (std::size_t at = 0; at < scores.size(); at += classes) {
      const auto p = std::span(scores).subspan(at, classes);
      const auto answer = std::max_element(p.begin(), p.end()) - p.begin();
      agreement.add(p, std::span(votes).subspan(at, classes), static_cast<std::size_t>(answer));
    }
    expect_near(agreement.kl_divergence(), item["kl"], "kl");
    expect_near(agreement.soft_accuracy(), item["soft_accuracy"], "soft_accuracy");
    expect_near(agreement.soft_accuracy_ceiling(), item["ceiling"], "ceiling");
  }
}

TEST_F(SklearnGolden, CoverageAndRisk) {
  for (const io::Json& item : golden_["risk_coverage"]) {
    SCOPED_TRACE(item["name"].get<std::string>());
    const auto confidence = item["confidence"].get<std::vector<float>>();
    const RankedScores ranked(confidence, item["right"].get<std::vector<std::uint8_t>>());
    expect_near(ranked.area_under_risk(), item["aurc"], "aurc");
  }
}

}  // namespace
}  // namespace emo::metrics
