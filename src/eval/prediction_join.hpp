// Predictions of a file and the rows they are of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "emo/error.hpp"
#include "eval/prediction_file.hpp"
#include "io/rows.hpp"

namespace emo::eval {

/// The rows that predictions are joined with.
struct LabelledData {
  std::string name;  ///< for messages: the path
  std::span<const io::Row> rows;
  /// The faces that `rows` were made from by face_rows(), one each; nullptr = texts. Gives votes and built-in slices.
  const dataset::FaceData* faces = nullptr;
  /// It has rows that could not be read, which are not in `rows`: a prediction that is an error may be of one of them.
  bool damaged = false;
};

/// A prediction with its labels, and the data row they came from, if any.
struct Joined {
  const PredictedRow* prediction = nullptr;
  const io::Row* row = nullptr;
  [[nodiscard]] const std::vector<std::string>& gold() const { return row != nullptr ? row->labels : prediction->gold; }
  [[nodiscard]] std::uint64_t number() const {
    return row != nullptr ? row->number : prediction->row.value_or(prediction->line);
  }
};

struct JoinedPredictions {
  std::vector<Joined> rows;
  std::uint64_t left_out = 0;   ///< predictions that were passed over, their rows being left out of the data
  bool by_order_alone = false;  ///< some were joined in order, and say nothing that the data could contradict
};

/// Which row of `data` each prediction of `file` is of: by row number, by id, of a face by its picture (PictureIndex)
/// where the file names one of the data and none that may be one of several, else in order. Without data each is of
/// itself, with its own gold labels, and no row (no id, where it names no row) may be predicted twice. `partly`:
/// predictions of other rows are passed over, and rows without one left out. The result points into `file` and `data`.
/// Errors: kInvalidData naming the place where they are out of step (in order too the text has to be the row's, and the
/// picture of a face called as the row's is, whatever its folder and extension), or that nobody has gold labels.
Result<JoinedPredictions> join(const PredictionFile& file, const std::optional<LabelledData>& data, bool partly);

/// "FILE:LINE" of a prediction, for messages.
std::string place_of(const PredictionFile& file, const PredictedRow& row);

}  // namespace emo::eval
