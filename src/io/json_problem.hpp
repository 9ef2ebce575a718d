// What a failed parse says, from the JSON library's own words. Internal to io.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/quote.hpp"

namespace emo::io {

/// "byte 8, near '…': what was wrong". `token` and the library's text hold foreign bytes; none come out raw.
inline std::string json_problem(std::size_t position, const std::string& token,
                                const nlohmann::detail::exception& cause) {
  constexpr std::size_t kShownToken = 40, kShownText = 300;
  std::string text = cause.what();
  // "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error while …; last read: '…'"
  if (const auto end = text.find("] "); end != std::string::npos) text.erase(0, end + 2);
  if (text.starts_with("parse error")) {
    if (const auto end = text.find(": "); end != std::string::npos) text.erase(0, end + 2);
  }
  if (const auto tail = text.rfind("; last read: "); tail != std::string::npos) text.resize(tail);
  text = core::quoted(text, kShownText);
  return "byte " + std::to_string(position) + ", near " + core::quoted(token, kShownToken) + ": " +
         text.substr(1, text.size() - 2);
}

/// Of a text that was parsed: "a NUL at byte 8", which to the library is the end of the text, whatever follows; ""
/// where there is none.
inline std::string cut_by_nul(std::string_view text) {
  const auto end = text.find('\0');
  return end == std::string_view::npos ? "" : "a NUL at byte " + std::to_string(end);
}

}  // namespace emo::io
