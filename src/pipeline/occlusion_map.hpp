// Which parts of a picture an answer rests on: a grid of weights by covering one part after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "emo/error.hpp"
#include "pipeline/faithfulness.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// Probability of one class for each picture, in order. May be called with any number of pictures.
using PictureScorer = std::function<Result<std::vector<double>>(std::span<const vision::Image>)>;

struct OcclusionOptions {
  int grid = 7;  ///< cells per side, 2..32, at most the picture's smaller side
  int random_orders = 4;
  std::uint64_t seed = 1;
};

struct OcclusionMap {
  int rows = 0, columns = 0;
  /// Row-major [rows, columns]: log-odds of the class with the cell seen minus with it covered; > 0 speaks for the
  /// class.
  std::vector<double> weights;
  double score = 0;  ///< of the picture as it is

  [[nodiscard]] double at(int row, int column) const {
    return weights[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                   static_cast<std::size_t>(column)];
  }
  Faithfulness faithfulness;
};

/// Weighs the cells of `picture` (a face crop). A cell is covered together with half of each neighbour, by a strongly
/// blurred version of the picture, which hides what is there without adding edges (Zeiler and Fergus 2014; Fong and
/// Vedaldi 2017). The faithfulness test covers sets of single cells. Two calls of `scorer`. Deterministic in (picture,
/// options). Errors: kUsage (grid out of range), those of `scorer`.
Result<OcclusionMap> occlusion_map(const vision::Image& picture, const PictureScorer& scorer,
                                   const OcclusionOptions& options = {});

/// The picture, `side` pixels at its longer side, under the map: red speaks for the class, blue against it, clear says
/// nothing. Weights are scaled by the largest. RGB.
vision::Image draw_occlusion_map(const vision::Image& picture, const OcclusionMap& map, int side);

}  // namespace emo::pipeline
