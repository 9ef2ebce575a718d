// What is alike in judging a head, whatever its model reads: answers as evaluate() takes them, and the record of whose
// they are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "eval/head_view.hpp"
#include "eval/label_mapping.hpp"

namespace emo::eval {

/// A head and how the data's labels are understood by it; both must outlive this.
struct MappedHead {
  const HeadView& head;
  const LabelMapping& mapping;
};

/// Rows of the data that are not judged.
struct DroppedRows {
  std::uint64_t unlabelled = 0, other = 0;  ///< Evaluation::n_dropped_unlabelled, n_dropped_other

  /// A row of which nothing is left to judge.
  void count(const GoldSet& gold) { ++(gold.outside ? other : unlabelled); }
};

/// What the figures do not tell.
struct AnswerRecord {
  std::string model, input_name;  ///< as of Evaluation
  DroppedRows dropped = {};
  double seconds = 0;
};

/// Gives `item` the scores of the head, reduced to the classes of choice, or the error why there are none.
void set_answer(const Result<std::vector<float>>& scores, const MappedHead& mapped, ScoredItem& item);

/// evaluate() over the classes of choice, decided as the head decides, with the record filled in. Errors: of
/// evaluate().
Result<Evaluation> evaluate_head(std::vector<ScoredItem> items, const MappedHead& mapped, AnswerRecord record,
                                 const ScoringOptions& options);

}  // namespace emo::eval
