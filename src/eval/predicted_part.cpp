// Finding of the part; joining of the rows with their predictions is prediction_join's.
#include "eval/predicted_part.hpp"

namespace emo::eval {

void PartIndex::add(std::uint64_t row, const std::string& id, dataset::Split part, const std::string& picture) {
  by_id_.emplace(id, part);
  if (row != 0) by_row_.emplace(row, part);
  if (!picture.empty()) by_picture_.emplace(compared_path(picture), part);
  parts_.insert(part);
}

dataset::Split PartIndex::named_by(const PredictionFile& file) const {
  std::set<dataset::Split> named;
  for (const PredictedRow& prediction : file.rows) {
    const auto row = prediction.row ? by_row_.find(*prediction.row) : by_row_.end();
    const auto id = prediction.id ? by_id_.find(*prediction.id) : by_id_.end();
    const bool by_picture = !prediction.row && !prediction.id && file.input_name == "image";
    const auto picture = by_picture ? by_picture_.find(compared_path(prediction.input)) : by_picture_.end();
    if (row != by_row_.end()) {
      named.insert(row->second);
    } else if (id != by_id_.end()) {
      named.insert(id->second);
    } else if (picture != by_picture_.end()) {
      named.insert(picture->second);
    }
  }
  return named.size() == 1 ? *named.begin() : dataset::Split::kNone;
}

}  // namespace emo::eval
