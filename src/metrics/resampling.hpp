// What a bootstrap draws and how a draw is scored, for one model and for two on the same rows. Private to src/metrics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "metrics/bootstrap.hpp"

namespace emo::metrics {

/// One resample of the rows of `sets`. Not thread-safe.
class Resample {
 public:
  struct Scores {
    double accuracy = 0, macro_f1 = 0;
  };

  /// `sets` must outlive this.
  explicit Resample(const LabelSets& sets) : sets_(sets), kinds_(sets), drawn_(kinds_.kinds()) {}

  void clear() { drawn_.assign(drawn_.size(), 0); }
  void add(std::size_t row) { ++drawn_[kinds_.kind(row)]; }
  /// Of the rows added since clear(); macro_f1 over the classes that have support among them (0 without any).
  /// Precondition: at least one row.
  [[nodiscard]] Scores scores() const;

 private:
  const LabelSets& sets_;
  RowKinds kinds_;
  std::vector<std::uint64_t> drawn_;  ///< of each kind
};

/// How many resamples of `rows` rows are made. Preconditions: rows > 0, options.resamples > 0.
int affordable_resamples(const BootstrapOptions& options, std::size_t rows);

/// The middle of `values` that holds the share `level` of them.
ConfidenceInterval percentile_interval(const std::vector<double>& values, double level);

}  // namespace emo::metrics
