// Folding of label names by case and blanks, so that "Joy" and "joy " of one data set are one class. Synonyms are
// core/labels', and misspellings core/edit_distance's: neither is ever joined by itself.
#include "text/label_spelling.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

#include "core/labels.hpp"
#include "core/quote.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

// Precondition: valid UTF-8.
std::string_view without_blanks_around(std::string_view label) {
  std::size_t begin = label.size(), end = 0;
  for (std::size_t pos = 0; pos < label.size();) {
    const std::size_t start = pos;
    if ((char_bits(next_code_point(label, pos)) & (kSpace | kBlank)) != 0) continue;
    begin = std::min(begin, start);
    end = pos;
  }
  return begin < end ? label.substr(begin, end - begin) : std::string_view();
}

std::string trimmed(const std::string& label) {
  return std::string(
      core::without_zero_decimals(validate_utf8(label) ? without_blanks_around(label) : std::string_view(label)));
}

}  // namespace

std::string label_key(std::string_view label) {
  if (!validate_utf8(label)) return std::string(label);
  std::string key;
  const std::string_view name = core::without_zero_decimals(without_blanks_around(label));
  for (std::size_t pos = 0; pos < name.size();) {
    std::array<char32_t, kMaxDecomposition> lower{};
    const std::size_t count = to_lower(next_code_point(name, pos), lower);
    for (std::size_t i = 0; i < count; ++i) append_code_point(key, lower[i]);
  }
  return key;
}

std::map<std::string, std::string> usual_spellings(const std::map<std::string, std::uint64_t>& counts) {
  std::map<std::string, std::map<std::string, std::uint64_t>> of_key;  // key -> names without blanks
  for (const auto& [label, count] : counts) of_key[label_key(label)][trimmed(label)] += count;
  std::map<std::string, std::string> usual;
  for (const auto& [label, count] : counts) {
    std::pair<std::uint64_t, std::string> best;
    for (const auto& [name, times] : of_key[label_key(label)]) best = std::max(best, {times, name});
    usual[label] = std::move(best.second);
  }
  return usual;
}

std::optional<std::size_t> find_spelling(std::span<const std::string> labels, const std::string& label) {
  auto found = std::find(labels.begin(), labels.end(), label);
  if (found == labels.end()) {
    const std::string key = label_key(label);
    found = std::find_if(labels.begin(), labels.end(), [&](const std::string& own) { return label_key(own) == key; });
  }
  if (found == labels.end()) return std::nullopt;
  return static_cast<std::size_t>(found - labels.begin());
}

std::optional<std::pair<std::string, char>> unparted_label(std::span<const std::string> labels) {
  std::set<std::string> keys;
  for (const std::string& label : labels) keys.insert(label_key(label));
  for (const std::string& label : labels) {
    for (const char separator : {',', ';', '|'}) {
      if (label.find(separator) == std::string::npos) continue;
      std::istringstream parts(label);
      std::string part;
      bool all = true;
      while (all && std::getline(parts, part, separator)) {
        const std::string key = label_key(part);
        all = keys.count(key) != 0 || core::is_known_label(key);
      }
      if (all) return std::pair(label, separator);
    }
  }
  return std::nullopt;
}

std::string other_spellings(const std::map<std::string, std::string>& usual) {
  std::string out;
  for (const auto& [label, name] : usual) {
    if (label != name) out += (out.empty() ? "" : ", ") + core::quoted(label) + " = " + core::quoted(name);
  }
  return out;
}

bool are_numbers(std::span<const std::string> labels) {
  return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const std::string& label) {
    return !label.empty() && label.find_first_not_of("0123456789") == std::string::npos;
  });
}

}  // namespace emo::text
