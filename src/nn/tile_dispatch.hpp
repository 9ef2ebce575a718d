// From a tile's extents at run time to the code made for them. Everything has internal linkage.
#pragma once

#include <cstddef>

#include "nn/kernels.hpp"
#include "nn/simd.hpp"

namespace emo::nn {
namespace {

inline constexpr std::size_t kVectorsPerPanel = kPanel / Simd::kLanes;

/// Calls Tile::run<R, U> for run-time r in [1, R] rows, u in [1, U] panels.
template <class Tile, std::size_t R, std::size_t U, class Args, class Where>
void dispatch_tile(std::size_t r, std::size_t u, const Args& args, const Where& place) {
  if constexpr (U > 1) {
    if (u < U) return dispatch_tile<Tile, R, U - 1>(r, u, args, place);
  }
  if constexpr (R > 1) {
    if (r < R) return dispatch_tile<Tile, R - 1, U>(r, u, args, place);
  }
  Tile::template run<R, U>(args, place);
}

}  // namespace
}  // namespace emo::nn
