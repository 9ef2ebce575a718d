// A labelled data set as the rules see it: splits and items with labels, whatever the items are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dataset/face_dataset.hpp"
#include "doctor/finding.hpp"

namespace emo::doctor {

enum class SplitRole : std::uint8_t { kTrain, kDev, kTest, kOther };

struct DataSplit {
  std::string name;  ///< "train", "dev", "test", or a file name
  std::string file;  ///< shown in evidence
  SplitRole role = SplitRole::kOther;
};

struct DataItem {
  std::uint32_t split = 0;
  std::uint64_t row = 0;              ///< line in the split's file, 0 when `file` names the item itself
  std::vector<std::uint32_t> labels;  ///< indices of DataView::labels, ascending; empty = unlabelled
  std::string file{};                 ///< of an item that is a file of its own
  std::string id{};                   ///< as the data names it, a made-up number where they do not; "" = not known
};

/// A label written in another way than most rows write it.
struct OtherSpelling {
  std::string spelling;
  std::uint32_t label = 0;  ///< index of DataView::labels
  std::uint64_t rows = 0;   ///< written so, at least one
  std::size_t first = 0;    ///< item written so
};

struct DataView {
  std::vector<DataSplit> splits;
  std::vector<std::string> labels;  ///< what training takes for classes, in their usual spelling
  std::vector<DataItem> items;      ///< split after split
  std::vector<OtherSpelling> other_spellings{};

  [[nodiscard]] Place place(std::size_t item) const;
  [[nodiscard]] std::vector<std::uint64_t> rows_per_split() const;
  /// Rows with the label, row-major [split, label].
  [[nodiscard]] std::vector<std::uint64_t> label_counts() const;
  /// The training split, or the only split; SIZE_MAX when there are several and none is for training.
  [[nodiscard]] std::size_t train_split() const;
  /// "none of the splits ('dev', 'test') is for training"; empty where there is a training split.
  [[nodiscard]] std::string lack_of_training() const;
  /// "joy|love", "none" without labels.
  [[nodiscard]] std::string label_text(std::size_t item) const;
};

/// Makes one label of all spellings of it: `labels`, those of the items and `other_spellings` are written anew. To be
/// called once, when all items are there with their labels as the data write them.
void unite_spellings(DataView& data);

SplitRole role_of(dataset::Split split);
/// "train" -> kTrain; "dev", "val", "valid", "validation", "publictest" -> kDev; "test", "privatetest" -> kTest.
/// Case-insensitive.
SplitRole role_of(std::string_view name);

}  // namespace emo::doctor
