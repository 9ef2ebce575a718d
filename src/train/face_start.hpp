// What fine-tuning of a face model starts from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/image_network.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "models/bundle_weights.hpp"
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

/// The heads of a bundle.
std::vector<KnownHead> known_heads(const io::Manifest& manifest);

/// The bundle `directory`, whatever its quantisation, as a network that reads pictures normalised one by one; weights
/// of 8 bits that are to be trained belong anywhere in their steps, others in the middle. Errors: those of
/// io::open_bundle, kUnsupported (no face bundle; see fold_normalization()).
Result<FaceStart> face_start_from(const std::string& directory, models::InStep place);

/// Training normalises every picture by its own mean and deviation. A start that was made for fixed ones gets first
/// layers that expect the usual face, of mean 120 and deviation 60, so that its features still mean what they meant.
/// Nothing for a start that is made so. Errors: kUnsupported (something else than a convolution reads the picture).
Result<void> fold_normalization(FaceStart& start);

/// Lets the network of `start` read pictures `times` as large a side: its first layer takes squares of so many pixels
/// together, each with an equal share of the weight that their mean had. What it says of a picture that was merely
/// enlarged stays the same, its cost nearly. Errors: kInvalidModel (an architecture without stem_stride, or one beyond
/// its limit).
Result<void> refine_start(std::int64_t times, FaceStart& start);

/// Makes the network of `start` as wide as `widths`, one per stage, without changing what it computes; see widened().
/// Errors: kUnsupported (that architecture cannot grow, fewer channels than before), kInvalidModel (extents).
Result<void> widen_start(const std::vector<std::int64_t>& widths, std::uint64_t seed, FaceStart& start);

}  // namespace emo::train
