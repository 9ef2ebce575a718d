// Clock, percentiles and memory of `emo bench`, and what its commands have in common. What is measured is in
// command_bench.cpp and command_bench_face.cpp; single kernels are measured by bench/, which needs Google Benchmark.
#include "bench_measurement.hpp"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <thread>

#include "console/number_range.hpp"
#include "core/assert.hpp"
#include "io/json.hpp"
#include "record_printer.hpp"

namespace emo::cli {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

double percentile(std::vector<double> values, double quantile) {
  EMO_ASSERT(!values.empty() && quantile >= 0 && quantile <= 1);
  std::sort(values.begin(), values.end());
  const double position = quantile * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (position - static_cast<double>(below)) * (values[above] - values[below]);
}

double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

Result<Measurement> measure(int threads, std::size_t warm_up, double seconds,
                            const std::function<Result<void>(std::size_t thread, std::size_t index)>& call) {
  for (std::size_t i = 0; i < warm_up; ++i) {
    for (std::size_t t = 0; t < static_cast<std::size_t>(threads); ++t) EMO_TRY(call(t, i));
  }
  std::vector<std::vector<double>> times(static_cast<std::size_t>(threads));
  std::vector<std::optional<Error>> errors(times.size());
  std::atomic<std::size_t> next{0};
  const double cpu_before = cpu_seconds();
  const auto start = Clock::now();
  const auto loop = [&](std::size_t thread) {
    do {
      const auto begin = Clock::now();
      if (auto done = call(thread, next++); !done) {
        errors[thread] = done.error();
        return;
      }
      times[thread].push_back(since(begin) * 1e3);
    } while (since(start) < seconds);
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < times.size(); ++t) others.emplace_back(loop, t);
    loop(0);
  }
  Measurement measurement;
  measurement.seconds = since(start);
  measurement.cpu_seconds = cpu_seconds() - cpu_before;
  std::vector<double> all;
  for (std::size_t t = 0; t < times.size(); ++t) {
    if (errors[t]) return *errors[t];
    all.insert(all.end(), times[t].begin(), times[t].end());
  }
  measurement.calls = all.size();
  measurement.p50_ms = percentile(all, 0.5);
  measurement.p99_ms = percentile(all, 0.99);
  return measurement;
}

io::OrderedJson measurement_json(const char* what, const io::Manifest& manifest, int threads,
                                 const Measurement& measured) {
  io::OrderedJson json;
  json["bench"] = what;
  json["model"] = manifest.name + " " + manifest.version;
  json["threads"] = threads;
  json["calls"] = measured.calls;
  json["seconds"] = measured.seconds;
  json["cpu_seconds"] = measured.cpu_seconds;
  json["latency_ms"] = {{"p50", measured.p50_ms}, {"p99", measured.p99_ms}};
  json["peak_memory_mb"] = peak_memory_mb();
  return json;
}

int print_bench(const Result<io::OrderedJson>& json, const Context& context) {
  if (!json) return fail(json.error());
  print_record(*json, context);
  return 0;
}

void add_bench_options(CLI::App& command, double& seconds, Context& context) {
  command.add_option("--seconds", seconds, "How long to measure")
      ->capture_default_str()
      ->check(console::number_from(0.01, 3600.0));
  add_global_options(command, context.global);
  say_without_effect(command, {"--top-k"});
}

}  // namespace emo::cli
