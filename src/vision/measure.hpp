// How good a picture is to read: light and sharpness. Pure and thread-safe; colour is measured on its luma.
#pragma once

#include "vision/image.hpp"

namespace emo::vision {

struct Light {
  double mean = 0;          ///< brightness, 0..255
  double deviation = 0;     ///< contrast: standard deviation of the luma, 0..127.5
  double dark_share = 0;    ///< pixels clipped to black (luma <= 3), 0..1
  double bright_share = 0;  ///< pixels clipped to white (luma >= 252), 0..1
};

Light measure_light(const Image& image);

/// Variance of the 4-neighbour Laplacian over the inner pixels, 0 (flat) to about 10^6; 0 below 3 x 3. Grows with
/// contrast and depends on scale: compare only crops brought to the same size.
/// Source: J. L. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", ICPR 2000.
double sharpness(const Image& image);

}  // namespace emo::vision
