// Files of predictions, ours and anybody's. Whether they fit a data set is decided in predictions_evaluation.cpp; the
// report reads its own, leniently (report/prediction_lines).
#include "eval/prediction_file.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

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
