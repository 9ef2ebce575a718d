// How a value from outside appears inside an error message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emo::core {

/// `value` in single quotes. Letters of any script stay as they are; control characters, what turns the direction of
/// writing and bytes that are no UTF-8 become \xNN, so that a hostile name cannot forge a line of a terminal. Of more
/// than `max_bytes` bytes the middle is left out, "..." in its place: a path keeps the name of its file.
std::string quoted(std::string_view value, std::size_t max_bytes = 160);

/// `text` as a terminal may get it, without quotes: what `quoted` turns into \xNN is a blank for each character or, of
/// bytes that are no UTF-8, byte. Line ends stay where `lines` says so.
std::string for_terminal(std::string_view text, bool lines = false);

/// Whether `quoted` leaves every byte of `value` as it stands.
bool is_harmless(std::string_view value);

/// A path that an error is about: as `quoted`, with room for the folders that people have.
std::string quoted_path(std::string_view path);

}  // namespace emo::core
