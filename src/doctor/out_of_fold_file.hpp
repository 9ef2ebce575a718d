// Out-of-fold probabilities that somebody else made: predictions.jsonl of the training split.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "doctor/data_view.hpp"
#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::doctor {

struct OutOfFold {
  std::vector<std::uint32_t> items;  ///< those of the split that have a prediction, ascending
  std::vector<float> probabilities;  ///< row-major [items, K], in the order of DataView::labels
  std::string shortfall{};  ///< how many labelled items have a prediction, and why lines were left out; "" = all have
};

/// Reads `path`, lines as `emo eval` writes them ({"row", "scores": {label: p}, …}; their gold and predicted labels are
/// not needed), for the labelled items of `split`:
/// matched by line number, or by the picture's name or id where items are files. Every label of the data needs a score,
/// under its name or a synonym ("happiness" for "happy"). Predictions that are out of step with the data would make
/// errors of sound labels, so what a line says of its row is compared: its id, the name of its picture, and its text
/// with that of `rows` (one per item of `data`; empty where items have no texts). An id that is no number is not
/// compared where that of the data is one: io::open_rows makes numbers up where there are no ids. That the model did
/// not see the item it judges is the caller's claim. Errors: kNotFound, kIo; kInvalidData (a label without score: names
/// it and the line; a row that the split does not have; one that has another id, text or picture: names both places;
/// one predicted twice; fewer than half of the items covered, with the reasons for which lines were left out).
Result<OutOfFold> read_out_of_fold(const std::string& path, const DataView& data, std::size_t split,
                                   std::span<const io::Row> rows = {});

/// Adds the finding predictions_note where there is a shortfall.
void report_shortfall(const OutOfFold& given, Examination& examination);

}  // namespace emo::doctor
