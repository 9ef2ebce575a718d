// Orders, points and areas of the deletion and insertion curves. Runs no model and knows no parts: text_explanation.cpp
// and occlusion_map.cpp make the variants and ask for their scores.
#include "pipeline/faithfulness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/assert.hpp"
#include "core/number_words.hpp"
#include "core/random.hpp"

namespace emo::pipeline {
namespace {

/// Shares of the parts, in the lower half of a curve; the upper half mirrors them.
constexpr std::array<double, 2> kEvenShares{0.2, 0.4}, kCheapShares{0.0, 1.0 / 3.0};
constexpr double kVerdictMargin = 0.02;

std::vector<std::size_t> curve_points(std::size_t n, CurvePoints where) {
  std::vector<std::size_t> points;
  for (const double share : where == CurvePoints::kEven ? kEvenShares : kCheapShares) {
    const auto k = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(share * static_cast<double>(n))));
    points.push_back(k);
    points.push_back(std::max<std::size_t>(1, n - k));
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace

std::string_view judge(const Faithfulness& faithfulness) {
  const bool both = faithfulness.deletion < faithfulness.random && faithfulness.insertion > faithfulness.random;
  if (both && faithfulness.gain >= kVerdictMargin) return "supported";
  const bool neither = faithfulness.deletion > faithfulness.random && faithfulness.insertion < faithfulness.random;
  return neither && faithfulness.gain <= -kVerdictMargin ? "contradicted" : "weak";
}

std::string describe(const Faithfulness& faithfulness, std::string_view parts) {
  const std::string name(parts);
  std::string out =
      "Taking " + name + " out heaviest first leaves the score at " + core::formatted("%.2f", faithfulness.deletion) +
      " on average, putting them in heaviest first gives " + core::formatted("%.2f", faithfulness.insertion) +
      ", a random order " + core::formatted("%.2f", faithfulness.random) + " (" +
      core::counted(static_cast<std::uint64_t>(faithfulness.random_orders), "order", "orders") + "): ";
  if (faithfulness.verdict == "supported") return out + "these " + name + " do carry the answer.";
  if (faithfulness.verdict == "contradicted") return out + "worse than chance, do not believe these weights.";
  return out + "hardly better than chance, so read these weights with doubt.";
}

FaithfulnessTest::FaithfulnessTest(std::span<const double> weights, int random_orders, std::uint64_t seed,
                                   CurvePoints points)
    : parts_(weights.size()),
      points_(curve_points(weights.size(), points)),
      random_orders_(random_orders),
      seed_(seed) {
  EMO_ASSERT(weights.size() > 1 && random_orders >= 1);
  std::vector<std::size_t> order(parts_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto plan = [&](const std::vector<std::size_t>& parts) {
    for (const std::size_t k : points_) {
      removals_.emplace_back(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(k));
    }
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  plan(order);
  plan(std::vector<std::size_t>(order.rbegin(), order.rend()));
  core::Random random(seed);
  // From the parts as they stand: begun with the order by weight, last digits of weights would decide.
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int i = 0; i < random_orders; ++i) {
    // Every second order is the one before it backwards: what comes late in one comes early in the other, so that the
    // mean over both varies less than over two independent ones (antithetic variates, Hammersley & Morton 1956).
    if (i % 2 == 1) {
      std::reverse(order.begin(), order.end());
    } else {
      random.shuffle(std::span(order));
    }
    plan(order);
  }
}

double FaithfulnessTest::area(double whole, std::span<const double> scores) const {
  double sum = 0;
  double at = 0;
  double before = whole;
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const double share = static_cast<double>(points_[i]) / static_cast<double>(parts_);
    sum += (share - at) * (before + scores[i]) / 2;
    at = share;
    before = scores[i];
  }
  return sum / at;
}

Faithfulness FaithfulnessTest::read(double whole, std::span<const double> scores) const {
  EMO_ASSERT(scores.size() == removals_.size());
  const std::size_t width = points_.size();
  Faithfulness out;
  out.random_orders = random_orders_;
  out.seed = seed_;
  out.deletion = area(whole, scores.first(width));
  out.insertion = area(whole, scores.subspan(width, width));
  std::vector<double> chance;
  for (std::size_t begin = 2 * width; begin < scores.size(); begin += width) {
    chance.push_back(area(whole, scores.subspan(begin, width)));
  }
  out.random = std::accumulate(chance.begin(), chance.end(), 0.0) / static_cast<double>(chance.size());
  double squares = 0;
  for (const double value : chance) squares += (value - out.random) * (value - out.random);
  if (chance.size() > 1) out.random_spread = std::sqrt(squares / static_cast<double>(chance.size() - 1));
  out.gain = ((out.random - out.deletion) + (out.insertion - out.random)) / 2;
  out.verdict = judge(out);
  return out;
}

}  // namespace emo::pipeline
