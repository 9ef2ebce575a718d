// Which head a data set is judged with, and which of its labels each data label means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/head_view.hpp"
#include "io/rows.hpp"

namespace emo::eval {

struct MappingOptions {
  LabelMap label_map;                ///< --map; empty = the built-in synonyms
  std::vector<std::string> classes;  ///< --classes: forced choice among these; empty = all labels of the head
  std::string head;                  ///< --head; empty = the head whose labels the mapped data uses
};

/// The labels that a data set uses.
struct DataLabels {
  std::map<std::string, std::uint64_t> first_row;  ///< label -> row where it was met first
  bool several = false;                            ///< a row has more than one
  bool of_faces = false;                           ///< which have one each, and no fields to part
  std::string labelled_by;                         ///< whose labels they are, where that is known: "fer2013"
  void add(std::span<const std::string> labels, std::uint64_t row);
};
DataLabels labels_of(std::span<const io::Row> rows);

/// A data set's labels resolved against one head.
struct LabelMapping {
  std::size_t head = 0;              ///< index among the heads
  std::vector<std::size_t> classes;  ///< label indices of the head to choose among, in the head's order
  bool forced_choice = false;        ///< `classes` were asked for
  /// Data label -> position in `classes`; nullopt = counts as no label. Every label met in the rows.
  std::map<std::string, std::optional<std::size_t>> positions;
  /// Data labels whose meaning lies outside a forced choice (a subset of the nullopts in `positions`).
  std::map<std::string, std::string> outside;
};

/// A data label means, in this order: what options.label_map says (null = dropped); the head's label of the same name,
/// up to case and known synonyms (core::canonical_label); for a head of basic classes core::basic_of, for one of
/// polarity core::polarity_of. A label that the tables know but that has no counterpart in such a head ("trust") is
/// dropped; any other one is an error.
///
/// Head, unless options.head names it: of the heads that can take every label the one that drops fewest of those that
/// another head has by name (polarity data), on a tie the primary head, then the first; but where another head has all
/// labels by name, and at least 3 of them are not names of that one, the other (GoEmotions' own labels are not squeezed
/// into the basic classes). Before these two a head that takes every label and is called as the labels' source is
/// (FER2013's labels and FER+'s votes differ for a third of the faces). A head without the labels of options.classes
/// does not qualify.
///
/// Errors: kNotFound (no such head, no such class in the head), kInvalidData (unknown label: names it, its row and the
/// nearest known label; a map value that is no label of the model).
Result<LabelMapping> map_labels(std::span<const HeadView> heads, std::size_t primary, const DataLabels& data_labels,
                                const MappingOptions& options);
Result<LabelMapping> map_labels(std::span<const HeadView> heads, std::size_t primary, std::span<const io::Row> rows,
                                const MappingOptions& options);

/// A row's labels under a mapping: positions in `classes`, without repeats.
struct GoldSet {
  std::vector<std::uint32_t> labels;
  bool outside = false;  ///< a label means a class outside a forced choice
  bool none = false;     ///< the row has no label at all: where labels are decided one by one, none of them is right
};
/// Precondition: every label was among those that `mapping` was made from.
GoldSet gold_set(std::span<const std::string> labels, const LabelMapping& mapping);

/// The K scores of `head` reduced to the classes of choice, summing to 1 under a forced choice (equal shares when all
/// of them are 0). Errors: kInternal (not K scores), kInvalidModel (a score is not a number: names the label).
Result<std::vector<float>> chosen_scores(std::span<const float> scores, const LabelMapping& mapping,
                                         const HeadView& head);

/// The labels of choice, what every data label counted as, and how the head decides, as evaluate() takes them.
std::vector<std::string> chosen_labels(const LabelMapping& mapping, const HeadView& head);
LabelMap recorded_map(const LabelMapping& mapping, const HeadView& head);
DecisionRule decision_rule(const LabelMapping& mapping, const HeadView& head);

/// The element of `known` with the smallest edit distance to `label`, ignoring case; "" if none is near
/// (core::is_near()).
std::string_view nearest_label(std::string_view label, std::span<const std::string> known);

/// What to try for `label`, which is none of `known`: "nearest: 'joy'"; where none is near "there are anger, joy".
std::string label_advice(std::string_view label, std::span<const std::string> known);

/// kInvalidData: of `rows` rows none is left to judge, `unlabelled` having no label after mapping and `outside` only
/// labels outside a forced choice.
Error no_row_left(std::size_t rows, std::uint64_t unlabelled, std::uint64_t outside);

}  // namespace emo::eval
