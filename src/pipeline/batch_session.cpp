// Beginning and resuming of batches: what is checked before the first row is read. Answers no rows.
#include "pipeline/batch_session.hpp"

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "io/sha256.hpp"

namespace emo::pipeline {
namespace {

constexpr std::string_view kStandardInput = "-";

/// Everything of the options that changes the bytes of the output, as recorded in the journal.
std::string describe(const BatchOptions& options) {
  return std::string(options.format == BatchFormat::kCsv ? "csv" : "jsonl") +
         " top_k=" + std::to_string(options.top_k) + " text=" + options.rows.text_column +
         " id=" + options.rows.id_column + " format=" + std::to_string(static_cast<int>(options.rows.format));
}

Result<BatchIdentity> identity_of(const TextRecognizer& recognizer, const BatchOptions& options) {
  BatchIdentity identity;
  if (options.source != kStandardInput) {
    auto source = identify_source(options.source);
    // A pipe has no identity; it only cannot be resumed.
    if (!source && (options.resume || source.error().code != ErrorCode::kUsage)) return source.error();
    if (source) identity = std::move(source).value();
  } else if (options.resume) {
    return Error{ErrorCode::kUsage, "--resume needs a source file; standard input cannot be read again"};
  }
  identity.model_sha256 = io::sha256_hex(io::to_json(recognizer.manifest()));
  identity.options = describe(options);
  return identity;
}

}  // namespace

Result<BatchSession> start_batch(const TextRecognizer& recognizer, const BatchOptions& options) {
  BatchSession session;
  EMO_ASSIGN(session.journal.identity, identity_of(recognizer, options));
  std::error_code ignored;
  const bool exists = std::filesystem::exists(options.output, ignored);
  if (exists && !std::filesystem::is_regular_file(options.output, ignored)) {
    return Error{ErrorCode::kIo, "'" + options.output + "' is no regular file; expected the name of a file to write"};
  }
  if (exists && std::filesystem::equivalent(options.source, options.output, ignored)) {
    return Error{ErrorCode::kUsage, "'" + options.output + "' is the source itself; write to another file"};
  }
  if (exists && !options.resume && !options.force) {
    return Error{ErrorCode::kUsage,
                 "'" + options.output + "' exists; go on with --resume, or overwrite it with --force"};
  }
  if (options.resume) {
    EMO_ASSIGN(const auto journal, read_journal(options.output));
    if (!journal && exists) return session;  // an output without a journal is a finished one
    if (journal) {
      EMO_TRY(check_same_run(journal->identity, session.journal.identity));
      session.journal.checkpoint = journal->checkpoint;
    }
  }
  io::RowOptions rows = options.rows;
  rows.keep_extra = false;
  rows.start = session.journal.checkpoint.position;
  EMO_ASSIGN(session.reader, io::open_rows(options.source, rows));
  if (session.journal.checkpoint.output_bytes != 0) {
    EMO_ASSIGN(session.output, BatchOutput::resume(options.output, session.journal.checkpoint.output_bytes));
    return session;
  }
  // The journal comes first: from now on an output without a journal is a finished one, whenever we die.
  EMO_TRY(write_journal(options.output, session.journal));
  EMO_ASSIGN(session.output, BatchOutput::create(options.output));
  return session;
}

}  // namespace emo::pipeline
