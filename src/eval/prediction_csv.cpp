// Predictions in csv and tsv: which columns hold scores, and what a row says. JSON is prediction_json.cpp's.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/labels.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "eval/prediction_names.hpp"
#include "eval/prediction_readers.hpp"
#include "io/rows.hpp"

namespace emo::eval {
namespace {

/// No column is called so: the names of a header are read without the spaces around them.
constexpr const char* kNoColumn = " ";

/// The columns of scores in a table of ours, which may be called anything: those between "label", "score" and
/// "emotions" of texts or "reasons" of faces. Empty: it is no such table.
std::map<std::string, std::string> columns_of_ours(std::span<const std::string> header) {
  std::map<std::string, std::string> ours;
  constexpr std::array<std::string_view, 2> kAnswer{"label", "score"};
  auto score = std::search(header.begin(), header.end(), kAnswer.begin(), kAnswer.end());
  if (score != header.end()) ++score;
  const bool of_faces = std::find(header.begin(), score, "face") != score;
  const auto end = std::find(score, header.end(), of_faces ? "reasons" : "emotions");
  if (end == header.end()) return ours;
  for (const std::string& name : std::span(score + 1, end)) ours[name] = name;
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

/// What the columns of the file are.
struct Columns {
  std::vector<std::string> names;             ///< of all, as the header has them
  std::map<std::string, std::string> scores;  ///< column -> label
};

Result<void> read_csv_row(const io::Row& source, const Columns& columns, char separator, LabelTable& table,
                          PredictedRow& row, PredictionFile& file) {
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
      return bad_prediction("'row' is " + core::quoted(*text) + ", expected a line number");
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
  const bool of_faces = source.extra.contains("face") && source.extra.contains("detection");
  const auto* picture = row.input.empty() && of_faces ? field("source") : nullptr;
  if (picture != nullptr) {
    row.input = *picture;
    file.input_name = "image";
    file.by_picture = true;
  }
  if (const auto* text = field("error")) {
    row.error = Error{ErrorCode::kInvalidInput, *text};
    return {};
  }
  if (picture != nullptr && field("label") == nullptr) {
    row.error = no_face();
    return {};
  }
  const auto* predicted = field("predicted");
  if (predicted == nullptr) predicted = field("label");
  if (predicted != nullptr) {
    io::Row read;
    io::read_label_field(*predicted, separator, read);  // as gold is read
    row.predicted = std::move(read.labels);
  }
  for (const auto& [column, label] : columns.scores) {
    const auto it = source.extra.find(column);
    const std::string text = it == source.extra.end() ? "" : it->second;
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
      return bad_prediction("the score of " + core::quoted(label) + " is " + core::quoted(text) +
                            ", expected a number");
    }
    EMO_TRY(table.set(row, label, value));
  }
  if (row.scores.empty() && !row.predicted) return bad_prediction("has neither a column of scores nor 'predicted'");
  const bool is_label = row.predicted && field("predicted") == nullptr;
  if (is_label && picture == nullptr) EMO_TRY(check_label_is_answer(row, columns.names, table));
  return {};
}

/// Of the face that a row of `emo face` is about; 0 where it does not say.
double box_area(const io::Row& row) {
  double area = 1;
  for (const char* side : {"w", "h"}) {
    const auto it = row.extra.find(side);
    area *= it == row.extra.end() ? 0.0 : core::leading_number(it->second).value_or(0);
  }
  return area;
}

/// A row whose id is empty is called by its 0-based number, as the rows of the data are (io::Row::id). Where no row has
/// an id that would be none: they are then joined in order.
void name_rows_without_id(std::vector<PredictedRow>& rows) {
  if (std::none_of(rows.begin(), rows.end(), [](const PredictedRow& row) { return row.id.has_value(); })) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].id) rows[i].id = std::to_string(i);
  }
}

}  // namespace

Result<void> read_csv_predictions(const PredictionFileOptions& options, PredictionFile& file) {
  io::RowOptions rows;
  rows.text_column.clear();
  rows.label_column = "gold";
  rows.id_column = kNoColumn;  // the reader numbers rows without an id: its numbers look like those of an id column
  rows.label_separator = options.label_separator;
  EMO_ASSIGN(const auto reader, io::open_rows(file.path, rows));
  LabelTable table(file);
  Columns columns;
  double largest = 0;  // of the faces of the last picture
  bool first = true;
  while (auto source = reader->next()) {
    if (!*source) return bad_prediction(source->error().message);
    if (first) {
      columns.names.assign(reader->columns().begin(), reader->columns().end());
      columns.scores = score_columns(**source, columns.names, options.labels);
      file.unread_row_name = called_as_row_name(columns.names).value_or("");
      for (const std::string& label : options.labels) {
        const auto has = [&](const auto& column) { return column.second == label; };
        if (std::none_of(columns.scores.begin(), columns.scores.end(), has)) {
          return bad_prediction(file.path + ": has no column of scores for " + core::quoted(label));
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
    if (same_picture && area <= largest) continue;
    if (same_picture) file.rows.pop_back();
    file.rows.push_back(std::move(row));
    largest = area;
  }
  name_rows_without_id(file.rows);
  return {};
}

}  // namespace emo::eval
