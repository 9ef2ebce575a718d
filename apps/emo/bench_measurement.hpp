// Timing of repeated calls, and what the process used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "emo/error.hpp"

namespace emo::cli {

inline constexpr unsigned kBenchSeed = 1;  ///< of inputs that are made up
inline constexpr std::size_t kWarmUpCalls = 3;

struct Measurement {
  std::size_t calls = 0;
  double seconds = 0;      ///< wall time of all calls
  double cpu_seconds = 0;  ///< user + system, all threads
  double p50_ms = 0;       ///< of one call
  double p99_ms = 0;
};

/// Runs `call(i)`, i = 0, 1, 2…, on `threads` threads until `seconds` have passed (and at least once each), after
/// `warm_up` calls that are not counted. `call` gets its thread's number and a running index. The first error ends it.
Result<Measurement> measure(int threads, std::size_t warm_up, double seconds,
                            const std::function<Result<void>(std::size_t thread, std::size_t index)>& call);

/// Linear interpolation between order statistics; `quantile` 0..1. Precondition: not empty.
double percentile(std::vector<double> values, double quantile);

/// Largest resident set of this process so far, in MB (10^6 bytes).
double peak_memory_mb();

}  // namespace emo::cli
