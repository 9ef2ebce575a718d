// Whether an account of an answer can be believed: deletion and insertion curves against chance. Of texts and of faces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emo::pipeline {

/// Deletion and insertion test (Petsiuk et al. 2018, "RISE"; Samek et al. 2017). `deletion`: mean probability of the
/// class while parts are taken out, heaviest first; `insertion`: while they are put in, heaviest first, which is the
/// same as taking them out lightest first. Both as area under the curve over the share of parts, divided by the share
/// covered (0..1); the end with everything taken out is left out, because a model's answer to nothing means nothing.
/// `random`: the same area for random orders, in pairs of an order and its reverse (in or out is one and the same for
/// them). A good account deletes faster than chance (lower) and inserts faster (higher).
struct Faithfulness {
  double deletion = 0, insertion = 0;
  double random = 0;         ///< mean over the random orders
  double random_spread = 0;  ///< their sample standard deviation; 0 for one order
  double gain = 0;           ///< ((random - deletion) + (insertion - random)) / 2
  int random_orders = 0;
  std::uint64_t seed = 0;
  std::string_view verdict;  ///< "supported", "weak" or "contradicted": see judge()
};

/// "supported": better than random on both curves and by at least 0.02 on average; "contradicted": worse by as much;
/// "weak": neither, for instance because the probability hardly depends on the parts.
std::string_view judge(const Faithfulness& faithfulness);

/// One sentence on what the faithfulness figures mean, for readers who do not know them. `parts`: what was taken out.
std::string describe(const Faithfulness& faithfulness, std::string_view parts = "words");

/// Where a curve is looked at between its ends. `kEven`: at 20, 40, 60 and 80 % of the parts. `kCheap`: at one part, a
/// third, two thirds, and all but one, for parts whose removal makes a variant shorter: the first is known from the
/// weights, the last are next to nothing to run, so half of the work of kEven is left.
enum class CurvePoints : std::uint8_t { kEven, kCheap };

/// One test: says which variants to run, then reads the curves from their answers.
class FaithfulnessTest {
 public:
  /// `weights`: one per part, at least two; `random_orders` >= 1. Deterministic in (weights, random_orders, seed).
  FaithfulnessTest(std::span<const double> weights, int random_orders, std::uint64_t seed,
                   CurvePoints points = CurvePoints::kEven);

  /// The parts to take out, one list per variant.
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& removals() const { return removals_; }

  /// `whole`: the class's probability with all parts; `scores[i]`: with removals()[i] taken out.
  [[nodiscard]] Faithfulness read(double whole, std::span<const double> scores) const;

 private:
  /// Area under one order's curve.
  [[nodiscard]] double area(double whole, std::span<const double> scores) const;

  std::size_t parts_;
  std::vector<std::size_t> points_;  ///< numbers of parts taken out, ascending
  int random_orders_;
  std::uint64_t seed_;
  std::vector<std::vector<std::size_t>> removals_;
};

}  // namespace emo::pipeline
