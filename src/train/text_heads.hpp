// What the labels of the data are to the heads of a text training.
#pragma once

#include <cstddef>
#include <map>
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

/// Finds labels of the data among the classes of a head. Looks each one up once. Not thread-safe.
class LabelFinder {
 public:
  /// Takes a copy of what it needs. Precondition: the head is complete.
  explicit LabelFinder(const HeadPlan& head) : taxonomy_(head.taxonomy), labels_(head.labels) {}

  /// The class that `label` means; nullopt: none. In a custom head one of the same name, or of one that differs by case
  /// or surrounding blanks alone.
  std::optional<std::size_t> find(const std::string& label);
  /// text::other_spellings() of the labels that a custom head was asked for; empty: all are spelled as their class.
  [[nodiscard]] std::string other_spellings() const;

 private:
  [[nodiscard]] std::optional<std::size_t> look_up(const std::string& label) const;

  std::string taxonomy_;
  std::vector<std::string> labels_;
  std::map<std::string, std::optional<std::size_t>> found_;
};

/// Fills in the label lists of heads with a taxonomy, and those of custom heads without labels from the training data.
/// A row with several labels, or with a list of none, makes a sigmoid head of these; one without any says nothing.
/// `told` gets a line for people about each such choice. Errors: kInvalidData (fewer than two labels, a key of the head
/// that means nothing to the activation that it gets).
Result<void> complete_heads(TextTrainConfig& config, const TextRows& rows, std::vector<std::string>& told);

}  // namespace emo::train
