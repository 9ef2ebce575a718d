// Where a batch starts and where it writes.
#pragma once

#include <memory>
#include <optional>

#include "emo/error.hpp"
#include "io/growing_file.hpp"
#include "io/rows.hpp"
#include "pipeline/batch_journal.hpp"
#include "pipeline/batch_run.hpp"

namespace emo::pipeline {

/// A run that is set up: the reader stands on its first row, the output at its end.
struct BatchSession {
  BatchJournal journal;
  std::unique_ptr<io::RowReader> reader;
  std::optional<io::GrowingFile> output;  ///< nullopt: there is nothing left to do
};

/// Checks source, output and (with options.resume) the journal of an earlier run. The output is locked first, for as
/// long as the session lives; a new run then writes its journal before it empties or fills the output, so that an
/// output that holds something and has no journal is always a finished one. What killed runs left of their journals is
/// removed under the lock. Errors: as of run_batch().
Result<BatchSession> start_batch(const BatchTask& task, const BatchOptions& options);

}  // namespace emo::pipeline
