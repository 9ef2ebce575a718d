// Split-conformal label sets: thresholds from calibration rows, and the check of their coverage on others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::metrics {

/// The largest q such that a new, exchangeable score is at least q with probability `coverage` or more: the
/// floor((1 - coverage)(n + 1))-th smallest score; 0 when that rank is 0 (too few scores to exclude anything).
/// Scores in 0..1, any order. Source: Vovk et al. 2005; Lei et al. 2018, "Distribution-free predictive inference".
double conformal_threshold(std::vector<float> scores, double coverage);

/// Thresholds of the sets {k: p_k >= q_k} (least ambiguous sets, Sadinle et al. 2019). `gold` is 0/1 [n, labels] with
/// any number of labels a row; rows without one are left out.
/// Marginal: one q for all; a row's score is the least probability of its gold labels, so that with probability
/// `coverage` the set holds all of them. Class-conditional (Mondrian): q_k from the rows whose gold holds k; of such
/// rows a share of `coverage` have k in the set, for every k. A label with too few rows gets 0: always in the set.
/// Shapes: row-major [n, labels] each.
std::vector<double> conformal_thresholds(std::span<const float> probabilities, std::span<const std::uint8_t> gold,
                                         std::size_t labels, double coverage, bool class_conditional);

/// What sets do on rows that played no part in their making. The best label is always in the set.
struct ConformalCheck {
  std::uint64_t rows = 0, covered = 0;                   ///< covered: all gold labels in the set
  double mean_size = 0;                                  ///< labels per set
  std::uint64_t single = 0;                              ///< sets of exactly one label
  std::vector<std::uint64_t> label_rows, label_covered;  ///< per label: rows with it, and with it in the set
};
ConformalCheck check_conformal(std::span<const float> probabilities, std::span<const std::uint8_t> gold,
                               std::size_t labels, std::span<const double> thresholds);

}  // namespace emo::metrics
