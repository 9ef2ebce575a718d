// The members of a manifest that describe an image model. Private to src/io.
#pragma once

#include "core/image_network.hpp"
#include "io/json.hpp"
#include "io/json_fields.hpp"
#include "io/manifest.hpp"

namespace emo::io {

/// Types and plain ranges only; limits are core::build_network's.
core::ImageArchitecture read_image_architecture(JsonFields fields);
OrderedJson image_architecture_json(const core::ImageArchitecture& architecture);

/// Checked against the architecture: channels, height and width agree.
ImagePreprocess read_image_preprocess(JsonFields fields, const core::ImageArchitecture& architecture);
OrderedJson image_preprocess_json(const ImagePreprocess& preprocess);

}  // namespace emo::io
