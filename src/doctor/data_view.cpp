// Counting over items, and which words name which part of a data set. No rules here, and neither texts nor pixels:
// those stay in TextData and FaceSet, beside their view.
#include "doctor/data_view.hpp"

#include <algorithm>

#include "core/quote.hpp"

namespace emo::doctor {

Place DataView::place(std::size_t item) const {
  const DataItem& at = items[item];
  return {at.file.empty() ? splits[at.split].file : at.file, at.row};
}

std::vector<std::uint64_t> DataView::rows_per_split() const {
  std::vector<std::uint64_t> rows(splits.size(), 0);
  for (const DataItem& item : items) ++rows[item.split];
  return rows;
}

std::vector<std::uint64_t> DataView::label_counts() const {
  std::vector<std::uint64_t> counts(splits.size() * labels.size(), 0);
  for (const DataItem& item : items) {
    for (const std::uint32_t label : item.labels) ++counts[item.split * labels.size() + label];
  }
  return counts;
}

std::size_t DataView::train_split() const {
  for (std::size_t s = 0; s < splits.size(); ++s) {
    if (splits[s].role == SplitRole::kTrain) return s;
  }
  return splits.size() == 1 ? 0 : SIZE_MAX;
}

std::string DataView::lack_of_training() const {
  if (train_split() != SIZE_MAX) return {};
  std::string names;
  for (const DataSplit& split : splits) names += (names.empty() ? "" : ", ") + core::quoted(split.name);
  return "none of the splits (" + names + ") is for training";
}

std::string DataView::label_text(std::size_t item) const {
  std::string text;
  for (const std::uint32_t label : items[item].labels) text += (text.empty() ? "" : "|") + labels[label];
  return text.empty() ? "none" : text;
}

SplitRole role_of(dataset::Split split) {
  switch (split) {
    case dataset::Split::kTrain:
      return SplitRole::kTrain;
    case dataset::Split::kDev:
      return SplitRole::kDev;
    case dataset::Split::kTest:
      return SplitRole::kTest;
    case dataset::Split::kNone:
      break;
  }
  return SplitRole::kOther;
}

SplitRole role_of(std::string_view name) {
  return role_of(dataset::split_in_name(name).value_or(dataset::Split::kNone));
}

}  // namespace emo::doctor
