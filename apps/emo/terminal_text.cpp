// Small pictures and safe text for terminals. Whether colours are wanted is the caller's business; what comes from
// files into messages of errors is quoted by core/quote.
#include "terminal_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "core/utf8.hpp"
#include "text/display_width.hpp"

namespace emo::cli {

std::string terminal_text(std::string_view text, std::size_t max_characters) {
  std::size_t end = 0;
  for (std::size_t characters = 0; end < text.size() && characters < max_characters; ++characters) {
    // A name of a file need not be UTF-8: a byte that is none is a character of its own and swallows no other.
    const auto* byte = reinterpret_cast<const unsigned char*>(text.data()) + end;
    end += std::max<std::size_t>(1, core::utf8_sequence_length(byte, text.size() - end));
  }
  return core::for_terminal(text.substr(0, end)) + (end < text.size() ? "\xE2\x80\xA6" : "");
}

std::string error_line(const Error& error) {
  return "error (" + std::string(error_info(error.code).name) + "): " + shown_line(error.message) + "\n";
}

std::string bar(double share, int cells) {
  static constexpr std::array<const char*, 8> kPartial{"",
                                                       "\xE2\x96\x8F",
                                                       "\xE2\x96\x8E",
                                                       "\xE2\x96\x8D",
                                                       "\xE2\x96\x8C",
                                                       "\xE2\x96\x8B",
                                                       "\xE2\x96\x8A",
                                                       "\xE2\x96\x89"};
  const int eighths = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * cells * 8));
  std::string drawn;
  for (int i = 0; i < eighths / 8; ++i) drawn += "\xE2\x96\x88";
  drawn += kPartial.at(static_cast<std::size_t>(eighths % 8));
  const int used = eighths / 8 + (eighths % 8 == 0 ? 0 : 1);
  return drawn + std::string(static_cast<std::size_t>(cells - used), ' ');
}

const char* colour_of(std::string_view label) {
  if (label == "joy" || label == "happiness" || label == "positive") return "\x1b[33m";
  if (label == "anger" || label == "negative") return "\x1b[31m";
  if (label == "sadness") return "\x1b[34m";
  if (label == "fear") return "\x1b[35m";
  if (label == "disgust") return "\x1b[32m";
  if (label == "surprise") return "\x1b[36m";
  return "\x1b[37m";
}

std::string padded(std::string_view text, std::size_t width) {
  const std::string shown = shown_line(text);
  const std::size_t used = text::display_width(shown);
  return shown + std::string(width > used ? width - used : 0, ' ');
}

std::size_t shown_width(std::string_view text) {
  return text::display_width(shown_line(text));
}

std::string score_line(std::string_view label, std::size_t width, float score, bool colour) {
  const auto share = static_cast<double>(score);
  return padded(label, width) + "  " + (colour ? colour_of(label) : "") + bar(share, kBarCells) +
         (colour ? "\x1b[0m" : "") + core::formatted(" %.2f\n", share);
}

}  // namespace emo::cli
