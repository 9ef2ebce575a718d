// Occlusion of pictures, cell by cell, and the map drawn over them. Knows no model and no faces: what a picture scores
// is asked of the caller, and which part of it is a face is face_explanation.cpp's.
#include "pipeline/occlusion_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "core/assert.hpp"
#include "pipeline/log_odds.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

constexpr int kLargestGrid = 32;
/// What is left of a covered picture: so many pixels a side, spread out again.
constexpr int kBlurredSide = 3;
constexpr double kStrongestTint = 0.65;  ///< share of the colour where the weight is largest

class Grid {
 public:
  Grid(const vision::Image& picture, int cells)
      : blurred_(vision::resize(vision::resize(picture, kBlurredSide, kBlurredSide), picture.width, picture.height)),
        cells_(cells) {}

  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(cells_) * static_cast<std::size_t>(cells_);
  }

  /// The picture with `cell` and `around` of its neighbours' width covered.
  void cover(vision::Image& image, std::size_t cell, double around) const {
    const int index = static_cast<int>(cell);
    const int row = index / cells_;
    const int column = index % cells_;
    const auto pixel = [&](double position, int extent) {
      const double share = std::clamp(position / static_cast<double>(cells_), 0.0, 1.0);
      return static_cast<int>(std::lround(share * static_cast<double>(extent)));
    };
    const int x0 = pixel(column - around, image.width);
    const int x1 = pixel(column + 1 + around, image.width);
    const int y0 = pixel(row - around, image.height);
    const int y1 = pixel(row + 1 + around, image.height);
    const auto begin = static_cast<std::ptrdiff_t>(x0) * image.channels;
    const auto end = static_cast<std::ptrdiff_t>(x1) * image.channels;
    for (int y = y0; y < y1; ++y) std::copy(blurred_.row(y) + begin, blurred_.row(y) + end, image.row(y) + begin);
  }

 private:
  vision::Image blurred_;
  int cells_;
};

Result<std::vector<double>> ask(const PictureScorer& scorer, const std::vector<vision::Image>& pictures) {
  EMO_ASSIGN(auto scores, scorer(pictures));
  EMO_ASSERT(scores.size() == pictures.size());
  return scores;
}

/// The pixel with red (weight 1) or blue (-1) mixed in by the weight's size.
std::array<double, 3> tinted(std::array<double, 3> pixel, double weight) {
  constexpr std::array<double, 3> kFor{225, 45, 20};
  constexpr std::array<double, 3> kAgainst{20, 80, 225};
  const double share = kStrongestTint * std::min(1.0, std::abs(weight));
  const auto& colour = weight > 0 ? kFor : kAgainst;
  for (std::size_t c = 0; c < 3; ++c) pixel.at(c) += share * (colour.at(c) - pixel.at(c));
  return pixel;
}

/// The weight at a place between cell centres, bilinear; beyond the outer centres the border goes on.
double weight_at(const OcclusionMap& map, double x, double y) {
  const auto axis = [](double position, int cells) {
    const double centre = std::clamp(position * cells - 0.5, 0.0, static_cast<double>(cells - 1));
    const int low = std::min(static_cast<int>(centre), std::max(0, cells - 2));
    return std::pair<int, double>{low, centre - low};
  };
  const auto [column, fx] = axis(x, map.columns);
  const auto [row, fy] = axis(y, map.rows);
  const double top = map.at(row, column) * (1 - fx) + map.at(row, column + 1) * fx;
  const double bottom = map.at(row + 1, column) * (1 - fx) + map.at(row + 1, column + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

}  // namespace

Result<OcclusionMap> occlusion_map(const vision::Image& picture, const PictureScorer& scorer,
                                   const OcclusionOptions& options) {
  const int most = std::min({kLargestGrid, picture.width, picture.height});
  if (options.grid < 2 || options.grid > most) {
    return Error{ErrorCode::kUsage, "a grid of " + std::to_string(options.grid) +
                                        " cells a side was asked for; expected 2 to " + std::to_string(most)};
  }
  if (options.random_orders < 1) {
    return Error{ErrorCode::kUsage,
                 "the number of random orders must be at least 1, not " + std::to_string(options.random_orders)};
  }
  constexpr double kHalfNeighbour = 0.5;
  const Grid grid(picture, options.grid);
  std::vector<vision::Image> variants(1 + grid.count(), picture);
  for (std::size_t cell = 0; cell < grid.count(); ++cell) grid.cover(variants[1 + cell], cell, kHalfNeighbour);
  EMO_ASSIGN(const auto scores, ask(scorer, variants));

  OcclusionMap map;
  map.rows = map.columns = options.grid;
  map.score = scores.front();
  map.weights.reserve(grid.count());
  for (std::size_t cell = 0; cell < grid.count(); ++cell) {
    map.weights.push_back(log_odds(map.score) - log_odds(scores[1 + cell]));
  }
  const FaithfulnessTest test(map.weights, options.random_orders, options.seed);
  variants.assign(test.removals().size(), picture);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    for (const std::size_t cell : test.removals()[i]) grid.cover(variants[i], cell, 0);
  }
  EMO_ASSIGN(const auto covered, ask(scorer, variants));
  map.faithfulness = test.read(map.score, covered);
  return map;
}

vision::Image draw_occlusion_map(const vision::Image& picture, const OcclusionMap& map, int side) {
  EMO_ASSERT(side >= 1 && map.rows >= 2 && map.columns >= 2);
  const int longer = std::max(picture.width, picture.height);
  const auto scaled = [&](int extent) {
    return std::max(1, static_cast<int>(std::lround(static_cast<double>(extent) * side / longer)));
  };
  vision::Image drawn = vision::to_rgb(vision::resize(picture, scaled(picture.width), scaled(picture.height)));
  double largest = 0;
  for (const double weight : map.weights) largest = std::max(largest, std::abs(weight));
  if (largest <= 0) return drawn;
  for (int y = 0; y < drawn.height; ++y) {
    std::uint8_t* row = drawn.row(y);
    for (int x = 0; x < drawn.width; ++x) {
      std::uint8_t* pixel = row + static_cast<std::ptrdiff_t>(x) * 3;
      const double weight = weight_at(map, (x + 0.5) / drawn.width, (y + 0.5) / drawn.height) / largest;
      const auto colour =
          tinted({static_cast<double>(pixel[0]), static_cast<double>(pixel[1]), static_cast<double>(pixel[2])}, weight);
      for (std::size_t c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(std::lround(colour.at(c)));
    }
  }
  return drawn;
}

}  // namespace emo::pipeline
