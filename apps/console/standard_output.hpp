// Standard output, whose loss is an error and never passed over.
#pragma once

#include <string_view>

#include "emo/error.hpp"

namespace emo::console {

/// Whether standard output is a pipe or a socket whose reader has gone.
bool nobody_reads_stdout();

/// Writes `text` and waits until standard output has it. Errors: kIo.
Result<void> write_to_stdout(std::string_view text);

/// For the end of a program: waits until standard output has all that was written. That a reader has left (head), who
/// has what it wanted, is no error. Errors: kIo.
Result<void> finish_stdout();

}  // namespace emo::console
