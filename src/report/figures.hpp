// The figures of a report. Each is a function from figures to a canvas; which are drawn depends on what is known.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/canvas.hpp"
#include "report/evaluation_record.hpp"
#include "report/overfitting.hpp"
#include "report/run_record.hpp"

namespace emo::report {

struct Figure {
  std::string name;  ///< of its files, e.g. "confusion_matrix"
  std::string title;
  std::string words;  ///< what it shows, with the numbers that matter: alternative text and caption
  Canvas canvas;
};

/// Every name that a figure can have: whose files of a report before may be removed.
inline constexpr std::array<std::string_view, 9> kFigureNames{"confusion_matrix", "confusion_matrix_normalized",
                                                              "per_class_f1",     "class_balance",
                                                              "pr_curves",        "reliability",
                                                              "coverage_risk",    "slices",
                                                              "finetune_metrics"};

/// With more classes a matrix has cells that nobody can see, and is megabytes of them.
inline constexpr std::size_t kMostMatrixClasses = 200;

/// Rows gold, columns predicted; counts, or shares of each row. nullopt without a matrix, and beyond
/// kMostMatrixClasses.
std::optional<Figure> confusion_figure(const EvaluationRecord& record, bool normalized);
/// F1 of each class, largest first, with precision and recall and support. nullopt without classes.
std::optional<Figure> per_class_figure(const EvaluationRecord& record);
/// Rows of each class, largest first. nullopt without support.
std::optional<Figure> class_balance_figure(const EvaluationRecord& record);
/// Up to 8 labels in one plot, more as small multiples. nullopt without curves.
std::optional<Figure> precision_recall_figure(const EvaluationRecord& record);
/// Confidence against outcomes, and how many statements each bin holds. nullopt without bins.
std::optional<Figure> reliability_figure(const EvaluationRecord& record);
/// Error rate if only the surest rows are answered. nullopt without a curve.
std::optional<Figure> coverage_risk_figure(const EvaluationRecord& record);
/// Accuracy of each slice with its interval. nullopt without slices.
std::optional<Figure> slices_figure(const EvaluationRecord& record);
/// Loss and score, train against validation, and their gaps; stages, kept epoch and divergence marked. nullopt without
/// an epoch.
std::optional<Figure> training_figure(const RunRecord& run, const FitVerdict& verdict);

}  // namespace emo::report
