// Picks two keys out of a model card's YAML head. Not a YAML parser: only the notations that these keys are written in.
// What it does not understand counts as not stated, and no import fails for it.
#include "hf/front_matter.hpp"

#include <algorithm>

namespace emo::hf {
namespace {

constexpr std::size_t kMaxWord = 64;
constexpr std::size_t kMaxLanguages = 256;

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\"'[],";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

bool is_plain_word(std::string_view word) {
  return !word.empty() && word.size() <= kMaxWord && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '+';
  });
}

void add(std::string_view key, std::string_view value, FrontMatter& out) {
  const std::string_view word = trim(value);
  if (!is_plain_word(word)) return;
  if (key == "license" && out.licence.empty()) out.licence = word;
  const bool code = word.size() == 2 && word[0] >= 'a' && word[0] <= 'z' && word[1] >= 'a' && word[1] <= 'z';
  if (key == "language" && code && out.languages.size() < kMaxLanguages) out.languages.emplace_back(word);
}

/// The next line without its end; `rest` moves past it.
std::string_view next_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

FrontMatter parse_front_matter(std::string_view readme) {
  FrontMatter out;
  std::string_view rest = readme;
  if (next_line(rest) != "---" || rest.find("\n---") == std::string_view::npos) return out;
  std::string_view key;
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (line == "---") break;
    const std::string_view item = trim(line);
    if (item.starts_with("- ")) {
      add(key, item.substr(2), out);
      continue;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    key = line.substr(0, colon);
    std::string_view values = line.substr(colon + 1);
    while (!values.empty()) {  // "[en, de]" as well as "en"
      const auto comma = std::min(values.find(','), values.size());
      add(key, values.substr(0, comma), out);
      values.remove_prefix(std::min(comma + 1, values.size()));
    }
  }
  return out;
}

}  // namespace emo::hf
