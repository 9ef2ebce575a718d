// Range and name checks shared by the text and image architectures. Private to src/core.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/head_sizes.hpp"
#include "emo/error.hpp"

namespace emo::core {

/// kInvalidModel: "FIELD is VALUE, expected EXPECTED".
Error invalid_field(std::string_view field, const std::string& value, const std::string& expected);

/// Fails unless low <= value <= high.
Result<void> check_range(std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high);

/// Names and classes of classification heads: few, plain unique names (they become parts of tensor names and JSON
/// keys), classes within the cap.
Result<void> check_heads(const HeadSizes& heads);

}  // namespace emo::core
