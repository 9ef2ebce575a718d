// Which file of a folder of texts a command reads.
#pragma once

#include <string>

#include "cli.hpp"
#include "emo/error.hpp"

namespace emo::cli {

/// `data` itself where it is a file; of a folder the file of `split`, or where that is empty that for the test, else
/// that for development, which is told on standard error; `split` is then named after it. Errors: kUsage (no such
/// split), kNotFound.
Result<std::string> file_of_split(const std::string& data, std::string& split, const Context& context);

}  // namespace emo::cli
