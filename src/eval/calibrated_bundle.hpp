// A bundle with another calibration.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "io/manifest.hpp"

namespace emo::eval {

/// Writes the bundle in `directory` to `out`, which may be the same folder, with what `emo calibrate` sets of `head`
/// (temperature, bias, thresholds, calibration) in the head of that name. Figures of that head in the manifest
/// ("HEAD.…") are of before and go; card.md, where there is one, gets a section that says so. Labels, weights and all
/// other files stay what they are. Errors: as of io::open_bundle and io::write_bundle; then `out` is as it was.
Result<void> write_calibrated_bundle(const std::string& directory, const std::string& out,
                                     const io::HeadManifest& head);

}  // namespace emo::eval
