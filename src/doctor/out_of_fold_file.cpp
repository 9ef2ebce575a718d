// Puts lines of a predictions file beside the items they are about, and says how many items are left without one.
// Reading the lines is report's work; what the probabilities say of the labels is confident learning's
// (label_noise.cpp).
#include "doctor/out_of_fold_file.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "core/labels.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "report/prediction_lines.hpp"

namespace emo::doctor {
namespace {

bool is_number(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// Finds the items of lines, and what a line says of its item that is not so.
class Matcher {
 public:
  Matcher(const DataView& data, std::size_t split, std::span<const io::Row> rows) : data_(data), rows_(rows) {
    for (std::uint32_t i = 0; i < data.items.size(); ++i) {
      const DataItem& item = data.items[i];
      if (item.split != split) continue;
      wanted_ += item.labels.empty() ? 0U : 1U;
      if (item.row != 0) by_row_.emplace(item.row, i);
      if (!item.file.empty()) by_file_.emplace(item.file, i);
    }
  }

  /// Labelled items of the split.
  [[nodiscard]] std::size_t wanted() const { return wanted_; }

  /// By row first: a list may name a picture twice.
  [[nodiscard]] std::optional<std::uint32_t> find(const report::PredictionLine& line) const {
    if (const auto it = by_row_.find(line.row); it != by_row_.end()) return it->second;
    if (const auto it = by_file_.find(line.image); it != by_file_.end()) return it->second;
    const auto it = line.has_id ? by_file_.find(line.id) : by_file_.end();
    return it != by_file_.end() ? std::optional(it->second) : std::nullopt;
  }

  /// No text of the data is in it: the doctor shows none.
  [[nodiscard]] std::optional<std::string> contradiction(const report::PredictionLine& line,
                                                         std::uint32_t index) const {
    const DataItem& item = data_.items[index];
    const bool made_up = is_number(item.id) && !is_number(line.id);
    if (line.has_id && !item.id.empty() && !made_up && line.id != item.id) {
      return "has id " + core::quoted(line.id) + ", but " + place(index) + " has " + core::quoted(item.id);
    }
    if (by_file_.contains(line.image) && line.image != item.file) {
      return "is of picture " + core::quoted(line.image) + ", but " + place(index) + " is " + core::quoted(item.file);
    }
    if (!rows_.empty() && !line.text.empty() && line.text != rows_[index].text) {
      return "predicts another text than that of " + place(index);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string place(std::uint32_t index) const {
    const Place at = data_.place(index);
    return at.row == 0 ? at.file : at.file + ":" + std::to_string(at.row);
  }

 private:
  const DataView& data_;
  std::span<const io::Row> rows_;
  std::map<std::uint64_t, std::uint32_t> by_row_;
  std::map<std::string, std::uint32_t, std::less<>> by_file_;
  std::size_t wanted_ = 0;
};

struct Prediction {
  std::uint64_t line = 0;
  std::vector<float> probabilities;
};

Result<std::vector<float>> in_order(const std::map<std::string, double>& scores,
                                    const std::vector<std::string>& labels) {
  std::vector<float> probabilities;
  for (const std::string& label : labels) {
    auto score = scores.find(label);
    if (score == scores.end()) {  // "happiness" is a score for "happy"
      score = std::find_if(scores.begin(), scores.end(), [&](const auto& entry) {
        return core::canonical_label(entry.first) == core::canonical_label(label);
      });
    }
    if (score == scores.end()) {
      return Error{ErrorCode::kInvalidData, "there is no score for the data's label " + core::quoted(label)};
    }
    probabilities.push_back(static_cast<float>(score->second));
  }
  return probabilities;
}

/// The predictions of the labelled items, each from one line.
class Collector {
 public:
  Collector(const DataView& data, std::size_t split, std::span<const io::Row> rows)
      : data_(data), split_(data.splits[split].name), matcher_(data, split, rows) {}

  Result<void> take(const report::PredictionLine& line) {
    const auto wrong = [](const std::string& what) { return Error{ErrorCode::kInvalidData, what}; };
    constexpr const char* kOutOfStep = ": the predictions are out of step with the data";
    const auto item = matcher_.find(line);
    if (!item) {
      return wrong("row " + std::to_string(line.row) + " is no row of '" + split_ +
                   "'; the predictions belong to other data");
    }
    if (const auto problem = matcher_.contradiction(line, *item)) return wrong(*problem + kOutOfStep);
    if (data_.items[*item].labels.empty()) return {};  // there is no label that could be wrong
    const auto [at, fresh] = predictions_.try_emplace(*item);
    if (!fresh) {
      return wrong("predicts " + matcher_.place(*item) + " again, after line " + std::to_string(at->second.line) +
                   kOutOfStep);
    }
    at->second.line = line.line;
    EMO_ASSIGN(at->second.probabilities, in_order(line.scores, data_.labels));
    return {};
  }

  /// "p.jsonl has usable predictions for 3 of the 4 labelled rows of 'train'", and why lines were left out; "" where
  /// nothing is missing.
  [[nodiscard]] std::string shortfall(const std::string& path, const report::RecordNotes& notes) const {
    if (predictions_.size() == matcher_.wanted() && notes.empty()) return "";
    std::string words = path + " has usable predictions for " + std::to_string(predictions_.size()) + " of the " +
                        std::to_string(matcher_.wanted()) + " labelled rows of '" + split_ + "'";
    for (const report::RecordNote& note : notes) words += "; " + note.text;
    return words;
  }

  [[nodiscard]] bool covers_half() const { return 2 * predictions_.size() >= matcher_.wanted(); }

  [[nodiscard]] OutOfFold result() const {
    OutOfFold result;
    for (const auto& [item, prediction] : predictions_) {
      result.items.push_back(item);
      result.probabilities.insert(result.probabilities.end(), prediction.probabilities.begin(),
                                  prediction.probabilities.end());
    }
    return result;
  }

 private:
  const DataView& data_;
  const std::string& split_;
  Matcher matcher_;
  std::map<std::uint32_t, Prediction> predictions_;
};

}  // namespace

Result<OutOfFold> read_out_of_fold(const std::string& path, const DataView& data, std::size_t split,
                                   std::span<const io::Row> rows) {
  Collector collector(data, split, rows);
  std::optional<Error> problem;
  const auto use = [&](const report::PredictionLine& line) {
    if (problem) return;
    if (const auto taken = collector.take(line); !taken) {
      problem = taken.error().at(path + ":" + std::to_string(line.line));
    }
  };
  report::RecordNotes notes;
  EMO_ASSIGN(const auto counts, report::read_prediction_lines(path, use, report::EmptyGold::kNotAsked, notes));
  if (problem) return *problem;
  if (counts.with_error > 0) {
    notes.push_back({true, path + ": " + core::counted(counts.with_error, "line has", "lines have") +
                               " an error instead of scores"});
  }
  const std::string shortfall = collector.shortfall(path, notes);
  if (!collector.covers_half()) {
    return Error{ErrorCode::kInvalidData, shortfall + "; expected are at least half of them"};
  }
  OutOfFold result = collector.result();
  result.shortfall = shortfall;
  return result;
}

void report_shortfall(const OutOfFold& given, Examination& examination) {
  if (given.shortfall.empty()) return;
  examination.findings.push_back(
      {.code = "predictions_note",
       .severity = Severity::kNote,
       .message = given.shortfall + ".",
       .number = static_cast<double>(given.items.size()),
       .measure = "items",
       .fix = "Only rows with a prediction are looked at; give each labelled row a line with scores."});
}

}  // namespace emo::doctor
