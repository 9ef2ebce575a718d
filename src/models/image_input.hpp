// From pixels to the numbers that an image network reads: one implementation for training and serving.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "io/manifest.hpp"

namespace emo::models {

/// Floats of one input image: height * width * channels.
std::size_t image_input_size(const io::ImagePreprocess& preprocess);

/// Normalises `pixels` [H, W, C] in 0..255 of the preprocess' size into `out` of the same size and order. Exact sums
/// and no fused products, so every machine gives the same numbers. Preconditions: both spans have image_input_size()
/// elements.
void normalize_image(const io::ImagePreprocess& preprocess, std::span<const std::uint8_t> pixels, std::span<float> out);

/// The mirror image of `pixels` [height, width, channels], left and right exchanged, into `out` of the same size.
void mirror_image(std::span<const float> pixels, std::size_t height, std::size_t width, std::size_t channels,
                  std::span<float> out);

}  // namespace emo::models
