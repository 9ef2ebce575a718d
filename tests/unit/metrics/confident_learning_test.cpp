#include "metrics/confident_learning.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace emo::metrics {
namespace {

TEST(ConfidentLearning, FindsPlantedErrors) {
  constexpr std::uint64_t kSeed = 9;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  constexpr std::size_t kClasses = 4, kRows = 4000;
  std::vector<float> probabilities;
  std::vector<std::int32_t> labels;
  std::vector<std::int32_t> truth;
  for (std::size_t row = 0; row < kRows; ++row) {
    const auto real = static_cast<std::size_t>(random.below(kClasses));
    std::vector<double> e(kClasses);
    double sum = 0;
    for (std::size_t k = 0; k < kClasses; ++k) sum += e[k] = std::exp(random.normal() + (k == real ? 3.0 : 0.0));
    for (const double value : e) probabilities.push_back(static_cast<float>(value / sum));
    truth.push_back(static_cast<std::int32_t>(real));
    const bool planted = random.uniform() < 0.1;
    labels.push_back(planted ? static_cast<std::int32_t>((real + 1 + random.below(kClasses - 1)) % kClasses)
                             : static_cast<std::int32_t>(real));
  }
  const LabelIssues found = find_label_issues(probabilities, labels, kClasses);
  double hits = 0, planted = 0, right = 0;
  for (std::size_t row = 0; row < kRows; ++row) planted += labels[row] != truth[row] ? 1 : 0;
  double last = 1;
  for (const auto& issue : found.issues) {
    EXPECT_EQ(static_cast<std::int32_t>(issue.given), labels[issue.row]);
    EXPECT_LE(issue.margin, last);
    last = issue.margin;
    if (labels[issue.row] == truth[issue.row]) continue;
    ++hits;
    right += static_cast<std::int32_t>(issue.suggested) == truth[issue.row] ? 1 : 0;
  }
  EXPECT_GE(hits / planted, 0.7);
  EXPECT_GE(hits / static_cast<double>(found.issues.size()), 0.7);
  EXPECT_GE(right / hits, 0.9) << "the suggestion is the true class";
  EXPECT_NEAR(found.noise_rate, 0.1, 0.05);
}

TEST(ConfidentLearning, NothingToSayIsNothingSaid) {
  EXPECT_TRUE(find_label_issues({}, {}, 3).issues.empty());
  // A perfect model on clean labels; a class without rows; a row left out; a NaN.
  const std::vector<float> probabilities{0.9F, 0.1F, 0, 0.1F, 0.9F, 0, 0, 0, 1, NAN, 0.8F, 0.2F};
  const std::vector<std::int32_t> labels{0, 1, -1, 1};
  const auto found = find_label_issues(probabilities, labels, 3);
  EXPECT_TRUE(found.issues.empty());
  EXPECT_EQ(found.noise_rate, 0);
}

TEST(ConfidentLearning, OfEqualsTheGivenLabelIsRight) {
  // Two labels that the model has one class for: their columns are the same.
  std::vector<float> probabilities;
  std::vector<std::int32_t> labels;
  for (int i = 0; i < 9; ++i) {
    const bool happy = i < 6;
    const float p = (happy ? 0.9F : 0.1F) - 0.01F * static_cast<float>(i % 3);
    probabilities.insert(probabilities.end(), {p, p, 1 - p});
    labels.push_back(i < 3 ? 0 : (i < 6 ? 1 : 2));
  }
  const auto found = find_label_issues(probabilities, labels, 3);
  EXPECT_TRUE(found.issues.empty());
  EXPECT_EQ(found.noise_rate, 0);
}

}  // namespace
}  // namespace emo::metrics
