// How long a text is, in words as white space parts them: good enough for what a text costs and for parts of a data
// set.
#pragma once

#include <cstddef>
#include <string_view>

namespace emo::core {

/// Stretches of `text` between white space of ASCII.
std::size_t count_words(std::string_view text);

/// "0-4 words", "5-9 words" … "100+ words".
std::string_view length_bucket(std::string_view text);

}  // namespace emo::core
