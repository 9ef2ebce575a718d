// UTF-8 validation and code-point arithmetic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/utf8.hpp"
#include "emo/error.hpp"

namespace emo::text {

/// Checks well-formedness (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF). The error (kInvalidInput)
/// gives the byte offset and the offending bytes in hex.
Result<void> validate_utf8(std::string_view bytes);

/// The same for the contents of a model's `file`, which the error (kInvalidModel) names.
Result<void> validate_model_utf8(std::string_view bytes, std::string_view file);

/// `bytes` where they are UTF-8; else with U+FFFD for each byte beyond ASCII.
std::string without_foreign_bytes(std::string_view bytes);

using core::next_code_point;

/// Appends `cp` in UTF-8. Precondition: a Unicode scalar value (at most U+10FFFF, no surrogate).
void append_code_point(std::string& out, char32_t cp);

/// Number of code points. Precondition: valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

}  // namespace emo::text
