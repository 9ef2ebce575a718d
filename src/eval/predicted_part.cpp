// Finding of the part; joining of the rows with their predictions is prediction_join's.
#include "eval/predicted_part.hpp"

#include <bit>

namespace emo::eval {

void PartIndex::add(std::uint64_t row, const std::string& id, dataset::Split part, const std::string& picture) {
  const Parts bit = Parts{1} << static_cast<unsigned>(part);
  by_id_[id] |= bit;
  if (row != 0) by_row_[row] |= bit;
  if (!picture.empty()) by_picture_.add(picture, static_cast<std::size_t>(part));
  all_ |= bit;
}

bool PartIndex::several() const {
  return std::popcount(all_) > 1;
}

PartIndex::Parts PartIndex::parts_of(const PredictedRow& prediction, bool pictures) const {
  Parts parts = 0;
  if (pictures) {
    for (const std::size_t part : by_picture_.find(prediction.input)) parts |= Parts{1} << part;
  }
  const auto row = prediction.row ? by_row_.find(*prediction.row) : by_row_.end();
  if (parts == 0 && row != by_row_.end()) parts = row->second;
  const auto id = prediction.id ? by_id_.find(*prediction.id) : by_id_.end();
  if (parts == 0 && id != by_id_.end()) parts = id->second;
  return parts;
}

dataset::Split PartIndex::named_by(const PredictionFile& file) const {
  Parts possible = all_;
  bool named = false;
  for (const PredictedRow& prediction : file.rows) {
    const Parts parts = parts_of(prediction, file.input_name == "image");
    if (parts == 0) continue;
    named = true;
    possible &= parts;
  }
  if (!named || std::popcount(possible) != 1) return dataset::Split::kNone;
  return static_cast<dataset::Split>(std::countr_zero(possible));
}

}  // namespace emo::eval
