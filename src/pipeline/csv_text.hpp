// One field of a csv.
#pragma once

#include <string>
#include <string_view>

namespace emo::pipeline {

/// Appends `value` as RFC 4180 wants it: in quotes when it holds a separator, a quote or a line break. Where
/// it is not UTF-8, U+FFFD stands for each of its bytes beyond ASCII.
void append_csv_field(std::string& out, std::string_view value);

}  // namespace emo::pipeline
