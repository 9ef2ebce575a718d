// How far a long job is, on standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

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

/// "[=====>    ]  43 %  430,112 rows  2,083 rows/s  ETA 4:32" after `seconds` of work.
std::string progress_line(const ProgressReading& reading, double seconds);

}  // namespace emo::cli
