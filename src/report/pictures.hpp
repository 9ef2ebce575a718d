// Pictures of wrong rows, small enough to stand in the page itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/evaluation_record.hpp"

namespace emo::report {

/// Image path of each mistake -> "data:image/jpeg;base64,…" of at most 96 x 96 pixels. Relative paths are looked for as
/// they are and from `folder`. What is no readable picture is left out. Thread-safe.
std::map<std::string, std::string> thumbnails(const std::vector<Mistake>& mistakes, const std::string& folder);

}  // namespace emo::report
