// Counts with a comma between the thousands and values with a decimal point, whatever the locale. How exact a share or
// a score is, those say who write it.
#include "core/number_words.hpp"

#include <locale.h>

#include <cstddef>
#include <cstdio>

namespace emo::core {

std::string grouped(std::uint64_t count) {
  std::string out = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3) {
    out.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return out;
}

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
  return grouped(count) + " " + (count == 1 ? one : many);
}

std::string formatted(const char* pattern, double value) {
  // A program that the library is a part of may have set a locale, whose comma would split the numbers of CSS and CSV.
  static const locale_t plain = newlocale(LC_ALL_MASK, "C", nullptr);
  const locale_t before = uselocale(plain);
  char text[48];
  std::snprintf(text, sizeof(text), pattern, value);
  uselocale(before);
  return text;
}

}  // namespace emo::core
