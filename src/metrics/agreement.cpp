// Agreement of a model with annotator distributions, one pass and constant memory. Agreement of two labellings (kappa)
// is in confusion.cpp; whose votes count for which class is eval/annotators'.
#include "metrics/agreement.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"
#include "metrics/probability.hpp"

namespace emo::metrics {

void AnnotatorAgreement::add(std::span<const float> p, std::span<const float> votes, std::size_t answer) {
  EMO_ASSERT(!p.empty() && p.size() == votes.size() && answer < p.size());
  double mass = 0;
  for (const float vote : votes) mass += static_cast<double>(vote);
  if (!(mass > 0)) return;
  double kl = 0, entropy = 0;
  for (std::size_t k = 0; k < p.size(); ++k) {
    const double q = static_cast<double>(votes[k]) / mass;
    const double clipped = std::clamp(static_cast<double>(p[k]), kProbabilityFloor, 1 - kProbabilityFloor);
    if (q > 0) {
      kl += q * std::log(q / clipped);
      entropy -= q * std::log(q);
    }
  }
  ++rows_;
  kl_ += kl;
  entropy_ += entropy;
  agreed_ += static_cast<double>(votes[answer]) / mass;
  best_ += static_cast<double>(*std::max_element(votes.begin(), votes.end())) / mass;
}

double AnnotatorAgreement::kl_divergence() const {
  return rows_ == 0 ? 0.0 : kl_ / static_cast<double>(rows_);
}
double AnnotatorAgreement::soft_accuracy() const {
  return rows_ == 0 ? 0.0 : agreed_ / static_cast<double>(rows_);
}
double AnnotatorAgreement::soft_accuracy_ceiling() const {
  return rows_ == 0 ? 0.0 : best_ / static_cast<double>(rows_);
}
double AnnotatorAgreement::entropy() const {
  return rows_ == 0 ? 0.0 : entropy_ / static_cast<double>(rows_);
}

}  // namespace emo::metrics
