// Metrics of label sets, accumulated row by row. Turning probabilities into sets (thresholds, argmax) is the
// caller's business.
#include "metrics/multilabel.hpp"

#include "core/assert.hpp"

namespace emo::metrics {

MultiLabelCounts::MultiLabelCounts(std::size_t labels) : counts_(labels) {
  EMO_ASSERT(labels > 0);
}

void MultiLabelCounts::add(std::span<const std::uint8_t> gold, std::span<const std::uint8_t> predicted) {
  EMO_ASSERT(gold.size() == counts_.size() && predicted.size() == counts_.size());
  std::uint64_t both = 0;
  std::uint64_t only_one = 0;
  for (std::size_t k = 0; k < counts_.size(); ++k) {
    const bool in_gold = gold[k] != 0;
    const bool in_predicted = predicted[k] != 0;
    if (in_gold && in_predicted) {
      ++counts_[k].tp;
      ++both;
    } else if (in_predicted) {
      ++counts_[k].fp;
      ++only_one;
    } else if (in_gold) {
      ++counts_[k].fn;
      ++only_one;
    }
  }
  ++rows_;
  wrong_decisions_ += only_one;
  if (only_one == 0) ++exact_;
  if (both > 0) {
    ++any_;
    f1_sum_ += 2.0 * static_cast<double>(both) / static_cast<double>(2 * both + only_one);
    jaccard_sum_ += static_cast<double>(both) / static_cast<double>(both + only_one);
  }
}

double MultiLabelCounts::sample_f1() const {
  return rows_ == 0 ? 0.0 : f1_sum_ / static_cast<double>(rows_);
}

double MultiLabelCounts::jaccard() const {
  return rows_ == 0 ? 0.0 : jaccard_sum_ / static_cast<double>(rows_);
}

double MultiLabelCounts::exact_match() const {
  return rows_ == 0 ? 0.0 : static_cast<double>(exact_) / static_cast<double>(rows_);
}

double MultiLabelCounts::hamming_loss() const {
  const double decisions = static_cast<double>(rows_) * static_cast<double>(counts_.size());
  return rows_ == 0 ? 0.0 : static_cast<double>(wrong_decisions_) / decisions;
}

double MultiLabelCounts::any_match() const {
  return rows_ == 0 ? 0.0 : static_cast<double>(any_) / static_cast<double>(rows_);
}

}  // namespace emo::metrics
