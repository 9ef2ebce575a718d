// Timing of repeated calls, and what the process used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "cli.hpp"
#include "emo/error.hpp"
#include "io/json_fwd.hpp"
#include "io/manifest.hpp"

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

/// Calls `call` on `threads` threads until `seconds` have passed (and at least once on each), with the thread's number
/// and a running index 0, 1, 2… over all threads, after `warm_up` calls for each thread that are not counted. An error
/// ends its thread's calls and is returned, of several that of the first thread.
Result<Measurement> measure(int threads, std::size_t warm_up, double seconds,
                            const std::function<Result<void>(std::size_t thread, std::size_t index)>& call);

/// Linear interpolation between order statistics; `quantile` 0..1. Precondition: not empty.
double percentile(std::vector<double> values, double quantile);

/// Largest resident set of this process so far, in MB (10^6 bytes).
double peak_memory_mb();

/// What every `emo bench` tells: {"bench","model","threads","calls","seconds","cpu_seconds","latency_ms",
/// "peak_memory_mb"}, to which it adds its own.
io::OrderedJson measurement_json(const char* what, const io::Manifest& manifest, int threads,
                                 const Measurement& measured);

/// Prints what was measured on standard output, or the error on standard error. Returns the exit status.
int print_bench(const Result<io::OrderedJson>& json, const Context& context);

/// Adds --seconds and the global options.
void add_bench_options(CLI::App& command, double& seconds, Context& context);

}  // namespace emo::cli
