// Sentences made from figures by fixed rules. Each carries its rule, so that a reader can check it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/evaluation_record.hpp"

namespace emo::report {

struct Sentence {
  std::string text;
  std::string rule;  ///< how it was decided; "" where the text is a plain restatement of figures
};

/// A class that is taken for another.
struct ConfusedPair {
  std::string gold, answered;
  std::uint64_t count = 0, of = 0;  ///< rows of `gold`
  double share = 0;                 ///< count / of
  std::optional<double> back;       ///< the share of `answered` that is taken for `gold`; nothing without such rows
  std::uint64_t back_of = 0;        ///< rows of `answered`
};

/// Classes with fewer rows than this are not called best or worst, nor their rows misread: shares of them are mostly
/// chance.
inline constexpr std::uint64_t kFewestRows = 20;

/// The classes with kFewestRows, by falling F1: those that may be called best and worst.
std::vector<ClassFigures> judged_classes(const EvaluationRecord& record);

/// The largest off-diagonal shares of rows, largest first, of classes with kFewestRows.
std::vector<ConfusedPair> confused_pairs(const EvaluationRecord& record, std::size_t most);

/// Spearman's rank correlation of support and F1 over classes with support; NaN with fewer than 4 such classes or where
/// one of them does not vary.
double support_f1_correlation(const EvaluationRecord& record);

/// Share of wrong answers (off the diagonal) that name a class with more rows than the true one; NaN without any.
double errors_to_larger_class(const EvaluationRecord& record);

Sentence headline_words(const EvaluationRecord& record);
std::vector<Sentence> class_words(const EvaluationRecord& record);
std::vector<Sentence> confusion_words(const EvaluationRecord& record);
std::vector<Sentence> imbalance_words(const EvaluationRecord& record);
std::vector<Sentence> calibration_words(const EvaluationRecord& record);
std::vector<Sentence> coverage_words(const EvaluationRecord& record);
/// Another model on the same rows, where metrics.json has the comparison.
std::vector<Sentence> comparison_words(const EvaluationRecord& record);
/// Agreement with several annotators, where metrics.json has it.
std::vector<Sentence> annotator_words(const EvaluationRecord& record);
std::vector<Sentence> slice_words(const EvaluationRecord& record);
/// Validation against test: is the test score where the validation score lets one expect it?
std::vector<Sentence> transfer_words(const EvaluationRecord& validation, const EvaluationRecord& test);

}  // namespace emo::report
