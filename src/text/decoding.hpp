// The first stage of normalisation: HTML references, NFC, control characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emo::text {

/// True when `decode_text` would return `utf8` unchanged; no false positives, and few false negatives in Latin,
/// Cyrillic, CJK text and emoji. Precondition: valid UTF-8.
bool is_decoded(std::string_view utf8);

/// HTML references decoded once ("&amp;lt;" -> "&lt;"), NFC, control (Cc) and format (Cf) characters dropped but for
/// white space, joiners and tags (emoji use them). `source`, if given, gets the origin of each byte and of the end.
std::string decode_text(std::string_view utf8, std::vector<std::uint32_t>* source);

}  // namespace emo::text
