// Heads of a model that training starts from, as a start for other heads: rows of classes that mean the same.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "train/head_plan.hpp"
#include "train/tensor_values.hpp"

namespace emo::train {

/// A head of the model that is started from.
struct KnownHead {
  std::string name;
  std::vector<std::string> labels;
  core::HeadActivation activation = core::HeadActivation::kSoftmax;
};

/// Where the classes of a new head come from.
struct HeadSource {
  std::size_t head = 0;                          ///< index into the known heads
  std::vector<std::optional<std::size_t>> rows;  ///< per new class: its row there; nullopt = not known
};

/// The class of `labels` that `label` means: the same name, one that differs by case or surrounding blanks alone, or
/// another name of the same basic emotion ("happy").
std::optional<std::size_t> class_of(const std::vector<std::string>& labels, const std::string& label);

/// The known head of the same name if it knows two classes of `plan` or more, else the one that knows most of them: by
/// the same name before another name of the same emotion, then one of the same activation, then the first. nullopt:
/// none knows two.
std::optional<HeadSource> source_of(const HeadPlan& plan, std::span<const KnownHead> known);

/// The same for a head that is chosen already, by its place among `known`.
HeadSource source_from(const HeadPlan& plan, std::span<const KnownHead> known, std::size_t head);

/// The rows of `values` [known classes, width] in the order of `source.rows`; zeros where a class is not known.
std::vector<float> carried_rows(const std::vector<float>& values, const HeadSource& source, std::size_t width);

/// Replaces the heads among `weights` ("heads.NAME" + `matrix` + ".weight" and ".bias") by those of `plans`: each class
/// takes over the row of the class that means the same in the head that `chosen` names for it (by its place among
/// `known`), else in that of source_of(), or zeros; a head without source is not there afterwards, so that it starts
/// fresh. Returns a line for people about each head that has one.
/// Preconditions: `known` are in `weights`, the plans' labels are filled, `chosen` is empty or one per plan.
std::vector<std::string> carry_over_heads(std::span<const HeadPlan> plans, std::span<const KnownHead> known,
                                          const std::string& matrix, TensorValues& weights,
                                          std::span<const std::optional<std::size_t>> chosen = {});

/// Whether every class of every head of `plans` has a row to begin with; `chosen` as in carry_over_heads().
bool knows_all_classes(std::span<const HeadPlan> plans, std::span<const KnownHead> known,
                       std::span<const std::optional<std::size_t>> chosen = {});

/// A line for people about each head of `plans` that carry_over_heads() lets start fresh, with its classes: those that
/// no start knows may be other things than meant (folders of splits, numbers without names). None where there is no
/// start.
std::vector<std::string> fresh_heads(std::span<const HeadPlan> plans, std::span<const KnownHead> known,
                                     std::span<const std::optional<std::size_t>> chosen = {});

}  // namespace emo::train
