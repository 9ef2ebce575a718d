// How a value from outside appears inside an error message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emo::core {

/// `value` in single quotes, control and non-ASCII bytes as \xNN (so that a hostile name cannot forge a terminal line),
/// at most `max_bytes` bytes of it, "..." after a cut.
std::string quoted(std::string_view value, std::size_t max_bytes = 80);

}  // namespace emo::core
