// Predicted distributions against those of several annotators, who often disagree among themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace emo::metrics {

/// Streaming, in constant memory. Rows whose votes are all zero count nowhere.
class AnnotatorAgreement {
 public:
  /// One row: p [K] predicted probabilities, votes [K] not negative, of any sum (counts or shares): q = votes / sum;
  /// `answer` the label that was answered, not always the one with the largest p. Precondition: equal sizes, not empty;
  /// answer < K.
  void add(std::span<const float> p, std::span<const float> votes, std::size_t answer);
  void reset() { *this = {}; }

  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  /// Mean of KL(q || p) = sum_k q_k ln(q_k / p_k) in nats, p clipped as in probability.hpp. 0 on empty input.
  [[nodiscard]] double kl_divergence() const;
  /// Mean of q at the answer: the chance that an annotator drawn at random would agree. 0 on empty input.
  [[nodiscard]] double soft_accuracy() const;
  /// Mean of max_k q_k: what soft_accuracy could be at best. 0 on empty input.
  [[nodiscard]] double soft_accuracy_ceiling() const;
  /// Mean entropy of q in nats: the log loss against the annotators' distributions that no model can go below, and what
  /// is left of that log loss without kl_divergence(). 0 on empty input.
  [[nodiscard]] double entropy() const;

 private:
  std::uint64_t rows_ = 0;
  double kl_ = 0, agreed_ = 0, best_ = 0, entropy_ = 0;
};

}  // namespace emo::metrics
