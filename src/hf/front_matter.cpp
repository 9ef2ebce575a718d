// Picks two keys out of a model card's YAML head. Not a YAML parser: only the notations that these keys are written in.
// What it does not understand counts as not stated, and no import fails for it.
#include "hf/front_matter.hpp"

#include <algorithm>
#include <optional>

#include "core/ascii.hpp"
#include "text/language.hpp"

namespace emo::hf {
namespace {

constexpr std::size_t kMaxWord = 64;
constexpr std::string_view kBlank = " \t\r\n";

std::string_view trim(std::string_view text) {
  return core::trimmed(text, kBlank);
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

/// Without the comment at its end, which begins with a # behind a blank, outside of quotes.
std::string_view without_comment(std::string_view line) {
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#' && (i == 0 || kBlank.find(line[i - 1]) != std::string_view::npos)) {
      return line.substr(0, i);
    }
  }
  return line;
}

bool is_plain_word(std::string_view word) {
  return !word.empty() && word.size() <= kMaxWord && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '+';
  });
}

/// The items of "en", "[en, de]" or lines of "- en"; none of another notation.
std::vector<std::string_view> items_of(std::string_view value) {
  value = trim(value);
  const char separator = value.starts_with('-') ? '\n' : ',';
  if (value.starts_with('[')) {
    if (!value.ends_with(']')) return {};
    value = value.substr(1, value.size() - 2);
  }
  std::vector<std::string_view> items;
  while (!value.empty()) {
    const auto end = std::min(value.find(separator), value.size());
    std::string_view item = trim(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
    if (item.empty()) continue;
    if (separator == '\n') {
      if (!item.starts_with("- ")) return {};
      item = trim(item.substr(2));
    }
    items.push_back(unquoted(item));
  }
  return items;
}

/// "en" of "en", "EN" or "en-GB". nullopt: no two-letter code.
std::optional<std::string> language_code(std::string_view item) {
  if (!is_plain_word(item)) return std::nullopt;
  std::string code = core::lower_ascii(item.substr(0, item.find_first_of("-_")));
  if (!text::is_language_code(code)) return std::nullopt;
  return code;
}

/// None unless all of them are understood: with a part of the list, a model would abstain on languages that it knows.
std::vector<std::string> languages_of(std::string_view value) {
  std::vector<std::string> codes;
  for (const std::string_view item : items_of(value)) {
    auto code = language_code(item);
    if (!code) return {};
    if (std::find(codes.begin(), codes.end(), *code) == codes.end()) codes.push_back(std::move(*code));
  }
  return codes;
}

/// The first plain word of them.
std::string licence_of(std::string_view value) {
  for (const std::string_view item : items_of(value)) {
    if (is_plain_word(item)) return std::string(item);
  }
  return {};
}

void take(std::string_view key, std::string_view value, FrontMatter& out) {
  if (key == "license") out.licence = licence_of(value);
  if (key == "language") out.languages = languages_of(value);
}

/// Whether the line begins a member: not indented, no item of a list and no end of one.
bool begins_member(std::string_view line) {
  return line.find(':') != std::string_view::npos && kBlank.find(line[0]) == std::string_view::npos && line[0] != '-' &&
         line[0] != '[' && line[0] != ']';
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
  std::string value;  // of the key, over all of its lines
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (line.starts_with("---") && trim(line) == "---") break;  // blanks behind it are seen by nobody
    std::string_view said = without_comment(line);
    if (begins_member(said)) {
      take(key, value, out);
      const auto colon = said.find(':');
      key = said.substr(0, colon);
      value.clear();
      said.remove_prefix(colon + 1);
    }
    value += said;
    value += '\n';
  }
  take(key, value, out);
  return out;
}

}  // namespace emo::hf
