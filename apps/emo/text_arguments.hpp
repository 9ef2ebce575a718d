// Where `emo text` and `emo explain text` take their texts from.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::cli {

/// Settles which it is: `texts`, words of the command line, or the rows of `file` ("-": standard input), the other one
/// being empty then. Errors: kUsage for both, for "-" among other texts, and for neither on a terminal.
Result<void> settle_texts(std::vector<std::string>& texts, std::string& file);

}  // namespace emo::cli
