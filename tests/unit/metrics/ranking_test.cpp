// Areas and curves against their definitions, computed the slow way.
#include "metrics/ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/random.hpp"
#include "metrics/radix_sort.hpp"

namespace emo::metrics {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

struct Sample {
  std::vector<float> scores;
  std::vector<std::uint8_t> targets;
};

/// Few distinct scores, so that ties are common; sometimes only one kind of target.
Sample random_sample(core::Random& random) {
  Sample sample;
  const std::size_t rows = 1 + random.below(60);
  const std::uint64_t values = 1 + random.below(12);
  const double rate = static_cast<double>(random.below(5)) / 4;
  for (std::size_t i = 0; i < rows; ++i) {
    sample.scores.push_back(static_cast<float>(random.below(values)) / 8.0F - 0.5F);
    sample.targets.push_back(random.uniform() < rate ? 1 : 0);
  }
  return sample;
}

double slow_auc(const Sample& s) {
  double sum = 0;
  double pairs = 0;
  for (std::size_t i = 0; i < s.scores.size(); ++i) {
    for (std::size_t j = 0; j < s.scores.size(); ++j) {
      if (s.targets[i] == 0 || s.targets[j] != 0) continue;
      sum += s.scores[i] > s.scores[j] ? 1.0 : s.scores[i] == s.scores[j] ? 0.5 : 0.0;
      pairs += 1;
    }
  }
  return pairs > 0 ? sum / pairs : std::numeric_limits<double>::quiet_NaN();
}

/// Of the rows with that score or a higher one.
ClassCounts slow_decisions(const Sample& s, float lowest) {
  ClassCounts counts;
  for (std::size_t i = 0; i < s.scores.size(); ++i) {
    const bool yes = s.scores[i] >= lowest;
    if (yes && s.targets[i] != 0) ++counts.tp;
    if (yes && s.targets[i] == 0) ++counts.fp;
    if (!yes && s.targets[i] != 0) ++counts.fn;
  }
  return counts;
}

std::vector<float> distinct_descending(const Sample& s) {
  std::vector<float> values = s.scores;
  std::sort(values.begin(), values.end(), std::greater<>());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

void expect_same(double ours, double slow) {
  if (std::isnan(slow)) {
    EXPECT_TRUE(std::isnan(ours)) << ours;
  } else {
    EXPECT_NEAR(ours, slow, 1e-12);
  }
}

TEST(RankedScores, EqualTheirDefinitionsOnRandomSamples) {
  const std::uint64_t seed = 20250101;
  SCOPED_TRACE("seed " + std::to_string(seed));
  core::Random random(seed);
  for (int round = 0; round < 400; ++round) {
    const Sample s = random_sample(random);
    const RankedScores ranked(s.scores, s.targets);
    expect_same(ranked.roc_auc(), slow_auc(s));

    double precision_sum = 0;
    double last_recall = 0;
    double risk_sum = 0;
    const auto pr = ranked.pr_curve();
    const auto roc = ranked.roc_curve();
    const auto risk = ranked.coverage_risk();
    const auto scores = distinct_descending(s);
    ASSERT_EQ(risk.size(), scores.size());
    if (ranked.positives() > 0) {
      ASSERT_EQ(pr.size(), scores.size());
    }
    if (ranked.positives() > 0 && ranked.negatives() > 0) {
      ASSERT_EQ(roc.size(), scores.size() + 1);
      EXPECT_TRUE(std::isinf(roc[0].threshold));
    }
    std::uint64_t covered = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const ClassCounts counts = slow_decisions(s, scores[i]);
      EXPECT_EQ(ranked.decide_at(risk[i].threshold), counts) << "a point's threshold makes its decisions";
      const ClassCounts above = i > 0 ? slow_decisions(s, scores[i - 1]) : ClassCounts{0, 0, ranked.positives()};
      EXPECT_EQ(ranked.decide_at(static_cast<double>(scores[i])), above) << "a score equal to the threshold is a no";
      const ClassScore at = score(counts);
      if (!pr.empty()) {
        EXPECT_NEAR(pr[i].recall, at.recall, 1e-12);
        EXPECT_NEAR(pr[i].precision, at.precision, 1e-12);
        EXPECT_EQ(pr[i].threshold, risk[i].threshold);
        if (i > 0) {
          EXPECT_EQ(pr[i - 1].threshold, (static_cast<double>(scores[i - 1]) + static_cast<double>(scores[i])) / 2);
        }
        precision_sum += (at.recall - last_recall) * at.precision;
        last_recall = at.recall;
      }
      if (!roc.empty()) {
        EXPECT_EQ(roc[i + 1].threshold, risk[i].threshold);
        EXPECT_NEAR(roc[i + 1].true_positive_rate, at.recall, 1e-12);
        EXPECT_NEAR(roc[i + 1].false_positive_rate,
                    static_cast<double>(counts.fp) / static_cast<double>(ranked.negatives()), 1e-12);
      }
      const double wrong = static_cast<double>(counts.fp) / static_cast<double>(counts.predicted());
      EXPECT_NEAR(risk[i].risk, wrong, 1e-12);
      EXPECT_NEAR(risk[i].coverage, static_cast<double>(counts.predicted()) / static_cast<double>(s.scores.size()),
                  1e-12);
      risk_sum += static_cast<double>(counts.predicted() - covered) * wrong;
      covered = counts.predicted();
    }
    expect_same(ranked.average_precision(),
                ranked.positives() > 0 ? precision_sum : std::numeric_limits<double>::quiet_NaN());
    EXPECT_NEAR(ranked.area_under_risk(), risk_sum / static_cast<double>(s.scores.size()), 1e-12);
  }
}

TEST(RankedScores, EveryThresholdCanBeSet) {
  const std::vector<float> scores{0.25F, 0.5F, 0.5F, 0.75F};
  const std::vector<std::uint8_t> targets{0, 1, 1, 1};
  const RankedScores ranked(scores, targets);
  const auto pr = ranked.pr_curve();
  ASSERT_EQ(pr.size(), 3U);
  EXPECT_EQ(pr[1].threshold, 0.375) << "0.5 itself would lose the rows at it";
  EXPECT_EQ(pr[1].recall, 1);
  EXPECT_EQ(pr[2].threshold, 0.125);
  EXPECT_EQ(ranked.threshold_curve(4)[1].recall, 1.0 / 3) << "at 0.5, as a label is decided";
  const RankedScores with_zero(std::vector<float>{0, 1}, std::vector<std::uint8_t>{1, 1});
  EXPECT_LT(with_zero.pr_curve().back().threshold, 0);
}

TEST(RankedScores, TheOrderOfInputDoesNotMatter) {
  core::Random random(3);
  Sample s = random_sample(random);
  const RankedScores before(s.scores, s.targets);
  std::vector<std::size_t> order(s.scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  random.shuffle(std::span(order));
  Sample shuffled;
  for (const std::size_t i : order) {
    shuffled.scores.push_back(s.scores[i]);
    shuffled.targets.push_back(s.targets[i]);
  }
  const RankedScores after(shuffled.scores, shuffled.targets);
  expect_same(after.roc_auc(), before.roc_auc());
  expect_same(after.average_precision(), before.average_precision());
  EXPECT_EQ(after.area_under_risk(), before.area_under_risk());
}

TEST(RankedScores, EmptyAndOneClassInputs) {
  const RankedScores none(std::span<const float>(), {});
  EXPECT_TRUE(std::isnan(none.roc_auc()));
  EXPECT_TRUE(std::isnan(none.average_precision()));
  EXPECT_TRUE(std::isnan(none.area_under_risk()));
  EXPECT_TRUE(none.pr_curve().empty());
  EXPECT_TRUE(none.coverage_risk().empty());
  EXPECT_EQ(none.threshold_curve().size(), 99U);
  const std::vector<float> scores{0.2F, 0.9F};
  const std::vector<std::uint8_t> yes{1, 1};
  const RankedScores all(scores, yes);
  EXPECT_TRUE(std::isnan(all.roc_auc()));
  EXPECT_EQ(all.average_precision(), 1);
  EXPECT_EQ(all.area_under_risk(), 0);
  EXPECT_TRUE(all.roc_curve().empty());
}

TEST(RankedScores, NotANumberIsTheLowestScoreAndNeverAYes) {
  const std::vector<float> scores{0.5F, kNaN, 0.25F, kNaN};
  const std::vector<std::uint8_t> targets{1, 0, 0, 1};
  const RankedScores ranked(scores, targets);
  EXPECT_EQ(ranked.decide_at(-1000).predicted(), 2U);
  EXPECT_EQ(ranked.roc_auc(), (1 + 1 + 0 + 0.5) / 4);
}

TEST(RankedScores, NegativeZeroIsZero) {
  const std::vector<float> scores{0.0F, -0.0F};
  const std::vector<std::uint8_t> targets{1, 0};
  EXPECT_EQ(RankedScores(scores, targets).roc_auc(), 0.5);
}

TEST(RankedScores, ThinnedCurvesKeepTheirEndsAndTheirLimit) {
  core::Random random(11);
  Sample s;
  for (int i = 0; i < 20000; ++i) {
    s.targets.push_back(random.uniform() < 0.3 ? 1 : 0);
    s.scores.push_back(static_cast<float>(random.uniform() + (s.targets.back() != 0 ? 0.2 : 0.0)));
  }
  const RankedScores ranked(s.scores, s.targets);
  const auto full = ranked.pr_curve();
  EXPECT_GT(full.size(), 15000U);
  const auto pr = ranked.pr_curve(200);
  EXPECT_LE(pr.size(), 201U);
  EXPECT_GT(pr.size(), 150U);
  EXPECT_EQ(pr.front().threshold, full.front().threshold);
  EXPECT_EQ(pr.back().recall, 1);
  const auto roc = ranked.roc_curve(200);
  EXPECT_LE(roc.size(), 202U);
  EXPECT_EQ(roc.back().false_positive_rate, 1);
  EXPECT_EQ(roc.back().true_positive_rate, 1);
  const auto risk = ranked.coverage_risk(200);
  EXPECT_LE(risk.size(), 201U);
  EXPECT_EQ(risk.back().coverage, 1);
}

TEST(RankLabels, LeavesOutWhatCannotBeJudged) {
  // Label 0 separable, label 1 without a positive, label 2 reversed.
  const std::vector<float> scores{0.9F, 0.5F, 0.1F, 0.1F, 0.2F, 0.8F};
  const std::vector<std::uint8_t> targets{1, 0, 1, 0, 0, 0};
  const LabelRanking ranking = rank_labels(scores, targets, 3);
  EXPECT_EQ(ranking.roc_auc[0], 1);
  EXPECT_TRUE(std::isnan(ranking.roc_auc[1]));
  EXPECT_EQ(ranking.roc_auc[2], 0);
  EXPECT_EQ(ranking.roc_auc_macro, 0.5);
  EXPECT_EQ(ranking.average_precision_macro, 0.75);
  EXPECT_TRUE(std::isnan(rank_labels({}, {}, 2).roc_auc_macro));
}

TEST(RadixSort, SortsStablyByTheHighBits) {
  core::Random random(5);
  std::vector<std::uint64_t> values;
  for (std::uint64_t i = 0; i < 5000; ++i) values.push_back((random.below(300) * 0x01010101U) << 32U | i);
  auto expected = values;
  std::stable_sort(expected.begin(), expected.end(), [](auto a, auto b) { return a >> 32U < b >> 32U; });
  radix_sort(values);
  EXPECT_EQ(values, expected);
}

TEST(OrderKey, OrdersAsFloatsDo) {
  const std::vector<float> ascending{-std::numeric_limits<float>::infinity(), -3.0F, -1e-40F, 0.0F, 1e-40F, 0.5F, 7.0F,
                                     std::numeric_limits<float>::infinity()};
  for (std::size_t i = 1; i < ascending.size(); ++i) EXPECT_LT(order_key(ascending[i - 1]), order_key(ascending[i]));
  for (const float value : ascending) EXPECT_EQ(score_of_key(order_key(value)), value);
}

}  // namespace
}  // namespace emo::metrics
