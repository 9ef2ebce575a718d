// How far a long job is, on standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace emo::cli {

/// One reading of a job.
struct ProgressReading {
  std::uint64_t rows = 0;              ///< done, earlier runs included
  std::uint64_t rows_before = 0;       ///< done by earlier runs
  std::optional<double> share;         ///< of the whole, 0..1, if known
  std::optional<double> share_before;  ///< of the whole done by earlier runs
  const char* unit = "rows";
};

/// Rewrites one line on a terminal; prints a line now and then otherwise; says nothing in the first two seconds
/// or when quiet. Not thread-safe.
class ProgressBar {
 public:
  ProgressBar(bool terminal, bool quiet);
  void update(const ProgressReading& reading);
  /// The same of a job that is begun and ended in one run: `done` of `total` > 0 items.
  void update(std::uint64_t done, std::uint64_t total, const char* unit = "rows");
  /// Wipes the line.
  void finish();
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  const bool terminal_;
  const bool quiet_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  bool drawn_ = false;
};

}  // namespace emo::cli
