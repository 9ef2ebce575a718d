// Which classification head a checkpoint has, and what it is called here.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "hf/config.hpp"
#include "hf/parameter_names.hpp"
#include "hf/weights.hpp"
#include "io/manifest.hpp"

namespace emo::hf {

/// Labels of one of our taxonomies stand in its order, whatever theirs in the checkpoint is: scores are told apart by
/// their place there.
struct CheckpointHead {
  io::HeadManifest manifest;
  std::vector<std::size_t> rows;  ///< per label: its row of the checkpoint's classifier
};

/// The head of a ...ForSequenceClassification class, and of any other where the weights hold exactly the classifier
/// that the family's class would have, which is what transformers makes of them. nullopt: an encoder alone. Errors:
/// those of `config.head`; kInvalidModel (a classifier that is incomplete or has not a row per label), kUnsupported
/// (a regression; parameters of another head, with the name of the class).
Result<std::optional<CheckpointHead>> read_head(const Config& config, const Weights& weights, const HeadScheme& scheme,
                                                std::string_view prefix);

/// `values` [rows.size(), width] with row rows[k] of them in the k-th place.
std::vector<float> ordered_rows(const std::vector<float>& values, const std::vector<std::size_t>& rows);

/// '"architectures" is 'BertModel'', for errors about what a class has not.
std::string stated_class(std::string_view class_name);

}  // namespace emo::hf
