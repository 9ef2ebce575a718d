// Files of predictions, ours and anybody's. Whether they fit a data set is decided in predictions_evaluation.cpp; the
// report reads its own, leniently (report/prediction_lines).
#include "eval/prediction_file.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/quote.hpp"
#include "eval/prediction_names.hpp"
#include "eval/prediction_readers.hpp"
#include "io/rows.hpp"

namespace emo::eval {
namespace {

/// The labels in an order that does not depend on the rows': ties go to the first.
void sort_labels(PredictionFile& file) {
  std::vector<std::size_t> order(file.labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return file.labels[a] < file.labels[b]; });
  std::vector<std::string> labels;
  labels.reserve(order.size());
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

}  // namespace

Result<void> check_label_is_answer(const PredictedRow& row, std::span<const std::string> names,
                                   const LabelTable& table) {
  static constexpr const char* kAdvice = ": call the right label 'gold' and the answer 'predicted'";
  if (const auto answer = called_as_answer(names)) {
    return bad_prediction("has 'label' and " + core::quoted(*answer) + kAdvice);
  }
  const auto has = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  // Only what emo itself writes says whether it abstained.
  if (has("score") || has("abstained") || !row.gold.empty()) return {};
  if (row.scores.empty()) {
    return bad_prediction("has 'label' without a score, which may be the right label or the answer" +
                          std::string(kAdvice));
  }
  const std::vector<std::string>& labels = *row.predicted;
  const auto largest = std::max_element(row.scores.begin(), row.scores.end());
  const auto score = labels.size() == 1 ? table.score_in(row, labels.front()) : std::nullopt;
  if (score && *score >= *largest) return {};
  return bad_prediction("'label' is not the label of the largest score, so it may be the right one" +
                        std::string(kAdvice));
}

bool PredictionFile::has_gold() const {
  return std::any_of(rows.begin(), rows.end(), [](const PredictedRow& row) { return !row.gold.empty(); });
}

Result<PredictionFile> read_predictions(const std::string& path, const PredictionFileOptions& options) {
  PredictionFile file;
  file.path = path;
  const io::RowFormat format = io::format_of_rows(path, io::RowFormat::kAuto);
  const bool table = format == io::RowFormat::kCsv || format == io::RowFormat::kTsv;
  EMO_TRY(table ? read_csv_predictions(options, file) : read_json_predictions(options, file));
  if (file.rows.empty()) return bad_prediction(path + ": has no prediction");
  // A row that named fewer labels than the file has in all: the others count 0.
  for (PredictedRow& row : file.rows) {
    if (!row.scores.empty()) row.scores.resize(file.labels.size(), 0.0F);
  }
  if (options.labels.empty()) sort_labels(file);
  return file;
}

}  // namespace emo::eval
