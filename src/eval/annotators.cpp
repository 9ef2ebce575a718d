// Votes of annotators as counts over the classes that a model chooses among. Counting only; what the counts say about a
// model is metrics/agreement's work, and reading votes from files src/dataset's.
#include "eval/annotators.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "core/labels.hpp"

namespace emo::eval {

std::vector<float> label_votes(std::span<const std::string> labels, const LabelMapping& mapping) {
  std::vector<float> votes(mapping.classes.size(), 0.0F);
  for (const std::string& label : labels) {
    if (const auto position = mapping.positions.at(label)) ++votes[*position];
  }
  return votes;
}

VoteColumns::VoteColumns(const std::vector<std::string>& vote_labels, const std::vector<std::string>& classes)
    : classes_(classes.size()) {
  for (const std::string& label : vote_labels) {
    const auto same = std::find_if(classes.begin(), classes.end(), [&](const std::string& name) {
      return core::canonical_label(name) == core::canonical_label(label);
    });
    class_of_.push_back(static_cast<std::size_t>(same - classes.begin()));
  }
}

std::vector<float> VoteColumns::votes(std::span<const std::uint8_t> counts) const {
  if (counts.empty()) return {};
  EMO_ASSERT(counts.size() == class_of_.size());
  std::vector<float> votes(classes_, 0.0F);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (class_of_[i] < classes_) votes[class_of_[i]] += static_cast<float>(counts[i]);
  }
  return votes;
}

}  // namespace emo::eval
