// Rows of a head that says more than it knows, with gold drawn from what it should have said.
#pragma once

#include <cmath>
#include <vector>

#include "core/random.hpp"
#include "eval/head_rows.hpp"

namespace emo::eval {

inline io::HeadManifest head(core::HeadActivation activation) {
  io::HeadManifest head;
  head.name = "h";
  head.labels = {"a", "b", "c"};
  head.activation = activation;
  return head;
}

/// Rows of an over-confident model: labels drawn from softmax(z) (or sigmoid), probabilities given as of 2.5 z.
inline HeadRows overconfident(core::HeadActivation activation, std::size_t n, std::uint64_t seed) {
  core::Random random(seed);
  const std::size_t labels = head(activation).labels.size();
  HeadRows rows{labels, {}, {}};
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double> z(labels), honest(labels), shown(labels);
    double honest_sum = 0, shown_sum = 0;
    for (std::size_t k = 0; k < labels; ++k) {
      z[k] = 1.3 * random.normal() - (k == 2 ? 0.7 : 0.0);
      honest_sum += honest[k] = std::exp(z[k]);
      shown_sum += shown[k] = std::exp(2.5 * z[k]);
    }
    if (activation == core::HeadActivation::kSoftmax) {
      double u = random.uniform() * honest_sum;
      std::size_t drawn = 0;
      while (drawn + 1 < labels && u >= honest[drawn]) u -= honest[drawn++];
      for (std::size_t k = 0; k < labels; ++k) {
        rows.probabilities.push_back(static_cast<float>(shown[k] / shown_sum));
        rows.gold.push_back(k == drawn ? 1 : 0);
      }
      continue;
    }
    for (std::size_t k = 0; k < labels; ++k) {
      rows.probabilities.push_back(static_cast<float>(1 / (1 + std::exp(-2.5 * z[k]))));
      rows.gold.push_back(random.uniform() < 1 / (1 + std::exp(-z[k])) ? 1 : 0);
    }
  }
  return rows;
}

}  // namespace emo::eval
