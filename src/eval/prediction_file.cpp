// Reads prediction files, ours and anybody's, and says what is wrong with a line. Whether they fit a data set is
// decided in predictions_evaluation.cpp; the report reads its own, leniently (report/prediction_lines).
#include "eval/prediction_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <span>
#include <utility>

#include "core/labels.hpp"
#include "core/quote.hpp"
#include "io/json.hpp"
#include "io/line_reader.hpp"
#include "io/rows.hpp"
#include "io/text_source.hpp"

namespace emo::eval {
namespace {

constexpr std::size_t kMaxRowBytes = 64U << 20U;
constexpr std::size_t kMaxListBytes = 256U << 20U;
constexpr std::size_t kMaxLabels = 4096;
/// No column is called so: the names of a header are read without the spaces around them.
constexpr const char* kNoColumn = " ";

Error bad(const std::string& problem) {
  return {ErrorCode::kInvalidData, problem};
}

/// Gives every score label its place, whatever order the rows name them in.
class LabelTable {
 public:
  explicit LabelTable(PredictionFile& file) : file_(file) {}

  /// From now on set() is about another row.
  void begin_row() { ++row_; }

  Result<std::size_t> place_of(const std::string& label) {
    const auto [it, is_new] = places_.emplace(label, file_.labels.size());
    if (is_new) {
      if (file_.labels.size() == kMaxLabels) {
        return Error{ErrorCode::kTooLarge, "more than " + std::to_string(kMaxLabels) + " labels have scores"};
      }
      file_.labels.push_back(label);
    }
    return it->second;
  }

  Result<void> set(PredictedRow& row, const std::string& label, double score) {
    if (!std::isfinite(score)) return bad("the score of " + core::quoted(label) + " is not a number");
    EMO_ASSIGN(const std::size_t k, place_of(label));
    if (row.scores.size() <= k) row.scores.resize(k + 1, 0.0F);
    if (set_in_.size() <= k) set_in_.resize(k + 1, 0);
    if (set_in_[k] == row_) return bad("gives the label " + core::quoted(label) + " two scores");
    set_in_[k] = row_;
    row.scores[k] = static_cast<float>(score);
    return {};
  }

 private:
  PredictionFile& file_;
  std::map<std::string, std::size_t> places_;
  std::uint64_t row_ = 1;              // counted from 1
  std::vector<std::uint64_t> set_in_;  // the row that gave the label of each place a score last
};

Result<std::vector<std::string>> names_in(const io::Json& json, const std::string& member) {
  std::vector<std::string> names;
  const auto is_name = [](const io::Json& value) { return value.is_string(); };
  if (json.is_string()) {
    names.push_back(json.get<std::string>());
  } else if (json.is_array() && std::all_of(json.begin(), json.end(), is_name)) {
    for (const io::Json& name : json) names.push_back(name.get<std::string>());
  } else if (!json.is_null()) {
    return bad("'" + member + "' is neither a name nor a list of names");
  }
  return names;
}

Result<void> read_score(LabelTable& table, PredictedRow& row, const std::string& label, const io::Json& value) {
  if (!value.is_number()) return bad("the score of " + core::quoted(label) + " is not a number");
  return table.set(row, label, value.get<double>());
}

Result<void> read_score_list(const io::Json& scores, const io::Json& json, const PredictionFileOptions& options,
                             LabelTable& table, PredictedRow& row) {
  if (!scores.empty() && scores.front().is_object()) {
    for (const io::Json& entry : scores) {
      if (!entry.is_object() || !entry.contains("label") || !entry["label"].is_string() || !entry.contains("score")) {
        return bad("'scores' is a list of objects, expected each with \"label\" and \"score\"");
      }
      EMO_TRY(read_score(table, row, entry["label"].get<std::string>(), entry["score"]));
    }
    return {};
  }
  std::vector<std::string> names = options.labels;
  if (names.empty() && json.contains("labels")) {
    EMO_ASSIGN(names, names_in(json["labels"], "labels"));
  }
  if (names.empty()) return bad("'scores' is a list without names: add \"labels\" to the row, or pass --labels a,b,c");
  if (names.size() != scores.size()) {
    return bad("has " + std::to_string(scores.size()) + " scores for " + std::to_string(names.size()) + " labels");
  }
  for (std::size_t k = 0; k < names.size(); ++k) EMO_TRY(read_score(table, row, names[k], scores[k]));
  return {};
}

std::string error_message(const io::Json& error) {
  if (error.is_object() && error.contains("message") && error["message"].is_string()) {
    return error["message"].get<std::string>();
  }
  return error.is_string() ? error.get<std::string>() : "the prediction is an error";
}

Error no_face() {
  return {ErrorCode::kInvalidInput, "no face was found in the picture"};
}

/// Null where there is none.
const io::Json* largest_face(const io::Json& faces) {
  const io::Json* largest = nullptr;
  double most = -1;
  if (!faces.is_array()) return nullptr;
  for (const io::Json& face : faces) {
    if (!face.is_object()) continue;
    const io::Json box = face.value("box", io::Json::object());
    const double area = box.is_object() ? box.value("w", 0.0) * box.value("h", 0.0) : 0.0;
    if (area <= most) continue;
    most = area;
    largest = &face;
  }
  return largest;
}

Result<void> read_answer(const io::Json& json, const PredictionFileOptions& options, LabelTable& table,
                         PredictedRow& row) {
  for (const char* name : {"predicted", "label"}) {
    if (!json.contains(name) || json[name].is_null()) continue;
    EMO_ASSIGN(row.predicted, names_in(json[name], name));
    break;
  }
  if (!json.contains("scores")) return {};
  const io::Json& scores = json["scores"];
  if (scores.is_array()) return read_score_list(scores, json, options, table, row);
  if (!scores.is_object()) return bad("'scores' is neither an object {label: p} nor a list");
  for (const auto& [label, value] : scores.items()) EMO_TRY(read_score(table, row, label, value));
  return {};
}

Result<PredictedRow> row_of(const io::Json& json, const PredictionFileOptions& options, LabelTable& table,
                            PredictionFile& file) {
  if (!json.is_object()) return bad("is not a JSON object");
  PredictedRow row;
  table.begin_row();
  if (json.contains("id") && !json["id"].is_null()) {
    const io::Json& id = json["id"];
    if (!id.is_string() && !id.is_number_integer()) return bad("'id' is neither a string nor a whole number");
    std::string text = id.is_string() ? id.get<std::string>() : io::dump_json(id);
    if (!text.empty()) row.id = std::move(text);  // "" names no row, as an empty field of a table does not
  }
  if (json.contains("row") && !json["row"].is_null()) {
    if (!json["row"].is_number_unsigned()) return bad("'row' is not a line number");
    row.row = json["row"].get<std::uint64_t>();
  }
  for (const char* name : {"text", "image", "input"}) {
    if (!json.contains(name) || !json[name].is_string()) continue;
    row.input = json[name].get<std::string>();
    file.input_name = name;
    break;
  }
  if (row.input.empty() && json.contains("source") && json["source"].is_string()) {
    row.input = json["source"].get<std::string>();
    file.input_name = "image";
    file.by_picture = true;
  }
  if (json.contains("gold")) {
    EMO_ASSIGN(row.gold, names_in(json["gold"], "gold"));
  }
  if (json.contains("error") && !json["error"].is_null()) {
    row.error = Error{ErrorCode::kInvalidInput, error_message(json["error"])};
    return row;
  }
  if (file.by_picture && json.contains("faces")) {
    const io::Json* face = largest_face(json["faces"]);
    if (face == nullptr) {
      row.error = no_face();
      return row;
    }
    EMO_TRY(read_answer(*face, options, table, row));
  } else {
    EMO_TRY(read_answer(json, options, table, row));
  }
  if (row.scores.empty() && !row.predicted) return bad("has neither 'scores' nor 'predicted'");
  return row;
}

/// Why a line could not be parsed, with the causes that people meet named. `message` begins with the place.
std::string parse_problem(const std::string& place, std::string_view text, bool terminated,
                          const std::string& message) {
  if (!terminated) return place + ": the last line is cut off: was the run that wrote it interrupted?";
  for (const std::string_view word : {"NaN", "Infinity", "nan"}) {
    if (text.find(word) != std::string_view::npos) {
      return place + ": holds " + std::string(word) + ", which is no JSON number: every score must be a number";
    }
  }
  return message;
}

// One list of rows, as `--format json` writes it. It is read as a whole: what has more to say writes lines.
Result<void> read_list(io::ByteWindow source, const PredictionFileOptions& options, LabelTable& table,
                       PredictionFile& file) {
  for (bool more = true; more;) {
    EMO_ASSIGN(more, source.more());
    if (source.unread().size() <= kMaxListBytes) continue;
    return Error{ErrorCode::kTooLarge, file.path + ": the list has more than 256 MiB; write JSON lines instead"};
  }
  EMO_ASSIGN(const auto list, io::parse_json(source.unread(), file.path));
  for (const io::Json& item : list) {
    const std::size_t number = file.rows.size() + 1;
    auto row = row_of(item, options, table, file);
    if (!row) return row.error().at(file.path + ": element " + std::to_string(number));
    row->line = number;
    file.rows.push_back(std::move(row).value());
  }
  return {};
}

Result<void> read_json(const PredictionFileOptions& options, PredictionFile& file) {
  EMO_ASSIGN(auto source, io::open_text(file.path));
  LabelTable table(file);
  for (const std::string& label : options.labels) EMO_TRY(table.place_of(label));
  EMO_ASSIGN(const bool list, io::begins_with(source, '['));
  if (list) return read_list(std::move(source), options, table, file);
  io::LineReader lines(std::move(source), kMaxRowBytes);
  std::uint64_t number = 0;
  while (auto line = lines.next()) {
    if (!*line) return line->error();
    ++number;
    const std::string place = file.path + ":" + std::to_string(number);
    if ((*line)->too_long) return Error{ErrorCode::kTooLarge, place + ": the row has more than 64 MiB"};
    const std::string_view text = (*line)->text;
    if (text.empty() || text == "\r") continue;
    const auto json = io::parse_json(text, place);
    if (!json) return bad(parse_problem(place, text, (*line)->terminated, json.error().message));
    auto row = row_of(*json, options, table, file);
    if (!row) return row.error().at(place);
    row->line = number;
    file.rows.push_back(std::move(row).value());
  }
  return {};
}

/// The columns of scores in a table of `emo text` or `emo batch text`, which may be called anything: those between
/// "label", "score" and "emotions". Empty: it is no such table.
std::map<std::string, std::string> columns_of_ours(std::span<const std::string> header) {
  std::map<std::string, std::string> ours;
  constexpr std::array<std::string_view, 2> kAnswer{"label", "score"};
  auto score = std::search(header.begin(), header.end(), kAnswer.begin(), kAnswer.end());
  if (score != header.end()) ++score;
  const auto emotions = std::find(score, header.end(), "emotions");
  if (emotions == header.end()) return ours;
  for (const std::string& name : std::span(score + 1, emotions)) ours[name] = name;
  return ours;
}

/// Score columns of a csv: column -> label. Asked for by name, else by prefix, else by their place in a table of ours,
/// else named after a known label.
std::map<std::string, std::string> score_columns(const io::Row& first, std::span<const std::string> header,
                                                 const std::vector<std::string>& wanted) {
  constexpr std::array<std::string_view, 3> kPrefixes{"score:", "score_", "p_"};
  std::map<std::string, std::string> prefixed;
  std::map<std::string, std::string> known;
  std::map<std::string, std::string> asked;
  const auto is_wanted = [&](std::string_view name) {
    return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  };
  for (const auto& entry : first.extra) {
    const std::string& name = entry.first;
    if (core::is_known_label(name)) known[name] = name;
    if (is_wanted(name)) asked[name] = name;
    for (const std::string_view prefix : kPrefixes) {
      if (!name.starts_with(prefix) || name.size() == prefix.size()) continue;
      const std::string label = name.substr(prefix.size());
      prefixed[name] = label;
      if (is_wanted(label)) asked[name] = label;
      break;
    }
  }
  if (!wanted.empty()) return asked;
  if (!prefixed.empty()) return prefixed;
  auto ours = columns_of_ours(header);
  return ours.empty() ? known : ours;
}

Result<void> read_csv_row(const io::Row& source, const std::map<std::string, std::string>& columns, char separator,
                          LabelTable& table, PredictedRow& row, PredictionFile& file) {
  const auto field = [&](const char* name) -> const std::string* {
    const auto it = source.extra.find(name);
    return it == source.extra.end() || it->second.empty() ? nullptr : &it->second;
  };
  row.line = source.number;
  row.gold = source.labels;
  if (const auto* id = field("id")) row.id = *id;
  if (const auto* text = field("row")) {
    std::uint64_t value = 0;
    const auto parsed = std::from_chars(text->data(), text->data() + text->size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text->data() + text->size()) {
      return bad("'row' is " + core::quoted(*text) + ", expected a line number");
    }
    row.row = value;
  }
  for (const char* name : {"text", "image", "input"}) {
    if (const auto* text = field(name)) {
      row.input = *text;
      file.input_name = name;
      break;
    }
  }
  const auto* picture = row.input.empty() ? field("source") : nullptr;
  if (picture != nullptr) {
    row.input = *picture;
    file.input_name = "image";
    file.by_picture = true;
  }
  if (const auto* text = field("error")) {
    row.error = Error{ErrorCode::kInvalidInput, *text};
    return {};
  }
  if (picture != nullptr && field("label") == nullptr && source.extra.contains("face")) {
    row.error = no_face();
    return {};
  }
  const auto* predicted = field("predicted");
  if (predicted == nullptr) predicted = field("label");
  if (predicted != nullptr) {
    row.predicted.emplace();
    for (std::size_t begin = 0; begin <= predicted->size();) {
      const std::size_t end = std::min(predicted->find(separator, begin), predicted->size());
      if (end > begin) row.predicted->push_back(predicted->substr(begin, end - begin));
      begin = end + 1;
    }
  }
  for (const auto& [column, label] : columns) {
    const auto it = source.extra.find(column);
    const std::string text = it == source.extra.end() ? "" : it->second;
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
      return bad("the score of " + core::quoted(label) + " is " + core::quoted(text) + ", expected a number");
    }
    EMO_TRY(table.set(row, label, value));
  }
  if (row.scores.empty() && !row.predicted) return bad("has neither a column of scores nor 'predicted'");
  return {};
}

/// Of the face that a row of `emo face` is about; 0 where it does not say.
double box_area(const io::Row& row) {
  double area = 1;
  for (const char* side : {"w", "h"}) {
    const auto it = row.extra.find(side);
    area *= it == row.extra.end() ? 0.0 : std::strtod(it->second.c_str(), nullptr);
  }
  return area;
}

/// The labels in an order that does not depend on the rows': ties go to the first.
void sort_labels(PredictionFile& file) {
  std::vector<std::size_t> order(file.labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return file.labels[a] < file.labels[b]; });
  std::vector<std::string> labels;
  for (const std::size_t k : order) labels.push_back(std::move(file.labels[k]));
  file.labels = std::move(labels);
  for (PredictedRow& row : file.rows) {
    std::vector<float> scores;
    for (const std::size_t k : order) {
      if (!row.scores.empty()) scores.push_back(row.scores[k]);
    }
    row.scores = std::move(scores);
  }
}

/// A row whose id is empty is called by its 0-based number, as the rows of the data are (io::Row::id). Where no row has
/// an id that would be none: they are then joined in order.
void name_rows_without_id(std::vector<PredictedRow>& rows) {
  if (std::none_of(rows.begin(), rows.end(), [](const PredictedRow& row) { return row.id.has_value(); })) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].id) rows[i].id = std::to_string(i);
  }
}

Result<void> read_csv(const PredictionFileOptions& options, PredictionFile& file) {
  io::RowOptions rows;
  rows.text_column.clear();
  rows.label_column = "gold";
  rows.id_column = kNoColumn;  // the reader numbers rows without an id: its numbers look like those of an id column
  rows.label_separator = options.label_separator;
  EMO_ASSIGN(const auto reader, io::open_rows(file.path, rows));
  LabelTable table(file);
  std::map<std::string, std::string> columns;
  std::vector<double> areas;  // of the faces that the rows answer
  bool first = true;
  while (auto source = reader->next()) {
    if (!*source) return bad(source->error().message);
    if (first) {
      columns = score_columns(**source, reader->columns(), options.labels);
      for (const std::string& label : options.labels) {
        const auto has = [&](const auto& column) { return column.second == label; };
        if (std::none_of(columns.begin(), columns.end(), has)) {
          return bad(file.path + ": has no column of scores for " + core::quoted(label));
        }
      }
      first = false;
    }
    PredictedRow row;
    table.begin_row();
    if (auto read = read_csv_row(**source, columns, options.label_separator, table, row, file); !read) {
      return read.error().at(file.path + ":" + std::to_string((*source)->number));
    }
    const double area = file.by_picture ? box_area(**source) : 0;
    const bool same_picture = file.by_picture && !file.rows.empty() && file.rows.back().input == row.input;
    if (!same_picture) {
      areas.push_back(area);
      file.rows.push_back(std::move(row));
    } else if (area > areas.back()) {
      areas.back() = area;
      file.rows.back() = std::move(row);
    }
  }
  name_rows_without_id(file.rows);
  return {};
}

}  // namespace

bool PredictionFile::has_gold() const {
  return std::any_of(rows.begin(), rows.end(), [](const PredictedRow& row) { return !row.gold.empty(); });
}

Result<PredictionFile> read_predictions(const std::string& path, const PredictionFileOptions& options) {
  PredictionFile file;
  file.path = path;
  const io::RowFormat format = io::format_of_rows(path, io::RowFormat::kAuto);
  const bool table = format == io::RowFormat::kCsv || format == io::RowFormat::kTsv;
  EMO_TRY(table ? read_csv(options, file) : read_json(options, file));
  if (file.rows.empty()) return bad(path + ": has no prediction");
  // A row that named fewer labels than the file has in all: the others count 0.
  for (PredictedRow& row : file.rows) {
    if (!row.scores.empty()) row.scores.resize(file.labels.size(), 0.0F);
  }
  if (options.labels.empty()) sort_labels(file);
  return file;
}

}  // namespace emo::eval
