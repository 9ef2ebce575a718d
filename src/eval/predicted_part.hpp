// Which part of a data set, its test say, a file of predictions is of.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "dataset/split.hpp"
#include "eval/picture_index.hpp"
#include "eval/prediction_file.hpp"

namespace emo::eval {

/// What names the rows of a data set, and the parts that they are in: rows of several parts may share a number, an id
/// or the end of a path. Not thread-safe.
class PartIndex {
 public:
  /// `row`: where the data has the row, 0 where it has no such number. `picture`: its path, empty where it has none.
  void add(std::uint64_t row, const std::string& id, dataset::Split part, const std::string& picture = {});
  /// Whether rows of more than one part were added.
  [[nodiscard]] bool several() const;
  /// The one part that has all rows which `file` names, each by its picture, else by row, else by id (`emo eval` writes
  /// all three); kNone where that may be several, or none has them all, or the file names none.
  [[nodiscard]] dataset::Split named_by(const PredictionFile& file) const;

 private:
  using Parts = std::uint32_t;  ///< a bit for each dataset::Split
  [[nodiscard]] Parts parts_of(const PredictedRow& prediction, bool pictures) const;

  std::map<std::string, Parts> by_id_;
  std::map<std::uint64_t, Parts> by_row_;
  PictureIndex by_picture_;  ///< places are parts
  Parts all_ = 0;
};

}  // namespace emo::eval
