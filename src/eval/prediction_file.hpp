// Predictions that somebody wrote down, ours or anybody's: jsonl and csv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::eval {

struct PredictedRow {
  std::uint64_t line = 0;  ///< in the prediction file
  std::optional<std::string> id;
  std::optional<std::uint64_t> row;  ///< line in the data it answers
  std::string input;
  std::vector<std::string> gold;  ///< empty = the file does not say
  std::optional<std::vector<std::string>> predicted;
  std::vector<float> scores;  ///< over PredictionFile::labels; empty = only `predicted`
  std::optional<Error> error;
};

struct PredictionFile {
  std::string path;
  std::vector<std::string> labels;   ///< what the scores are of, sorted unless they were given; empty without scores
  std::string input_name = "input";  ///< "text" or "image" if the rows have such a member
  bool by_picture = false;           ///< `emo face` wrote it: PredictedRow::input is the picture that a row answers
  std::string unread_row_name;       ///< a member or column that may say which row is answered and is not read ("ID")
  std::vector<PredictedRow> rows;
  [[nodiscard]] bool has_gold() const;
};

struct PredictionFileOptions {
  /// Names of the scores where they are a bare list; for csv the columns that hold scores. Empty: the list "labels" of
  /// a jsonl row; for csv the columns "score:NAME", "score_NAME" or "p_NAME", else those named after a known label.
  std::vector<std::string> labels;
  char label_separator = '|';  ///< between several labels of a csv field
};

/// By extension csv or tsv (a header line), else jsonl, or one JSON list of up to 256 MiB. Members or columns, all but
/// a score or a prediction optional:
///   id, row, text | image, gold (name or list of names), error (the row has no prediction),
///   predicted (name or list), scores: {label: p}, [{"label","score"}…] or [p…] with "labels"; the last two lists also
///   as the row itself
///   label (name) where a `score` stands beside it or it is the label of the largest score
/// (what `emo text`, `emo face`, `emo batch` and `emo eval` write is read as it is; of a picture with several faces the
/// largest counts, one without a face is an error of its row). Where a csv has ids, a row whose id is empty
/// is called by its 0-based number, as io::Row is; without the column, or with an empty one, no row has an id. A label
/// that a row's scores leave out counts 0. Errors, naming file:line: kInvalidData (not JSON, cut off, a score that is
/// no number or NaN, a list of another length than its names, neither score nor prediction, a `label` that may be the
/// gold one, no row), kNotFound, kIo, kTooLarge (over 64 MiB a row, over 4,096 labels).
Result<PredictionFile> read_predictions(const std::string& path, const PredictionFileOptions& options = {});

}  // namespace emo::eval
