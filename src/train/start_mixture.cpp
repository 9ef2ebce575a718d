// The choice among mixtures. What a network's weights are and how it is judged is the caller's: faces mix folded
// convolutions, texts plain matrices.
#include "train/start_mixture.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "core/number_words.hpp"

namespace emo::train {
namespace {

std::string words(double share, double loss, const std::vector<double>& shares, double first_loss) {
  std::string out =
      core::formatted("%.0f %% of the start's weights and %.0f %% of the trained ones", 100 * share, 100 * (1 - share));
  if (shares.size() == 1) return out;
  out += core::formatted(": of %zu shares the best on the development rows, loss after calibration %.4f", shares.size(),
                         loss);
  if (share == shares.front()) return out;
  return out + core::formatted(" (%.4f with %.0f %% of the start's)", first_loss, 100 * shares.front());
}

}  // namespace

TensorValues mixed(const TensorValues& start, const TensorValues& trained, double share) {
  TensorValues out = trained;
  for (auto& [name, values] : out) {
    const auto before = start.find(name);
    if (before == start.end()) continue;
    EMO_ASSERT(before->second.size() == values.size());
    std::transform(values.begin(), values.end(), before->second.begin(), values.begin(), [&](float after, float first) {
      return static_cast<float>(share * static_cast<double>(first) + (1 - share) * static_cast<double>(after));
    });
  }
  return out;
}

Result<std::string> mix_with_start(const std::vector<double>& shares, const TensorValues& start,
                                   const TensorValues& trained, const MixtureTrial& network) {
  EMO_ASSERT(!shares.empty());
  double best = shares.front(), best_loss = 0, first_loss = 0;
  for (std::size_t i = 0; i < shares.size() && shares.size() > 1; ++i) {
    EMO_TRY(network.put(mixed(start, trained, shares[i])));
    const double loss = network.dev_loss();
    if (i == 0) first_loss = loss;
    if (i > 0 && loss >= best_loss) continue;
    best = shares[i];
    best_loss = loss;
  }
  EMO_TRY(network.put(mixed(start, trained, best)));
  return words(best, best_loss, shares, first_loss);
}

}  // namespace emo::train
