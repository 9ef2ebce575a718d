// Standard output, whose loss is an error and never passed over.
#pragma once

#include <string_view>

#include "emo/error.hpp"

namespace emo::usage {

/// What is said when standard output did not take all that was written (kIo).
Error stdout_error();

/// Writes `text` and waits until standard output has it. Errors: stdout_error().
Result<void> write_to_stdout(std::string_view text);

}  // namespace emo::usage
