// HeadCalibration as JSON; apart from the struct so that readers of a manifest do not compile the JSON library.
#pragma once

#include <cstddef>

#include "io/head_calibration.hpp"
#include "io/json.hpp"
#include "io/json_fields.hpp"

namespace emo::io {

/// Reads the member "calibration" of a head with `labels` labels. Problems are recorded in `fields`.
HeadCalibration read_head_calibration(JsonFields fields, std::size_t labels);
OrderedJson head_calibration_json(const HeadCalibration& calibration);

}  // namespace emo::io
