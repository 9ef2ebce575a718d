// Out-of-fold probabilities that somebody else made: predictions.jsonl of the training split.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doctor/data_view.hpp"
#include "emo/error.hpp"

namespace emo::doctor {

struct OutOfFold {
  std::vector<std::uint32_t> items;  ///< those of the split that have a prediction, ascending
  std::vector<float> probabilities;  ///< row-major [items, K], in the order of DataView::labels
};

/// Reads `path`, lines as `emo eval` writes them ({"row", "scores": {label: p}, …}), for the labelled items of `split`:
/// matched by line number, or by the picture's name where items are files. Every label of the data needs a score, under
/// its name or a synonym ("happiness" for "happy"). That
/// the model did not see the item it judges is the caller's claim.
/// Errors: kNotFound, kIo; kInvalidData (a label without score: names it and the line; a row that the split does not
/// have; fewer than half of the items covered).
Result<OutOfFold> read_out_of_fold(const std::string& path, const DataView& data, std::size_t split);

}  // namespace emo::doctor
