// The side file that makes a batch resumable: how far output and source are safely in step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::pipeline {

/// What a batch was started with. A run may be resumed only with the same.
struct BatchIdentity {
  std::uint64_t source_bytes = 0;
  std::string source_head_sha256;  ///< of the first kSourceHeadBytes
  std::string model_sha256;        ///< of the model's manifest, which holds the digests of its files
  std::string options;             ///< everything else that shapes the output, in words
  bool is_listing = false;         ///< source_* are of the names in a folder, not of a file; not in the journal

  static constexpr std::size_t kSourceHeadBytes = 1u << 20;
};

/// The last state known to be on the disk.
struct BatchCheckpoint {
  io::RowPosition position;          ///< in the source, after the last row answered (bad rows included)
  std::uint64_t failed_rows = 0;     ///< of the rows answered, those that got an error
  std::uint64_t abstained_rows = 0;  ///< of those, as BatchProgress
  std::uint64_t output_bytes = 0;    ///< length of the output that holds exactly them
};

struct BatchJournal {
  BatchIdentity identity;
  BatchCheckpoint checkpoint;
};

/// "OUTPUT.progress".
std::string journal_path(const std::string& output);

/// Identity of a regular source file. Errors: kNotFound, kIo; kUsage for a pipe or device, which cannot be read again.
Result<BatchIdentity> identify_source(const std::string& path);

/// Identity of a list of files: by their names alone.
BatchIdentity identify_listing(const std::vector<std::string>& files);

/// kUsage when `output` is one of `files`.
Result<void> check_no_source(const std::string& output, const std::vector<std::string>& files);

/// Replaces the journal in one step and waits until it is on the disk. Errors: kIo.
Result<void> write_journal(const std::string& output, const BatchJournal& journal);

/// nullopt when there is none. Errors: kInvalidData (damaged: names the field), kUnsupported (another version).
Result<std::optional<BatchJournal>> read_journal(const std::string& output);

/// kInvalidData naming what differs between the interrupted run and this one (source, model or options).
Result<void> check_same_run(const BatchIdentity& before, const BatchIdentity& now);

}  // namespace emo::pipeline
