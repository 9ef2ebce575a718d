// The names of the JSON types for headers that only pass values on: reading the library's own header costs seconds.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace emo::io {

/// For reading: members sorted by key, look-up in O(log n). (ordered_json would need O(n^2) for a large vocabulary.)
using Json = nlohmann::json;
/// For writing: members in the order they were added.
using OrderedJson = nlohmann::ordered_json;

}  // namespace emo::io
