// Predictions in JSON: lines, or one list. What emo's own commands write is among it. Tables are prediction_csv.cpp's.
#include <algorithm>
#include <string_view>
#include <utility>

#include "core/ascii.hpp"
#include "core/quote.hpp"
#include "eval/prediction_names.hpp"
#include "eval/prediction_readers.hpp"
#include "io/json.hpp"
#include "io/line_reader.hpp"
#include "io/text_source.hpp"

namespace emo::eval {
namespace {

constexpr std::size_t kMaxListBytes = 256U << 20U;
constexpr std::string_view kBlanks = " \t\r\n";

Result<std::vector<std::string>> names_in(const io::Json& json, const std::string& member) {
  std::vector<std::string> names;
  const auto is_name = [](const io::Json& value) { return value.is_string() || value.is_number(); };
  const auto name_of = [](const io::Json& value) {
    return value.is_string() ? value.get<std::string>() : io::dump_json(value);
  };
  if (is_name(json)) {
    names.push_back(name_of(json));
  } else if (json.is_array() && std::all_of(json.begin(), json.end(), is_name)) {
    for (const io::Json& name : json) names.push_back(name_of(name));
  } else if (!json.is_null()) {
    return bad_prediction("'" + member + "' is neither a name nor a list of names");
  }
  return names;
}

Result<void> read_score(LabelTable& table, PredictedRow& row, const std::string& label, const io::Json& value) {
  if (!value.is_number()) return bad_prediction("the score of " + core::quoted(label) + " is not a number");
  return table.set(row, label, value.get<double>());
}

Result<void> read_score_list(const io::Json& scores, const io::Json& json, const PredictionFileOptions& options,
                             LabelTable& table, PredictedRow& row) {
  if (!scores.empty() && scores.front().is_object()) {
    for (const io::Json& entry : scores) {
      if (!entry.is_object() || !entry.contains("label") || !entry["label"].is_string() || !entry.contains("score")) {
        return bad_prediction("the scores are a list of objects, expected each with \"label\" and \"score\"");
      }
      EMO_TRY(read_score(table, row, entry["label"].get<std::string>(), entry["score"]));
    }
    return {};
  }
  std::vector<std::string> names = options.labels;
  if (names.empty() && json.contains("labels")) {
    EMO_ASSIGN(names, names_in(json["labels"], "labels"));
  }
  if (names.empty())
    return bad_prediction("the scores are a list without names: add \"labels\" to the row, or pass --labels a,b,c");
  if (names.size() != scores.size()) {
    return bad_prediction("has " + std::to_string(scores.size()) + " scores for " + std::to_string(names.size()) +
                          " labels");
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

/// A side of a box; 0 where it is none, as in a table.
double side_of(const io::Json& box, const char* name) {
  const auto side = box.find(name);
  return side != box.end() && side->is_number() ? side->get<double>() : 0.0;
}

/// Null where there is none.
const io::Json* largest_face(const io::Json& faces) {
  const io::Json* largest = nullptr;
  double most = -1;
  if (!faces.is_array()) return nullptr;
  for (const io::Json& face : faces) {
    if (!face.is_object()) continue;
    const io::Json box = face.value("box", io::Json::object());
    const double area = box.is_object() ? side_of(box, "w") * side_of(box, "h") : 0.0;
    if (area <= most) continue;
    most = area;
    largest = &face;
  }
  return largest;
}

std::vector<std::string> members_of(const io::Json& json) {
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  return names;
}

Result<void> read_scores(const io::Json& scores, const io::Json& json, const PredictionFileOptions& options,
                         LabelTable& table, PredictedRow& row) {
  if (scores.is_array()) return read_score_list(scores, json, options, table, row);
  if (!scores.is_object()) return bad_prediction("'scores' is neither an object {label: p} nor a list");
  for (const auto& [label, value] : scores.items()) EMO_TRY(read_score(table, row, label, value));
  return {};
}

/// `of_face`: `json` is a face of ours, whose label is the answer.
Result<void> read_answer(const io::Json& json, bool of_face, const PredictionFileOptions& options, LabelTable& table,
                         PredictedRow& row) {
  const auto has = [&](const char* name) { return json.contains(name) && !json[name].is_null(); };
  const char* answer = has("predicted") ? "predicted" : "label";
  if (has(answer)) {
    EMO_ASSIGN(row.predicted, names_in(json[answer], answer));
  }
  if (json.contains("scores")) EMO_TRY(read_scores(json["scores"], json, options, table, row));
  if (!row.predicted || has("predicted") || of_face) return {};
  return check_label_is_answer(row, members_of(json), table);
}

Result<PredictedRow> row_of(const io::Json& json, const PredictionFileOptions& options, LabelTable& table,
                            PredictionFile& file) {
  PredictedRow row;
  table.begin_row();
  if (json.is_array()) {  // scores alone, as Hugging Face's pipelines return them; of one label it is the answer
    EMO_TRY(read_score_list(json, json, options, table, row));
    if (json.size() == 1 && json.front().is_object()) {
      row.predicted = std::vector<std::string>{json.front()["label"].get<std::string>()};
      row.scores.clear();
    }
    if (row.predicted) return row;
    if (row.scores.empty()) return bad_prediction("is an empty list");
    return row;
  }
  if (!json.is_object()) return bad_prediction("is not a JSON object");
  if (file.rows.empty()) file.unread_row_name = called_as_row_name(members_of(json)).value_or("");
  if (json.contains("id") && !json["id"].is_null()) {
    const io::Json& id = json["id"];
    if (!id.is_string() && !id.is_number_integer())
      return bad_prediction("'id' is neither a string nor a whole number");
    std::string text = id.is_string() ? id.get<std::string>() : io::dump_json(id);
    if (!text.empty()) row.id = std::move(text);  // "" names no row, as an empty field of a table does not
  }
  if (json.contains("row") && !json["row"].is_null()) {
    if (!json["row"].is_number_unsigned()) return bad_prediction("'row' is not a line number");
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
    if (json.contains("faces")) {  // else it may be anybody's word for where a row comes from
      file.input_name = "image";
      file.by_picture = true;
    }
  }
  if (json.contains("gold")) {
    EMO_ASSIGN(row.gold, names_in(json["gold"], "gold"));
  }
  if (json.contains("error") && !json["error"].is_null()) {
    row.error = Error{ErrorCode::kInvalidInput, error_message(json["error"])};
    return row;
  }
  const bool of_faces = file.by_picture && json.contains("faces");
  const io::Json* answer = of_faces ? largest_face(json["faces"]) : &json;
  if (answer == nullptr) {
    row.error = no_face();
    return row;
  }
  EMO_TRY(read_answer(*answer, of_faces, options, table, row));
  if (row.scores.empty() && !row.predicted) return bad_prediction("has neither 'scores' nor 'predicted'");
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

/// Whether `source` is lines that are each a list, the scores of a row, and not one list of rows. Consumes nothing.
/// Precondition: its first byte that is no white space is '['.
Result<bool> has_list_per_line(io::ByteWindow& source) {
  const std::size_t begin = source.unread().find_first_not_of(kBlanks);
  std::size_t end = std::string_view::npos;  // of the first line with a list
  std::size_t searched = begin;              // what has been looked at is not looked at again
  for (bool more = true; more;) {
    const std::string_view text = source.unread();
    if (end == std::string_view::npos) end = text.find('\n', searched);
    searched = text.size();
    if (end != std::string_view::npos && text.find_first_not_of(kBlanks, end) != std::string_view::npos) {
      return io::parse_json(text.substr(begin, end - begin), "").has_value();
    }
    if (text.size() - begin > kMaxPredictionRowBytes) return false;
    EMO_ASSIGN(more, source.more());
  }
  return false;
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

}  // namespace

Result<void> read_json_predictions(const PredictionFileOptions& options, PredictionFile& file) {
  EMO_ASSIGN(auto source, io::open_text(file.path));
  LabelTable table(file);
  for (const std::string& label : options.labels) EMO_TRY(table.place_of(label));
  EMO_ASSIGN(bool list, io::begins_with(source, '['));
  if (list) {
    EMO_ASSIGN(const bool lines, has_list_per_line(source));
    list = !lines;
  }
  if (list) return read_list(std::move(source), options, table, file);
  io::LineReader lines(std::move(source), kMaxPredictionRowBytes);
  std::uint64_t number = 0;
  while (auto line = lines.next()) {
    if (!*line) return line->error();
    ++number;
    const std::string place = file.path + ":" + std::to_string(number);
    if ((*line)->too_long) return Error{ErrorCode::kTooLarge, place + ": the row has more than 64 MiB"};
    const std::string_view text = (*line)->text;
    if (core::trimmed(text, kBlanks).empty()) continue;
    const auto json = io::parse_json(text, place);
    if (!json) return bad_prediction(parse_problem(place, text, (*line)->terminated, json.error().message));
    auto row = row_of(*json, options, table, file);
    if (!row) return row.error().at(place);
    row->line = number;
    file.rows.push_back(std::move(row).value());
  }
  return {};
}

}  // namespace emo::eval
