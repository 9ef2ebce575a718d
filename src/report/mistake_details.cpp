// Words and pictures of the worst mistakes, from mistakes.jsonl. The file comes from emo eval, or from anybody: nothing
// in it is believed before it was looked at. Which rows are the worst, prediction_figures.cpp finds.
#include "report/mistake_details.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "core/number_words.hpp"
#include "core/utf8.hpp"
#include "io/json.hpp"
#include "io/line_reader.hpp"
#include "report/json_lookup.hpp"

namespace emo::report {
namespace {

constexpr std::size_t kMaxLineBytes = std::size_t{4} << 20, kMaxPictureLetters = std::size_t{128} << 10;
constexpr std::size_t kMaxWords = 20'000, kMaxLines = 10'000;

/// Byte offset of every code point of `text`, and of its end.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!core::is_utf8_continuation(text[i])) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

/// The words as byte ranges; nullopt when they do not fit the text.
std::optional<std::vector<WordWeight>> words_of(const io::Json& json, const std::string& text) {
  const io::Json* list = member(json, "words");
  if (list == nullptr) return std::vector<WordWeight>();
  if (!list->is_array() || list->size() > kMaxWords) return std::nullopt;
  const auto starts = code_points(text);
  std::vector<WordWeight> words;
  std::size_t last = 0;
  for (const io::Json& item : *list) {
    const auto start = count_at(item, "start"), end = count_at(item, "end");
    const auto weight = number_at(item, "weight");
    if (!start || !end || !weight || *start >= *end || *start < last || *end >= starts.size()) return std::nullopt;
    words.push_back({starts[*start], starts[*end], *weight});
    last = *end;
  }
  return words;
}

bool is_picture(const std::string& uri) {
  for (const std::string_view kind : {"data:image/png;base64,", "data:image/jpeg;base64,"}) {
    if (uri.compare(0, kind.size(), kind) != 0) continue;
    constexpr const char* kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    return uri.size() <= kMaxPictureLetters && uri.find_first_not_of(kLetters, kind.size()) == std::string::npos;
  }
  return false;
}

/// What is wrong with the line, if something is.
std::optional<std::string> take_line(const io::LineReader::Line& line, std::map<std::uint64_t, Mistake*>& by_row) {
  if (line.too_long) return "too long";
  const auto json = io::parse_json(line.text, "line");
  if (!json || !json->is_object()) return "no JSON object";
  const auto row = count_at(*json, "row");
  if (!row) return "no row";
  const auto at = by_row.find(*row);
  if (at == by_row.end()) return std::nullopt;
  Mistake& mistake = *at->second;
  if (text_at(*json, "id").value_or(mistake.id) != mistake.id) return "another id at row " + std::to_string(*row);
  auto words = words_of(*json, mistake.text);
  if (!words) return "words that do not fit the text of row " + std::to_string(*row);
  const std::string picture = text_at(*json, "picture").value_or("");
  if (!picture.empty() && !is_picture(picture)) return "a picture that is no small PNG or JPEG";
  mistake.words = std::move(*words);
  mistake.explained = text_at(*json, "label").value_or("");
  mistake.picture = picture;
  return std::nullopt;
}

std::string signed_weight(double weight) {
  return (weight < 0 ? "\u2212" : "+") + core::formatted("%.2f", std::abs(weight));
}

}  // namespace

Result<void> add_mistake_details(const std::string& path, EvaluationRecord& record) {
  std::map<std::uint64_t, Mistake*> by_row;
  for (Mistake& mistake : record.mistakes) by_row.emplace(mistake.row, &mistake);
  EMO_ASSIGN(auto reader, io::LineReader::open(path, kMaxLineBytes));
  std::uint64_t damaged = 0, first = 0, number = 0;
  std::string problem;
  while (auto next = reader.next()) {
    if (!*next) return next->error();
    if (++number > kMaxLines) break;
    const auto found = take_line(**next, by_row);
    if (!found || damaged++ > 0) continue;
    first = number;
    problem = *found;
  }
  if (damaged > 0) {
    record.notes.push_back({true, path + ": " + std::to_string(damaged) +
                                      (damaged == 1 ? " line left out" : " lines left out") + "; the first is line " +
                                      std::to_string(first) + ": " + problem});
  }
  return {};
}

std::vector<ShadedPart> shaded_parts(const std::string& text, const std::vector<WordWeight>& words,
                                     std::size_t most_bytes) {
  const std::size_t end = core::utf8_prefix(text, most_bytes).size();
  double largest = 0;
  for (const WordWeight& word : words) largest = std::max(largest, std::abs(word.weight));
  std::vector<ShadedPart> parts;
  std::size_t at = 0;
  const auto add = [&](std::size_t to, double share) {
    to = std::min(to, end);
    if (to > at) parts.push_back({text.substr(at, to - at), share});
    at = std::max(at, to);
  };
  for (const WordWeight& word : words) {
    add(word.begin, 0);
    add(word.end, largest > 0 ? word.weight / largest : 0);
  }
  add(end, 0);
  if (end < text.size()) parts.push_back({"\u2026", 0});
  return parts;
}

std::string heaviest_words(const Mistake& mistake) {
  constexpr std::size_t kMost = 4, kMostBytes = 40;
  constexpr double kLeastShare = 0.15;
  std::vector<WordWeight> words = mistake.words;
  std::stable_sort(words.begin(), words.end(),
                   [](const WordWeight& a, const WordWeight& b) { return std::abs(a.weight) > std::abs(b.weight); });
  if (words.empty() || words.front().weight == 0) return "";
  const double least = kLeastShare * std::abs(words.front().weight);
  std::string sides[2];
  for (const bool against : {false, true}) {
    std::size_t shown = 0;
    for (const WordWeight& word : words) {
      if ((word.weight < 0) != against || std::abs(word.weight) < least || shown == kMost) continue;
      ++shown;
      std::string name = mistake.text.substr(word.begin, word.end - word.begin);
      if (name.size() > kMostBytes) name = shaded_parts(name, {}, kMostBytes).front().text + "\u2026";
      sides[against ? 1 : 0] += (sides[against ? 1 : 0].empty() ? "" : ", ") + name + " " + signed_weight(word.weight);
    }
  }
  std::string out = sides[0].empty() ? "" : "for " + mistake.explained + ": " + sides[0];
  if (!sides[1].empty()) out += (out.empty() ? "against " + mistake.explained + ": " : "; against: ") + sides[1];
  return out;
}

}  // namespace emo::report
