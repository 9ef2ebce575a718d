// From a stored face to the values that a network sees: a random view for training, the plain one for judging.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/random.hpp"
#include "train/face_config.hpp"
#include "train/face_dataset.hpp"

namespace emo::train {

/// Scratch of one thread.
struct AugmentScratch {
  std::vector<float> low;
};

/// A random view of a face as floats 0..255, planes [C, side, side]: flip, rotation, zoom and shift in one bilinear
/// resampling with repeated borders; then light, resolution, blur, noise and JPEG blocks. Depends on `random` alone.
/// `unspoilt` of the same size, unless empty, gets the view as it was after the resampling.
void random_view(const FaceAugmentation& plan, const FaceImages& images, std::size_t index, std::int64_t side,
                 core::Random& random, AugmentScratch& scratch, std::span<float> out, std::span<float> unspoilt = {});

/// The face as it is, resampled to side x side.
void plain_view(const FaceImages& images, std::size_t index, std::int64_t side, bool mirrored, std::span<float> out);

/// In place: (x - mean) / max(deviation, 1) over all values of the image.
void normalize_per_image(std::span<float> values);

/// In place, on normalised values: one random rectangle of 2-12 % of the area becomes 0, the image's mean.
void erase_rectangle(std::int64_t channels, std::int64_t side, core::Random& random, std::span<float> values);

}  // namespace emo::train
