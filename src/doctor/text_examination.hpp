// `emo doctor` on a labelled text set: all rules in order.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "doctor/finding.hpp"
#include "doctor/label_noise.hpp"
#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::doctor {

struct TextOptions {
  io::RowOptions rows;
  bool label_noise = false;  ///< cross-validate a linear model for label errors (seconds to minutes)
  LabelNoiseOptions noise;
  std::string predictions;  ///< out-of-fold probabilities to use instead (read_out_of_fold); with label_noise only
  /// Row-major [rows, K] probabilities of `labels` for `rows`, by a model that may have seen them; empty =
  /// cross-validate. With label_noise only.
  std::function<Result<std::vector<float>>(std::span<const std::string> labels, std::span<const io::Row> rows)> scores;
  std::string scores_of;  ///< what gives them: "text-en 1.0.0, head basic"
};

/// Reads and examines `path`, a file or a folder (text_files). Rules: damage and emptiness (text_data), labels
/// (label_rules), copies (text_duplicates, duplicate_rules), lengths and vocabulary of each split against training
/// (codes length_shift, vocabulary_shift), and, if asked for, label errors (label_noise).
/// 100,000 short texts take about a second a core without label noise. Errors: as text_files and read_text_data;
/// kInvalidData for data without a row.
Result<Examination> examine_text(const std::string& path, const TextOptions& options);

}  // namespace emo::doctor
