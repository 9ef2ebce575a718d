// What the labels of the data are to the heads of a text training.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/text_config.hpp"
#include "train/text_rows.hpp"

namespace emo::train {

/// Whether rows of `source` have labels for `head`.
bool teaches(const SourcePlan& source, const HeadPlan& head);

/// The labels as the source's map renames them; those that it drops are gone.
std::vector<std::string> mapped_labels(const SourcePlan& source, const std::vector<std::string>& labels);

/// The class of `head` that `label` means; nullopt: none.
std::optional<std::size_t> find_label(const HeadPlan& head, const std::string& label);

/// Fills in the label lists of heads with a taxonomy, and those of custom heads without labels from the training data.
/// A row with several labels, or with a list of none, makes a sigmoid head of these; one without any says nothing.
/// `told` gets a line for people about each such choice. Errors: kInvalidData (fewer than two labels, a key of the head
/// that means nothing to the activation that it gets).
Result<void> complete_heads(TextTrainConfig& config, const TextRows& rows, std::vector<std::string>& told);

}  // namespace emo::train
