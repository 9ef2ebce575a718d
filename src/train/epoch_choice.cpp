// The rule of one standard error (Breiman et al. 1984, section 3.4.3), on paired losses.
#include "train/epoch_choice.hpp"

#include <cmath>
#include <cstddef>

namespace emo::train {

bool as_good_within_error(std::span<const double> later, std::span<const double> best) {
  if (later.empty() || later.size() != best.size()) return false;
  const auto n = static_cast<double>(later.size());
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < later.size(); ++i) mean += (later[i] - best[i]) / n;
  for (std::size_t i = 0; i < later.size(); ++i) squares += std::pow(later[i] - best[i] - mean, 2);
  const double error = n > 1 ? std::sqrt(squares / (n - 1) / n) : 0.0;
  return mean <= error;
}

}  // namespace emo::train
