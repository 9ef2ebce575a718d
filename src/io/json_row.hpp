// One JSON object as a row. Internal to io.
#pragma once

#include <string>
#include <string_view>

#include "io/rows.hpp"

namespace emo::io {

/// Fills text, labels, id and extra of `row` from the members of `object`. Returns what is wrong with it, "" if nothing
/// is; then `row` is complete but for its number and, where the object has none, its id. Of a damaged object the id is
/// there if it stood before the damage.
std::string read_json_row(std::string_view object, const RowOptions& options, Row& row);

}  // namespace emo::io
