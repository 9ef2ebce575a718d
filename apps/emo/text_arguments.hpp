// Where `emo text` and `emo explain text` take their texts from.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::cli {

/// Settles which it is: `texts`, words of the command line, or the rows of `file` ("-": standard input), the other one
/// being empty then. Errors: kUsage for both, for "-" among other texts, for neither on a terminal, and for options of
/// rows (`rows`) beside texts.
Result<void> settle_texts(std::vector<std::string>& texts, std::string& file, const io::RowOptions& rows);

}  // namespace emo::cli
