// Small pictures and safe text for terminals. Whether colours are wanted is the caller's business; what comes from
// files into messages of errors is quoted by core/quote.
#include "terminal_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/number_words.hpp"
#include "text/utf8.hpp"

namespace emo::cli {

std::string terminal_text(std::string_view utf8, std::size_t max_characters) {
  constexpr char32_t kDelete = 0x7F;
  constexpr char32_t kLastControl = 0x9F;  // end of the C1 controls
  constexpr char32_t kFirstBidi = 0x202A;  // embedding and override marks could reorder the whole line
  constexpr char32_t kLastBidi = 0x202E;
  std::string shown;
  std::size_t characters = 0;
  for (std::size_t pos = 0; pos < utf8.size(); ++characters) {
    if (characters == max_characters) return shown + "\xE2\x80\xA6";
    const std::size_t begin = pos;
    const char32_t c = text::next_code_point(utf8, pos);
    const bool control = c < U' ' || (c >= kDelete && c <= kLastControl) || (c >= kFirstBidi && c <= kLastBidi);
    if (control) {
      shown += ' ';
    } else {
      shown.append(utf8, begin, pos - begin);
    }
  }
  return shown;
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

std::string score_line(std::string_view label, std::size_t width, float score, bool colour) {
  const auto share = static_cast<double>(score);
  return shown_line(label) + std::string(width - label.size() + 2, ' ') + (colour ? colour_of(label) : "") +
         bar(share, kBarCells) + (colour ? "\x1b[0m" : "") + core::formatted(" %.2f\n", share);
}

std::string clock_time(double seconds) {
  const auto total = static_cast<unsigned long long>(std::max(0.0, seconds));
  std::array<char, 48> text{};
  if (total >= 3600) {
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu", total / 3600, total / 60 % 60, total % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02llu", total / 60, total % 60);
  }
  return text.data();
}

}  // namespace emo::cli
