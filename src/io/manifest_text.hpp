// The members of a manifest that describe a text model. Private to src/io.
#pragma once

#include <cstdint>

#include "core/text_architecture.hpp"
#include "io/json.hpp"
#include "io/json_fields.hpp"
#include "io/manifest.hpp"

namespace emo::io {

/// Types and plain ranges only; limits are core::validate's.
core::TextArchitecture read_text_architecture(JsonFields fields);
OrderedJson text_architecture_json(const core::TextArchitecture& architecture);

/// `max_tokens`: what the architecture can take.
TextPreprocess read_text_preprocess(JsonFields fields, std::int64_t max_tokens);
OrderedJson text_preprocess_json(const TextPreprocess& preprocess);

}  // namespace emo::io
