// Counting over items, one label for all spellings of it, and which words name which part of a data set. No rules here,
// and neither texts nor pixels: those stay in TextData and FaceSet, beside their view.
#include "doctor/data_view.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/quote.hpp"
#include "text/label_spelling.hpp"

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

void unite_spellings(DataView& data) {
  const std::vector<std::string> written = std::move(data.labels);
  std::vector<OtherSpelling> met(written.size());
  std::map<std::string, std::uint64_t> counts;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    for (const std::uint32_t k : data.items[i].labels) {
      if (met[k].rows++ == 0) met[k].first = i;
    }
  }
  for (std::size_t k = 0; k < written.size(); ++k) counts[written[k]] = met[k].rows;
  const auto usual = text::usual_spellings(counts);
  data.labels.clear();
  data.other_spellings.clear();
  for (std::size_t k = 0; k < written.size(); ++k) {
    const std::string& name = usual.at(written[k]);
    const auto known = std::find(data.labels.begin(), data.labels.end(), name);
    met[k].spelling = written[k];
    met[k].label = static_cast<std::uint32_t>(known - data.labels.begin());
    if (known == data.labels.end()) data.labels.push_back(name);
    if (name != written[k] && met[k].rows > 0) data.other_spellings.push_back(met[k]);
  }
  for (DataItem& item : data.items) {
    for (std::uint32_t& k : item.labels) k = met[k].label;
    std::sort(item.labels.begin(), item.labels.end());
    item.labels.erase(std::unique(item.labels.begin(), item.labels.end()), item.labels.end());
  }
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
