// What fine-tuning of a face model starts from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/image_network.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "train/head_carry_over.hpp"
#include "train/image_deploy.hpp"

namespace emo::train {

struct FaceStart {
  core::ImageArchitecture architecture;
  TensorValues weights;          ///< deployed form; empty = fresh weights
  std::vector<KnownHead> heads;  ///< of the bundle
  io::ImagePreprocess preprocess;
  std::string base_weights = "none (trained from scratch)", base_licence;
};

/// The bundle `directory`, whatever its quantisation. Errors: those of io::open_bundle, kUnsupported (no face bundle).
Result<FaceStart> face_start_from(const std::string& directory);

/// Makes the network of `start` as wide as `widths`, one per stage, without changing what it computes; see widened().
/// Errors: kUnsupported (that architecture cannot grow, fewer channels than before), kInvalidModel (extents).
Result<void> widen_start(const std::vector<std::int64_t>& widths, std::uint64_t seed, FaceStart& start);

}  // namespace emo::train
