// Which rows of the training files are learnt, and which are kept to judge by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "train/text_dataset.hpp"

namespace emo::train {

/// Of every source, how many rows of its training file were held out.
struct HeldOutRows {
  std::vector<std::int64_t> dev, test;
  bool apart = false;  ///< no row left in train has a near copy among them
};

// Of all rows here `key` is set.

/// Moves rows of data.train whose source lets it (labelled, SourcePlan::hold_out) to where the model is judged:
/// config.dev_fraction of them to data.dev where their source has no dev file, and config.test_fraction to data.test.
/// Copies (text::near_copies()) go the same way, that of the first, which a hash of its text decides, so that the split
/// is the same whatever the seed. Of more than 500,000 rows, and of groups of more than ten near copies that are over a
/// hundredth of the rows, which are texts of one pattern, the equal ones alone stay together.
HeldOutRows hold_out_rows(const TextTrainConfig& config, TextDataset& data);

/// Drops training rows that stand in dev or test, test files included: those with the same words (text::copy_key()).
/// Returns how many, of every source that has any.
std::map<std::size_t, std::int64_t> drop_copies_of_held_out(TextDataset& data);

/// Counts the rows of dev and test, test files included, that have a near copy among the training rows
/// (data.judged_near_copies). Of more than 500,000 rows none is looked for.
void count_near_copies(TextDataset& data);

/// Empties the keys, which nobody needs behind the split.
void forget_keys(TextDataset& data);

}  // namespace emo::train
