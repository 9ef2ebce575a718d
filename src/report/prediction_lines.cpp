// Reading of predictions.jsonl: lenient about a line, strict about what is taken from it. Predictions that are to be
// judged, and may be csv, are read by eval/prediction_file, which refuses what is skipped here.
#include "report/prediction_lines.hpp"

#include <cmath>
#include <optional>
#include <set>

#include "io/json.hpp"
#include "io/line_reader.hpp"
#include "metrics/probability.hpp"
#include "report/json_lookup.hpp"

namespace emo::report {
namespace {

constexpr std::size_t kMaxLineBytes = std::size_t{16} << 20;
constexpr std::size_t kMaxExtraText = 64;            // longer values make no slices
constexpr std::size_t kMaxRowsRemembered = 1 << 22;  // for telling repeated rows

/// How often a kind of damage was met, and first where.
struct Damage {
  std::uint64_t count = 0, first_line = 0;
  std::string first;

  void met(std::uint64_t line, const std::string& what) {
    if (count++ == 0) {
      first_line = line;
      first = what;
    }
  }
  void note(RecordNotes& notes, const std::string& path, const std::string& kind, const std::string& outcome) const {
    if (count == 0) return;
    notes.push_back({true, path + ": " + std::to_string(count) + " " + kind + (count == 1 ? " line " : " lines ") +
                               outcome + "; the first is line " + std::to_string(first_line) + ": " + first});
  }
};

// The scores of a line, or what is wrong with them.
std::optional<std::string> take_scores(const io::Json& json, std::map<std::string, double>& scores) {
  const io::Json* found = member(json, "scores");
  if (found == nullptr) return std::nullopt;
  if (!found->is_object()) return "scores are not an object";
  for (const auto& [label, value] : found->items()) {
    const double score = value.is_number() ? value.get<double>() : std::nan("");
    if (!(score >= -metrics::kRoundingSlack && score <= 1 + metrics::kRoundingSlack)) {
      scores.clear();
      return "the score of " + label + " is " + (value.is_number() ? shown_scalar(value) : "not a number") +
             ", not a probability";
    }
    scores[label] = std::min(1.0, std::max(0.0, score));
  }
  return std::nullopt;
}

std::vector<std::string> labels_of(const io::Json& json, const std::string& key) {
  if (auto one = text_at(json, key)) return {*one};
  return texts_at(json, key);
}

void take_extra(const io::Json& json, PredictionLine& out) {
  static const std::set<std::string> kKnown{"id", "row", "text", "image", "gold", "predicted", "scores", "error"};
  const auto take = [&](const std::string& key, const io::Json& value) {
    std::string shown = shown_scalar(value);
    if (!shown.empty() && shown.size() <= kMaxExtraText) out.extra[key] = std::move(shown);
  };
  for (const auto& [key, value] : json.items()) {
    if (kKnown.count(key) == 0) take(key, value);
  }
  const io::Json* nested = member(json, "extra");
  if (nested == nullptr || !nested->is_object()) return;
  for (const auto& [key, value] : nested->items()) take(key, value);
}

PredictionLine line_of(const io::Json& json, std::uint64_t number) {
  PredictionLine out;
  out.line = number;
  out.row = count_at(json, "row").value_or(0);
  const io::Json* id = member(json, "id");
  out.has_id = id != nullptr && (id->is_string() || id->is_number_integer());
  out.id = out.has_id ? shown_scalar(*id) : std::to_string(out.row);
  out.text = text_at(json, "text").value_or("");
  out.image = text_at(json, "image").value_or("");
  out.gold = labels_of(json, "gold");
  out.predicted = labels_of(json, "predicted");
  return out;
}

// What keeps a line from being judged.
const char* missing_labels(const io::Json& json, const PredictionLine& line, EmptyGold empty_gold) {
  if (empty_gold == EmptyGold::kNotAsked) return nullptr;
  const io::Json* gold = member(json, "gold");
  const bool none = empty_gold == EmptyGold::kNoneOfThem && gold != nullptr && gold->is_array() && gold->empty();
  if (line.gold.empty() && !none) return "no gold label";
  return member(json, "predicted") == nullptr ? "no predicted labels" : nullptr;
}

}  // namespace

Result<PredictionCounts> read_prediction_lines(const std::string& path, const std::function<void(PredictionLine&)>& use,
                                               EmptyGold empty_gold, RecordNotes& notes) {
  EMO_ASSIGN(auto reader, io::LineReader::open(path, kMaxLineBytes));
  const bool scores_alone = empty_gold == EmptyGold::kNotAsked;
  PredictionCounts counts;
  Damage broken, bad_scores, no_gold, no_scores, repeated;
  std::set<std::uint64_t> rows;
  while (auto next = reader.next()) {
    if (!*next) return next->error();
    const auto& line = **next;
    ++counts.lines;
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos && !line.too_long) continue;
    const auto json = io::parse_json(line.text, "line");
    if (line.too_long || !json || !json->is_object()) {
      broken.met(counts.lines, line.too_long  ? "longer than 16 MiB"
                               : json         ? "not an object"
                               : scores_alone ? "not JSON"
                                              : json.error().message);
      continue;
    }
    const io::Json* error = member(*json, "error");
    if (error != nullptr && !error->is_null()) {  // null: there was none
      ++counts.with_error;
      continue;
    }
    PredictionLine out = line_of(*json, counts.lines);
    if (const char* missing = missing_labels(*json, out, empty_gold)) {
      no_gold.met(counts.lines, missing);
      continue;
    }
    const auto problem = take_scores(*json, out.scores);
    if (problem) bad_scores.met(counts.lines, *problem);
    if (!problem && scores_alone && out.scores.empty()) no_scores.met(counts.lines, "no scores");
    if (scores_alone && out.scores.empty()) continue;
    if (out.row != 0 && rows.size() < kMaxRowsRemembered && !rows.insert(out.row).second) {
      repeated.met(counts.lines, "row " + std::to_string(out.row) + " was there before");
    }
    take_extra(*json, out);
    ++counts.usable;
    use(out);
  }
  counts.broken = broken.count;
  counts.bad_scores = bad_scores.count;
  counts.without_gold = no_gold.count;
  counts.without_scores = no_scores.count;
  counts.repeated_rows = repeated.count;
  broken.note(notes, path, "broken", "left out");
  no_gold.note(notes, path, "unlabelled", "left out");
  no_scores.note(notes, path, "unscored", "left out");
  bad_scores.note(notes, path, "unsound", scores_alone ? "left out" : "used without their scores");
  repeated.note(notes, path, "repeated", "counted again");
  return counts;
}

}  // namespace emo::report
