// How far the engine is with a teacher, and whether anybody still wants to know.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "train/observer.hpp"

namespace emo::train {

/// Told how many rows are done; false ends the work early. Empty: nobody asks.
using RowsDone = std::function<bool(std::size_t done)>;

/// Runs fn(first row, rows, worker) -> Result<void> for every batch of `rows` rows cut by `batch_rows`, telling `told`
/// after each few batches, on the caller's thread. Stops when it says so; what is left is not run. Errors: that of the
/// first batch that has one.
template <class Fn>
Result<void> run_batches(const core::ThreadPool& pool, std::size_t rows, std::size_t batch_rows, const RowsDone& told,
                         const Fn& fn) {
  const std::size_t batches = (rows + batch_rows - 1) / batch_rows;
  std::vector<Result<void>> done(batches);
  const std::size_t slice = told ? std::max<std::size_t>(8 * pool.threads(), 1) : batches;
  for (std::size_t first = 0; first < batches; first += slice) {
    const std::size_t count = std::min(slice, batches - first);
    pool.run(count, [&](std::size_t index, std::size_t worker) {
      const std::size_t begin = (first + index) * batch_rows;
      done[first + index] = fn(begin, std::min(rows - begin, batch_rows), worker);
    });
    if (told && !told(std::min(rows, (first + count) * batch_rows))) break;
  }
  for (auto& outcome : done) EMO_TRY(std::move(outcome));
  return {};
}

/// Reports to `observer` with rate and time left; asks it whether to go on. `observer` must outlive the result.
inline RowsDone teacher_progress(TrainingObserver& observer, const io::Manifest& manifest, std::size_t total) {
  const std::string teacher = manifest.name + " " + manifest.version;
  const auto start = std::chrono::steady_clock::now();
  return [&observer, teacher, total, start](std::size_t done) {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double rate = static_cast<double>(done) / std::max(seconds, 1e-9);
    observer.on_teacher({teacher, static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), rate,
                         static_cast<double>(total - done) / std::max(rate, 1e-9)});
    return !observer.interrupted();
  };
}

}  // namespace emo::train
