// Small face models and detectors made on the spot: what tests of faces run on when nothing is installed.
#pragma once

#include <cstdint>
#include <string>

#include "io/manifest.hpp"
#include "vision/image.hpp"

namespace emo::test {

/// A "plain" network on 16 x 16 grey pixels with margin 1.2, flip averaging, head "basic" of the seven classes.
io::Manifest tiny_face_manifest();

/// Writes it with weights drawn from `seed`. Aborts the program on error.
void write_tiny_face_bundle(const std::string& directory, std::uint32_t seed = 1);

/// A detector that sees a face at every prior of the scale with priors of 64 and 96 pixels (`sees_faces`), or none.
void write_tiny_detector(const std::string& directory, bool sees_faces);

/// A verifier for which a crop is a face when much of it is brighter than middle grey. `face_first`: the order of its
/// labels.
void write_tiny_verifier(const std::string& directory, bool face_first = true);

/// A tilt model to which every face leans by so many degrees, 0 to 60 or 0 to -60.
void write_tiny_tilt(const std::string& directory, double degrees);

/// A picture of random bytes.
vision::Image noise(int width, int height, int channels, std::uint32_t seed);

}  // namespace emo::test
