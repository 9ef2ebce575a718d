#include "linear/dense.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace emo::linear {
namespace {

TEST(Dense, LearnsSeparatedClassesAndRepeats) {
  constexpr std::uint64_t kSeed = 8;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  constexpr std::size_t kFeatures = 11, kClasses = 3, kRows = 600;
  std::vector<float> x;
  std::vector<std::int32_t> labels;
  for (std::size_t i = 0; i < kRows; ++i) {
    const auto k = static_cast<std::size_t>(random.below(kClasses));
    for (std::size_t d = 0; d < kFeatures; ++d) {
      x.push_back(static_cast<float>(0.2 * random.normal() + (d % kClasses == k ? 0.5 : 0.0)));
    }
    labels.push_back(i % 10 == 0 ? -1 : static_cast<std::int32_t>(k));
  }
  const DenseModel model = train_dense(x, labels, kFeatures, kClasses);
  std::vector<float> p(kClasses);
  int right = 0, counted = 0;
  for (std::size_t i = 0; i < kRows; ++i) {
    model.predict(std::span(x).subspan(i * kFeatures, kFeatures), p);
    float sum = 0;
    for (const float value : p) sum += value;
    ASSERT_NEAR(sum, 1, 1e-5);
    if (labels[i] < 0) continue;
    ++counted;
    right += std::max_element(p.begin(), p.end()) - p.begin() == labels[i] ? 1 : 0;
  }
  EXPECT_GT(right, counted * 9 / 10);
  EXPECT_EQ(train_dense(x, labels, kFeatures, kClasses).weights, model.weights);
}

TEST(Dense, NoRowsIsUniform) {
  const DenseModel model = train_dense({}, {}, 2, 4);
  std::vector<float> p(4);
  model.predict(std::vector<float>{1, 2}, p);
  for (const float value : p) EXPECT_FLOAT_EQ(value, 0.25F);
}

}  // namespace
}  // namespace emo::linear
