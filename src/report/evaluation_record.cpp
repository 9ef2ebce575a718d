// metrics.json and curves.json into a record; predictions come from prediction_figures.cpp. Lenient: what is missing or
// damaged becomes a note of the report, not the end of it.
#include "report/evaluation_record.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>

#include "core/quote.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "report/folder_files.hpp"
#include "report/json_lookup.hpp"
#include "report/mistake_details.hpp"
#include "report/prediction_figures.hpp"

namespace emo::report {
namespace {

constexpr std::uint64_t kMaxMetricsBytes = std::uint64_t{64} << 20;

// The file as an object; damage is a note.
std::optional<io::Json> read_object(const std::string& path, RecordNotes& notes) {
  const auto text = io::read_file(path, kMaxMetricsBytes);
  if (!text) {
    notes.push_back({true, text.error().message});
    return std::nullopt;
  }
  auto json = io::parse_json(*text, path);
  if (json && json->is_object()) return std::move(*json);
  notes.push_back({true, json ? path + ": not a JSON object; left out" : json.error().message + "; left out"});
  return std::nullopt;
}

void take_figures(const io::Json& json, EvaluationRecord& out) {
  for (const auto& [key, value] : json.items()) {
    if (!value.is_number() || key == "n" || key.starts_with("n_")) continue;
    if (const auto figure = number_at(json, key)) out.figures[key] = *figure;
  }
  for (const char* key :
       {"n_errors", "n_several_gold", "n_no_gold", "n_dropped/unlabelled", "n_dropped/other_classes"}) {
    if (const auto count = count_at(json, key)) out.counts[key] = *count;
  }
  for (const char* key : {"kl", "entropy", "soft_accuracy", "soft_accuracy_ceiling"}) {
    if (const auto figure = number_at(json, std::string("annotators/") + key)) {
      out.figures[std::string("annotator_") + key] = *figure;
    }
  }
  const io::Json* intervals = member(json, "ci95");
  if (intervals == nullptr || !intervals->is_object()) return;
  out.intervals_told = true;
  for (const auto& [key, value] : intervals->items()) {
    if (value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number()) {
      out.intervals[key] = {value[0].get<double>(), value[1].get<double>()};
    }
  }
}

void take_classes(const io::Json& json, EvaluationRecord& out) {
  std::map<std::string, ClassFigures> found;
  const io::Json* classes = member(json, "per_class");
  if (classes != nullptr && classes->is_object()) {
    for (const auto& [label, value] : classes->items()) {
      const auto support = count_at(value, "support");
      if (!support) {
        out.notes.push_back({true, "metrics.json: class " + core::quoted(label) +
                                       " has no support, the number of its rows, and is left out"});
        continue;
      }
      // A class without rows has no recall, one that is never answered no precision.
      found[label] = {label, number_at(value, "precision").value_or(0), number_at(value, "recall").value_or(0),
                      number_at(value, "f1").value_or(0), *support};
      found[label].average_precision = number_at(value, "average_precision");
    }
  }
  out.labels = texts_at(json, "confusion/labels");
  if (out.labels.empty()) {
    for (const auto& [label, figures] : found) out.labels.push_back(label);
  }
  if (out.labels.size() > kMostClasses) {
    note_too_many_classes(out, "metrics.json", out.labels.size());
    out.labels.clear();
    return;
  }
  for (const auto& label : out.labels) {
    if (const auto at = found.find(label); at != found.end()) out.classes.push_back(at->second);
  }
}

void take_confusion(const io::Json& json, EvaluationRecord& out) {
  const io::Json* matrix = member(json, "confusion/matrix");
  if (matrix == nullptr || out.labels.empty()) return;
  std::vector<std::vector<std::uint64_t>> rows;
  bool square = matrix->is_array() && matrix->size() == out.labels.size();
  for (std::size_t r = 0; square && r < matrix->size(); ++r) {
    const io::Json& row = (*matrix)[r];
    square = row.is_array() && row.size() == out.labels.size() &&
             std::all_of(row.begin(), row.end(), [](const io::Json& cell) { return cell.is_number_unsigned(); });
    if (square) rows.push_back(row.get<std::vector<std::uint64_t>>());
  }
  if (square) {
    out.confusion = std::move(rows);
  } else {
    out.notes.push_back({true, "metrics.json: the confusion matrix is not " + std::to_string(out.labels.size()) +
                                   " x " + std::to_string(out.labels.size()) +
                                   " counts; it is computed from the predictions if there are any"});
  }
}

// Slices as emo eval writes them; the interval is made anew, so that every slice of a report has the same kind.
void take_slices(const io::Json& json, EvaluationRecord& out) {
  const io::Json* columns = member(json, "slices");
  if (columns == nullptr || !columns->is_object()) return;
  constexpr std::size_t kMostValues = 12;
  for (const auto& [column, values] : columns->items()) {
    if (!values.is_array() || values.size() < 2) continue;
    if (values.size() > kMostValues) {
      out.notes.push_back({false, "Column " + core::quoted(column) + " has " + std::to_string(values.size()) +
                                      " values, too many to show; metrics.json has the figures of each"});
      continue;
    }
    for (const auto& value : values) {
      const auto rows = count_at(value, "n");
      const auto accuracy = number_at(value, "accuracy");
      if (!rows || !accuracy || *rows == 0 || *accuracy < 0 || *accuracy > 1) continue;
      const auto right = static_cast<std::uint64_t>(std::llround(*accuracy * static_cast<double>(*rows)));
      out.slices.push_back(
          {column, text_at(value, "value").value_or("?"), *rows, right, wilson_interval(right, *rows)});
    }
  }
}

void take_metrics(const io::Json& json, EvaluationRecord& out) {
  out.rows = count_at(json, "n").value_or(0);
  out.split = text_at(json, "split").value_or("");
  out.model = text_at(json, "model").value_or("");
  out.head = text_at(json, "head").value_or("");
  out.command = text_at(json, "command").value_or("");
  out.multi_label = text_at(json, "decision").value_or("") == "multi_label";
  take_figures(json, out);
  take_classes(json, out);
  take_confusion(json, out);
  take_slices(json, out);
  out.comparison = read_comparison(json, out.notes);
  for (const auto& note : texts_at(json, "notes")) out.notes.push_back({false, note});
  const io::Json* map = member(json, "label_map");
  if (map == nullptr || !map->is_object()) return;
  for (const auto& [label, target] : map->items()) {
    out.label_map[label] = target.is_string() ? target.get<std::string>() : "";
  }
}

// Once, at the end: what the files after the one with too many classes say of single classes goes the same way.
void forget_classes(EvaluationRecord& out) {
  out.labels.clear();
  out.classes.clear();
  out.confusion.clear();
  out.precision_recall.clear();
  out.thresholds.clear();
}

std::optional<double> number_in(const io::Json& list, std::size_t index) {
  if (!list.is_array() || list.size() <= index || !list[index].is_number()) return std::nullopt;
  return list[index].get<double>();
}

// Of metrics.json, which knows every row: the points of a curve are thinned.
std::optional<double> average_precision_of(const EvaluationRecord& record, const std::string& label) {
  const auto at =
      std::find_if(record.classes.begin(), record.classes.end(), [&](const auto& c) { return c.label == label; });
  return at == record.classes.end() ? std::nullopt : at->average_precision;
}

void take_curves(const io::Json& json, EvaluationRecord& out) {
  if (const io::Json* bins = member(json, "reliability"); bins != nullptr && bins->is_array()) {
    for (const auto& bin : *bins) {
      out.reliability.push_back({number_at(bin, "low").value_or(0), number_at(bin, "high").value_or(0),
                                 count_at(bin, "count").value_or(0), number_at(bin, "confidence").value_or(0),
                                 number_at(bin, "accuracy").value_or(0)});
    }
  }
  if (const io::Json* curves = member(json, "pr"); curves != nullptr && curves->is_object()) {
    for (const auto& [label, points] : curves->items()) {
      PrecisionRecallCurve curve{label, {}, average_precision_of(out, label).value_or(-1)};
      for (const auto& point : points) {
        const auto recall = number_in(point, 0), precision = number_in(point, 1);
        if (recall && precision) curve.points.push_back({*recall, *precision, number_in(point, 2).value_or(0)});
      }
      std::stable_sort(curve.points.begin(), curve.points.end(), [](auto& a, auto& b) { return a.recall < b.recall; });
      if (curve.average_precision < 0) {
        curve.average_precision = 0;
        double last = 0;
        for (const auto& point : curve.points) {
          curve.average_precision += (point.recall - last) * point.precision;
          last = point.recall;
        }
      }
      if (!curve.points.empty()) out.precision_recall.push_back(std::move(curve));
    }
  }
  if (const io::Json* curve = member(json, "coverage_risk"); curve != nullptr && curve->is_array()) {
    for (const auto& point : *curve) {
      const auto coverage = number_in(point, 0), risk = number_in(point, 1);
      if (coverage && risk) out.coverage_risk.push_back({*coverage, *risk});
    }
  }
  if (const io::Json* thresholds = member(json, "thresholds"); thresholds != nullptr && thresholds->is_object()) {
    for (const auto& [label, value] : thresholds->items()) {
      if (value.is_number()) out.thresholds[label] = value.get<double>();
      double best = 0;  // where nothing is ever found no threshold is the best
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        const auto threshold = number_in(value[i], 0), f1 = number_in(value[i], 3);
        if (threshold && f1 && *f1 > best) {
          best = *f1;
          out.thresholds[label] = *threshold;
        }
      }
    }
  }
}

}  // namespace

bool EvaluationFiles::exist() const {
  return is_file(metrics) || is_file(predictions);
}

EvaluationFiles evaluation_files(const std::string& folder, const std::string& part) {
  if (part.empty()) {
    return {folder + "/metrics.json", folder + "/predictions.jsonl", folder + "/curves.json",
            folder + "/mistakes.jsonl"};
  }
  return {folder + "/" + part + "_metrics.json", folder + "/predictions_" + part + ".jsonl",
          folder + "/" + part + "_curves.json"};
}

std::optional<double> largest_class_share(const EvaluationRecord& record) {
  if (record.multi_label || record.rows == 0) return std::nullopt;
  std::uint64_t largest = 0;
  for (const auto& c : record.classes) largest = std::max(largest, c.support);
  if (largest == 0) return std::nullopt;
  return std::min(1.0, static_cast<double>(largest) / static_cast<double>(record.rows));
}

std::optional<double> figure_of(const EvaluationRecord& record, const std::string& name) {
  const auto at = record.figures.find(name);
  if (at == record.figures.end()) return std::nullopt;
  return at->second;
}

Result<EvaluationRecord> read_evaluation(const EvaluationFiles& files, const EvaluationReadOptions& options) {
  EvaluationRecord out;
  const bool has_metrics = is_file(files.metrics), has_predictions = is_file(files.predictions);
  if (!has_metrics && !has_predictions) {
    return Error{ErrorCode::kNotFound, "neither " + files.metrics + " nor " + files.predictions + " exists"};
  }
  out.folder = std::filesystem::path(has_metrics ? files.metrics : files.predictions).parent_path().string();
  if (has_metrics) {
    if (const auto json = read_object(files.metrics, out.notes)) take_metrics(*json, out);
  } else {
    out.notes.push_back({false, "There is no metrics.json; every figure is computed from the predictions"});
  }
  if (is_file(files.curves)) {
    if (const auto json = read_object(files.curves, out.notes)) take_curves(*json, out);
    const std::size_t drawn = std::max(out.precision_recall.size(), out.thresholds.size());
    if (drawn > kMostClasses) {
      note_too_many_classes(out, std::filesystem::path(files.curves).filename().string(), drawn);
    }
  }
  if (has_predictions) {
    EMO_TRY(add_predictions(files.predictions, options, out));
    if (is_file(files.mistakes)) EMO_TRY(add_mistake_details(files.mistakes, out));
  } else {
    out.notes.push_back({false, "There is no predictions.jsonl: no curves, worst mistakes or slices can be shown"});
  }
  if (out.too_many_classes) forget_classes(out);
  return out;
}

double risk_at(const EvaluationRecord& record, double coverage) {
  const auto& curve = record.coverage_risk;
  const auto end =
      std::find_if(curve.begin(), curve.end(), [&](const auto& p) { return p.coverage >= coverage - 1e-9; });
  if (end == curve.begin()) return curve.front().risk;
  if (end == curve.end()) return curve.back().risk;
  const auto& before = *std::prev(end);
  const double span = end->coverage - before.coverage;
  if (span <= 0) return end->risk;
  const double share = std::min(1.0, (coverage - before.coverage) / span);
  const double errors =
      before.coverage * before.risk + share * (end->coverage * end->risk - before.coverage * before.risk);
  return errors / (before.coverage + share * span);
}

}  // namespace emo::report
