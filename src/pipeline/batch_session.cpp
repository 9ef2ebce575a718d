// Beginning and resuming of batches: what is checked before the first row is read, and in which order, since a crash
// may come between any two steps. Answers no rows: that is batch_run.cpp's.
#include "pipeline/batch_session.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/quote.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "io/output_place.hpp"

namespace emo::pipeline {
namespace {

constexpr std::string_view kStandardInput = "-";

Result<BatchIdentity> identity_of(const BatchTask& task, const BatchOptions& options) {
  BatchIdentity identity;
  if (options.source != kStandardInput) {
    auto source = task.identify();
    // A pipe has no identity; it only cannot be resumed.
    if (!source && (options.resume || source.error().code != ErrorCode::kUsage)) return source.error();
    if (source) identity = std::move(source).value();
  } else if (options.resume) {
    return Error{ErrorCode::kUsage, "--resume needs a source file; standard input cannot be read again"};
  }
  identity.model_sha256 = task.model_sha256();
  identity.options = task.describe();
  return identity;
}

/// A finished output answers its source as it was then.
Result<void> check_not_newer(const BatchTask& task, const std::string& source, const std::string& output) {
  std::error_code failure;
  const auto changed = task.last_change();
  const auto finished = std::filesystem::last_write_time(output, failure);
  if (!changed || failure || *changed <= finished) return {};
  return Error{ErrorCode::kInvalidData, core::quoted_path(source) + " was changed after the run into " +
                                            core::quoted_path(output) +
                                            " had finished: what is new in it has no answer; begin anew with --force"};
}

/// kInvalidData where `output` is not what its journal says: shorter than the `done` bytes of committed answers, or
/// with no line that ends there, as every commit does. Going on would then join two rows.
Result<void> check_can_be_resumed(const io::GrowingFile& output, const std::string& path, std::uint64_t done) {
  if (output.size() < done) {
    return Error{ErrorCode::kInvalidData, "cannot resume: '" + path + "' has " + std::to_string(output.size()) +
                                              " bytes, its journal says at least " + std::to_string(done) +
                                              "; start anew with --force"};
  }
  if (output.line_ends_at(done)) return {};
  return Error{ErrorCode::kInvalidData, "cannot resume: no line of '" + path + "' ends at byte " +
                                            std::to_string(done) +
                                            ", as its journal says: it was edited; start anew with --force"};
}

}  // namespace

Result<BatchSession> start_batch(const BatchTask& task, const BatchOptions& options) {
  BatchSession session;
  // Before all other looks at the output: what is read must not be written to, however it is called.
  EMO_TRY(io::check_not_source(options.output, options.source));
  EMO_TRY(io::check_not_source(journal_path(options.output), options.source));
  EMO_TRY(io::check_no_bundle_file(options.output));
  EMO_TRY(task.check_output(options.output));
  std::error_code ignored;
  const bool exists = std::filesystem::exists(options.output, ignored);
  if (options.output.ends_with('/') || (exists && !std::filesystem::is_regular_file(options.output, ignored))) {
    return Error{ErrorCode::kIo, "'" + options.output + "' is no regular file; expected the name of a file to write"};
  }
  EMO_TRY(io::check_place(options.output));
  EMO_ASSIGN(session.journal.identity, identity_of(task, options));
  if (exists && !options.resume && !options.force) {
    return Error{ErrorCode::kUsage,
                 "'" + options.output + "' exists; go on with --resume, or overwrite it with --force"};
  }
  // The lock comes before any look at the journal: it belongs to whoever holds the output.
  if (exists) {
    EMO_ASSIGN(session.output, io::GrowingFile::open(options.output));
    io::remove_abandoned_writes(journal_path(options.output));
  }
  if (options.resume) {
    EMO_ASSIGN(const auto journal, read_journal(options.output));
    // An output without a journal is a finished one, unless its run died before it wrote either.
    if (!journal && session.output && session.output->size() != 0) {
      EMO_TRY(check_not_newer(task, options.source, options.output));
      session.output.reset();
      return session;
    }
    if (journal) {
      EMO_TRY(check_same_run(journal->identity, session.journal.identity));
      session.journal.checkpoint = journal->checkpoint;
    }
  }
  const std::uint64_t done = session.journal.checkpoint.output_bytes;
  EMO_ASSIGN(session.reader, task.open(session.journal.checkpoint.position));
  if (!session.output && done != 0) {
    return Error{ErrorCode::kNotFound,
                 "cannot resume: there is no '" + options.output + "', only its journal; start anew with --force"};
  }
  const bool created = !session.output;
  if (created) {
    EMO_ASSIGN(session.output, io::GrowingFile::create(options.output));
  }
  // The journal comes before the answers: from now on an output with any but without a journal is a finished one,
  // whenever we die.
  if (done == 0) {
    auto begun = write_journal(options.output, session.journal);
    if (!begun && exists && options.force) {
      Error error = begun.error();
      error.message += "; nothing of '" + options.output + "' was changed: give --force again";
      begun = std::move(error);
    }
    // An empty output would be in the way of the same command once there is room.
    if (!begun && created) std::filesystem::remove(options.output, ignored);
    EMO_TRY(begun);
  }
  EMO_TRY(check_can_be_resumed(*session.output, options.output, done));
  EMO_TRY(session.output->cut(done));
  return session;
}

}  // namespace emo::pipeline
