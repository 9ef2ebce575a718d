// What metrics.json says of the comparison with another model (emo eval --against).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "io/json_fwd.hpp"
#include "metrics/bootstrap.hpp"
#include "report/record_note.hpp"

namespace emo::report {

/// One figure of both models on the rows that both judged.
struct ComparedFigure {
  double ours = 0, theirs = 0;                          ///< 0..1
  std::optional<metrics::ConfidenceInterval> interval;  ///< 95 %, of ours - theirs; nothing without resamples
  std::optional<double> p;                              ///< of the paired bootstrap, 0..1

  [[nodiscard]] double difference() const { return ours - theirs; }
};

struct ModelComparison {
  std::string model;                                            ///< the other one; "" = not known
  std::uint64_t rows = 0;                                       ///< judged by both
  std::optional<ComparedFigure> macro_f1, accuracy;             ///< at least one is there
  std::optional<std::uint64_t> only_ours, only_theirs;          ///< rows that exactly one of the two gets right
  std::optional<double> mcnemar_p;                              ///< exact binomial, of these rows
  std::optional<std::uint64_t> rows_of_one_side, gold_differs;  ///< left out; judged by this evaluation's labels
  std::optional<std::uint64_t> rows_of_neither;                 ///< answered by none of the two: left out as well
};

/// The member "against" of metrics.json; nullopt where there is none, or nothing of it can be used. What is broken or
/// contradicts itself becomes a note and is left out.
std::optional<ModelComparison> read_comparison(const io::Json& metrics, RecordNotes& notes);

}  // namespace emo::report
