// With H = X^T X = U^T U and errors e = w - q of a row, ||X e||^2 = ||U e||^2, and component k of U e holds errors of
// the inputs from k on only. So the inputs are rounded from the last to the first: input k, whose predecessors in this
// order are fixed, is aimed at w_k + sum_{j > k} e_j U_kj / U_kk, which would make component k zero.
// Runs at export only: plain code.
#include "models/quantize_matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/assert.hpp"
#include "models/quantize_row.hpp"
#include "nn/octet_limit.hpp"

namespace emo::models {
namespace {

// Of the mean moment, added to each input's own: few texts leave directions in which they say nothing, and errors must
// not be moved there without limit.
constexpr double kDamping = 0.01;

/// The inputs in the order in which they lie in the working arrays, which are worked through from the end. Octets stay
/// together, so it is an order of blocks: the one with the largest inputs is rounded first, while all others can still
/// make up for it. A block cut short stays at the end.
std::vector<std::size_t> order_of(const InputMoments& moments) {
  struct Block {
    double power = 0;
    std::size_t first = 0;
  };
  const std::size_t n = moments.inputs();
  std::vector<Block> blocks(n / nn::kOctetBlock);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    blocks[b].first = b * nn::kOctetBlock;
    for (std::size_t i = 0; i < nn::kOctetBlock; ++i) {
      const std::size_t k = blocks[b].first + i;
      blocks[b].power += double{moments.row(k)[k]};
    }
  }
  std::stable_sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.power < b.power; });
  std::vector<std::size_t> order;
  order.reserve(n);
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i < nn::kOctetBlock; ++i) order.push_back(block.first + i);
  }
  while (order.size() < n) order.push_back(order.size());
  return order;
}

// Row k: U_kj / U_kk for j > k, k and j counted in `order`. [inputs, inputs], zero elsewhere.
std::vector<float> couplings(const InputMoments& moments, std::span<const std::size_t> order) {
  const std::size_t n = moments.inputs();
  std::vector<double> h(n * n);
  double trace = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = moments.row(order[i]);
    for (std::size_t j = 0; j < n; ++j) h[i * n + j] = double{row[order[j]]};
    trace += h[i * n + i];
  }
  const double damping = trace > 0 ? kDamping * trace / static_cast<double>(n) : 1.0;
  for (std::size_t i = 0; i < n; ++i) h[i * n + i] += damping;
  // Cholesky's decomposition in place, row by row of U.
  std::vector<float> out(n * n);
  for (std::size_t k = 0; k < n; ++k) {
    double* row = h.data() + k * n;
    const double pivot = std::sqrt(std::max(row[k], damping * 1e-3));
    for (std::size_t j = k; j < n; ++j) row[j] /= pivot;
    for (std::size_t i = k + 1; i < n; ++i) {
      double* below = h.data() + i * n;
      const double factor = row[i];
      for (std::size_t j = i; j < n; ++j) below[j] -= factor * row[j];
    }
    for (std::size_t j = k + 1; j < n; ++j) out[k * n + j] = static_cast<float>(row[j] / pivot);
  }
  return out;
}

/// What is left of kMaxOctet for each octet of a block and each sign.
class OctetBudget {
 public:
  /// Reserves for every input of the block what `plan` gives it; plan obeys the limit.
  explicit OctetBudget(std::span<const std::int8_t> plan) : plan_(plan) {
    for (auto& octet : left_) octet.fill(nn::kMaxOctet);
    for (std::size_t i = 0; i < plan.size(); ++i) spend(i, plan[i], 1);
  }
  /// The code nearest to `target` that input `i` may have; its reservation is replaced by it.
  std::int8_t take(std::size_t i, float target) {
    spend(i, plan_[i], -1);
    const auto& left = left_[nn::octet_of(i)];
    const float code = std::nearbyint(
        std::clamp(target, static_cast<float>(-std::min(127, left[1])), static_cast<float>(std::min(127, left[0]))));
    spend(i, static_cast<int>(code), 1);
    return static_cast<std::int8_t>(code);
  }

 private:
  void spend(std::size_t i, int code, int times) { left_[nn::octet_of(i)][code > 0 ? 0 : 1] -= times * std::abs(code); }

  std::span<const std::int8_t> plan_;
  std::array<std::array<int, 2>, 2> left_{};  ///< [octet][positive, negative]
};

/// Rounds one row, in the working order.
class RowRounding {
 public:
  RowRounding(std::span<const float> row, std::span<const float> couplings, float scale, std::span<std::int8_t> codes)
      : row_(row), couplings_(couplings), scale_(scale), codes_(codes), errors_(row.size()) {}

  void run() {
    const std::size_t blocks = (row_.size() + nn::kOctetBlock - 1) / nn::kOctetBlock;
    for (std::size_t block = blocks; block-- > 0;) round_block(block * nn::kOctetBlock);
  }

 private:
  // Where input `k` should be, given the errors of the inputs from `from` on.
  [[nodiscard]] float made_up(std::size_t k, std::size_t from, std::size_t to) const {
    const float* u = couplings_.data() + k * row_.size();
    // Four sums, so that the compiler may use vectors and the order is still fixed.
    std::array<float, 4> sums{};
    std::size_t j = from;
    for (; j + 4 <= to; j += 4) {
      for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += errors_[j + lane] * u[j + lane];
    }
    for (; j < to; ++j) sums[0] += errors_[j] * u[j];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  // The plan for the block ignores how its inputs make up for each other; it says how its octets share their limit.
  void round_block(std::size_t first) {
    const std::size_t end = std::min(row_.size(), first + nn::kOctetBlock);
    std::array<float, nn::kOctetBlock> targets{};
    for (std::size_t k = first; k < end; ++k) targets[k - first] = row_[k] + made_up(k, end, row_.size());
    std::array<std::int8_t, nn::kOctetBlock> plan{};
    const std::span<std::int8_t> planned(plan.data(), end - first);
    round_within_octets(std::span<const float>(targets.data(), end - first), scale_, planned);
    OctetBudget budget(planned);
    for (std::size_t k = end; k-- > first;) {
      const float target = targets[k - first] + made_up(k, k + 1, end);
      codes_[k] = budget.take(k - first, target / scale_);
      errors_[k] = row_[k] - scale_ * static_cast<float>(codes_[k]);
    }
  }

  std::span<const float> row_, couplings_;
  float scale_;
  std::span<std::int8_t> codes_;
  std::vector<float> errors_;
};

}  // namespace

void quantize_matrix_within_octets(std::span<const float> weight, const InputMoments& moments,
                                   std::span<std::int8_t> codes, std::span<float> scales) {
  const std::size_t inputs = moments.inputs();
  EMO_ASSERT(weight.size() == scales.size() * inputs && codes.size() == weight.size());
  const std::vector<std::size_t> order = order_of(moments);
  const std::vector<float> factors = couplings(moments, order);
  std::vector<float> ordered(inputs);
  std::vector<std::int8_t> ordered_codes(inputs);
  for (std::size_t r = 0; r < scales.size(); ++r) {
    const auto row = weight.subspan(r * inputs, inputs);
    const auto row_codes = codes.subspan(r * inputs, inputs);
    scales[r] = quantize_row_within_octets(row, row_codes);
    for (std::size_t k = 0; k < inputs; ++k) ordered[k] = row[order[k]];
    RowRounding(ordered, factors, scales[r], ordered_codes).run();
    for (std::size_t k = 0; k < inputs; ++k) row_codes[order[k]] = ordered_codes[k];
  }
}

}  // namespace emo::models
