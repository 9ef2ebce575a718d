// Which part of a data set, its test say, a file of predictions is of.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "dataset/split.hpp"
#include "eval/prediction_file.hpp"

namespace emo::eval {

/// What names the rows of a data set, and the part that each is in. Not thread-safe.
class PartIndex {
 public:
  /// `row`: where the data has the row, 0 where it has no such number. `picture`: its path, empty where it has none.
  /// The first row of an id or picture counts.
  void add(std::uint64_t row, const std::string& id, dataset::Split part, const std::string& picture = {});
  /// Whether rows of more than one part were added.
  [[nodiscard]] bool several() const { return parts_.size() > 1; }
  /// The part of all rows that `file` names by row, else by id (`emo eval` writes both), else by picture; kNone where
  /// they are of several, or it names none.
  [[nodiscard]] dataset::Split named_by(const PredictionFile& file) const;

 private:
  std::map<std::string, dataset::Split> by_id_, by_picture_;
  std::map<std::uint64_t, dataset::Split> by_row_;
  std::set<dataset::Split> parts_;
};

}  // namespace emo::eval
