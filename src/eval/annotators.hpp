// What several annotators said about a row, as counts over the classes that a model chooses among.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "eval/label_mapping.hpp"

namespace emo::eval {

/// Counts of a row's labels over the classes of choice; a label that is given twice counts twice, labels that mean no
/// class not at all. Precondition: every label was among those that `mapping` was made from.
std::vector<float> label_votes(std::span<const std::string> labels, const LabelMapping& mapping);

/// Which class the votes for each of a data set's vote labels count for.
class VoteColumns {
 public:
  /// A vote label means the class of the same name, up to case and known synonyms ("happy" for "joy").
  VoteColumns(const std::vector<std::string>& vote_labels, const std::vector<std::string>& classes);

  /// `counts` [vote labels] over the classes; votes for anything else ("contempt", "unknown" for a model without them)
  /// are left out. Empty for an item without votes.
  [[nodiscard]] std::vector<float> votes(std::span<const std::uint8_t> counts) const;

 private:
  std::vector<std::size_t> class_of_;  ///< per vote label; classes_ = none
  std::size_t classes_;
};

}  // namespace emo::eval
