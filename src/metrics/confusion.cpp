// Confusion matrix: adding, merging and what follows from the counts. No label names here: the caller
// knows which row is which class.
#include "metrics/confusion.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/assert.hpp"
#include "core/largest.hpp"

namespace emo::metrics {

ConfusionMatrix::ConfusionMatrix(std::size_t classes) : classes_(classes), counts_(classes * classes, 0) {
  EMO_ASSERT(classes > 0);
}

void ConfusionMatrix::add(std::size_t gold, std::size_t predicted, std::uint64_t count) {
  EMO_ASSERT(gold < classes_ && predicted < classes_);
  counts_[gold * classes_ + predicted] += count;
  total_ += count;
}

std::size_t ConfusionMatrix::add_best(std::size_t gold, std::span<const float> scores) {
  EMO_ASSERT(scores.size() == classes_);
  const auto best = core::index_of_largest(scores);
  add(gold, best);
  return best;
}

std::vector<ClassCounts> ConfusionMatrix::class_counts() const {
  std::vector<ClassCounts> result(classes_);
  for (std::size_t gold = 0; gold < classes_; ++gold) {
    for (std::size_t predicted = 0; predicted < classes_; ++predicted) {
      const std::uint64_t count = at(gold, predicted);
      if (gold == predicted) {
        result[gold].tp += count;
      } else {
        result[gold].fn += count;
        result[predicted].fp += count;
      }
    }
  }
  return result;
}

double ConfusionMatrix::accuracy() const {
  if (total_ == 0) return 0.0;
  std::uint64_t right = 0;
  for (std::size_t k = 0; k < classes_; ++k) right += at(k, k);
  return static_cast<double>(right) / static_cast<double>(total_);
}

double ConfusionMatrix::balanced_accuracy() const {
  return macro_recall(class_counts(), MacroOver::kPresent);
}

std::vector<ConfusionMatrix::Pair> ConfusionMatrix::top_confusions(std::size_t most) const {
  const std::vector<ClassCounts> counts = class_counts();
  std::vector<Pair> pairs;
  for (std::size_t gold = 0; gold < classes_; ++gold) {
    for (std::size_t predicted = 0; predicted < classes_; ++predicted) {
      const std::uint64_t count = at(gold, predicted);
      if (gold == predicted || count == 0) continue;
      pairs.push_back(
          {gold, predicted, count, static_cast<double>(count) / static_cast<double>(counts[gold].support())});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tuple(b.count, b.rate, a.gold, a.predicted) < std::tuple(a.count, a.rate, b.gold, b.predicted);
  });
  if (pairs.size() > most) pairs.resize(most);
  return pairs;
}

double ConfusionMatrix::cohen_kappa() const {
  const double n = static_cast<double>(total_);
  double chance = 0;
  for (const ClassCounts& c : class_counts()) {
    chance += static_cast<double>(c.support()) / n * (static_cast<double>(c.predicted()) / n);
  }
  if (total_ == 0 || chance >= 1.0) return std::numeric_limits<double>::quiet_NaN();
  return (accuracy() - chance) / (1.0 - chance);
}

}  // namespace emo::metrics
