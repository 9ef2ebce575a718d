// Quality gates: what a figure must reach for a script to go on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"

namespace emo::eval {

struct Gates {
  std::optional<double> min_macro_f1, min_accuracy, max_ece;
  std::map<std::string, double> min_recall;  ///< label -> least recall
};

/// "LABEL=X" as in --min-recall fear=0.5, X in 0..1. Error: kUsage.
Result<std::pair<std::string, double>> parse_label_gate(const std::string& text);

/// One sentence for each gate that fails, in the order macro F1, accuracy, recalls, ECE. A figure that is unknown (a
/// class without rows, ECE without probabilities, no row scored) fails its gate. Labels are matched up to
/// core::canonical_label. Error: kNotFound, a label that the evaluation lacks (names the nearest).
Result<std::vector<std::string>> failed_gates(const Evaluation& evaluation, const Gates& gates);

}  // namespace emo::eval
