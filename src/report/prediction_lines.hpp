// Lines of predictions.jsonl, one at a time, with every damage told.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "report/record_note.hpp"

namespace emo::report {

struct PredictionLine {
  std::uint64_t line = 0;  ///< in the file, 1-based
  std::uint64_t row = 0;   ///< in the data, as the line says
  std::string id, text, image;
  bool has_id = false;  ///< the line names `id`; else it is the row's number
  std::vector<std::string> gold, predicted;
  std::map<std::string, double> scores;      ///< label -> probability in 0..1; empty if the line has none or bad ones
  std::map<std::string, std::string> extra;  ///< other scalar members, as shown
};

struct PredictionCounts {
  std::uint64_t lines = 0, usable = 0, with_error = 0, broken = 0, bad_scores = 0, without_gold = 0, repeated_rows = 0;
  std::uint64_t without_scores = 0;  ///< lines that name none, where the scores alone are wanted
};

/// What a line whose gold is an empty list says: that nobody labelled it, or, where labels are decided one by one, that
/// none of them is right. kNotAsked: the scores alone are wanted, and no line needs gold or predicted labels.
enum class EmptyGold : std::uint8_t { kUnlabelled, kNoneOfThem, kNotAsked };

/// Calls `use` for every line with gold and predicted labels. Broken lines, NaN or out-of-range scores, rows met twice
/// become notes that name the first line. An id may be a whole number. `use` sees lines with bad scores with `scores`
/// empty. Under kNotAsked it sees every line with sound scores and no other, and no note shows what a line says.
/// Errors: kNotFound, kIo.
Result<PredictionCounts> read_prediction_lines(const std::string& path, const std::function<void(PredictionLine&)>& use,
                                               EmptyGold empty_gold, RecordNotes& notes);

}  // namespace emo::report
