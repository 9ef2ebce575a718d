// Puts lines of a predictions file beside the items they are about. Reading the lines is report's work; what the
// probabilities say of the labels is confident learning's (label_noise.cpp).
#include "doctor/out_of_fold_file.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/labels.hpp"
#include "core/quote.hpp"
#include "report/prediction_lines.hpp"

namespace emo::doctor {

Result<OutOfFold> read_out_of_fold(const std::string& path, const DataView& data, std::size_t split) {
  std::map<std::uint64_t, std::uint32_t> by_row;
  std::map<std::string, std::uint32_t, std::less<>> by_file;
  std::size_t wanted = 0;
  for (std::uint32_t i = 0; i < data.items.size(); ++i) {
    const DataItem& item = data.items[i];
    if (item.split != split || item.labels.empty()) continue;
    ++wanted;
    if (item.row != 0) by_row.emplace(item.row, i);
    if (!item.file.empty()) by_file.emplace(item.file, i);
  }
  std::map<std::uint32_t, std::vector<float>> rows;
  std::optional<Error> problem;
  report::RecordNotes notes;
  const auto use = [&](report::PredictionLine& line) {
    if (problem || line.scores.empty()) return;
    std::optional<std::uint32_t> item;
    if (const auto it = by_file.find(line.image); it != by_file.end()) item = it->second;
    if (const auto it = by_row.find(line.row); !item && it != by_row.end()) item = it->second;
    const std::string place = path + ":" + std::to_string(line.line);
    if (!item) {
      problem =
          Error{ErrorCode::kInvalidData, place + ": row " + std::to_string(line.row) + " is no labelled row of '" +
                                             data.splits[split].name + "'; the predictions belong to other data"};
      return;
    }
    std::vector<float> probabilities;
    for (const std::string& label : data.labels) {
      auto score = line.scores.find(label);
      if (score == line.scores.end()) {  // "happiness" is a score for "happy"
        score = std::find_if(line.scores.begin(), line.scores.end(), [&](const auto& entry) {
          return core::canonical_label(entry.first) == core::canonical_label(label);
        });
      }
      if (score == line.scores.end()) {
        problem =
            Error{ErrorCode::kInvalidData, place + ": there is no score for the data's label " + core::quoted(label)};
        return;
      }
      probabilities.push_back(static_cast<float>(score->second));
    }
    rows[*item] = std::move(probabilities);
  };
  if (const auto counts = report::read_prediction_lines(path, use, report::EmptyGold::kUnlabelled, notes); !counts)
    return counts.error();
  if (problem) return *problem;
  if (2 * rows.size() < wanted) {
    return Error{ErrorCode::kInvalidData, path + ": has usable predictions for " + std::to_string(rows.size()) +
                                              " of the " + std::to_string(wanted) + " labelled rows of '" +
                                              data.splits[split].name + "', expected at least half"};
  }
  OutOfFold result;
  for (const auto& [item, probabilities] : rows) {
    result.items.push_back(item);
    result.probabilities.insert(result.probabilities.end(), probabilities.begin(), probabilities.end());
  }
  return result;
}

}  // namespace emo::doctor
