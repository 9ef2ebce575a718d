// Reading, writing and comparing of batch journals. A journal is believed only when it is whole and of the same run;
// the order of fsyncs that makes it true is in batch_run and io/growing_file.
#include "pipeline/batch_journal.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/quote.hpp"
#include "io/file.hpp"
#include "io/file_identity.hpp"
#include "io/json.hpp"
#include "io/sha256.hpp"

namespace emo::pipeline {
namespace {

constexpr int kJournalVersion = 2;
constexpr std::uint64_t kMaxJournalBytes = 64u << 10;

Result<std::uint64_t> count_of(const io::Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_unsigned()) {
    return Error{ErrorCode::kInvalidData, std::string("field '") + name + "' is missing or no whole number >= 0"};
  }
  return found->get<std::uint64_t>();
}

Result<std::string> text_of(const io::Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_string()) {
    return Error{ErrorCode::kInvalidData, std::string("field '") + name + "' is missing or no string"};
  }
  return found->get<std::string>();
}

Result<BatchJournal> journal_of(const io::Json& json) {
  if (!json.is_object()) return Error{ErrorCode::kInvalidData, "expected a JSON object"};
  EMO_ASSIGN(const auto version, count_of(json, "journal_version"));
  if (version != kJournalVersion) {
    return Error{ErrorCode::kUnsupported, "journal_version is " + std::to_string(version) + "; this build knows " +
                                              std::to_string(kJournalVersion)};
  }
  BatchJournal journal;
  EMO_ASSIGN(journal.identity.source_bytes, count_of(json, "source_bytes"));
  EMO_ASSIGN(journal.identity.source_head_sha256, text_of(json, "source_head_sha256"));
  EMO_ASSIGN(journal.identity.model_sha256, text_of(json, "model_sha256"));
  EMO_ASSIGN(journal.identity.options, text_of(json, "options"));
  EMO_ASSIGN(journal.checkpoint.position.index, count_of(json, "rows"));
  EMO_ASSIGN(journal.checkpoint.failed_rows, count_of(json, "failed_rows"));
  EMO_ASSIGN(journal.checkpoint.abstained_rows, count_of(json, "abstained_rows"));
  EMO_ASSIGN(journal.checkpoint.position.offset, count_of(json, "source_offset"));
  EMO_ASSIGN(journal.checkpoint.position.line, count_of(json, "source_line"));
  EMO_ASSIGN(journal.checkpoint.output_bytes, count_of(json, "output_bytes"));
  return journal;
}

// '' is what a quoted option that was not given reads.
Error differs(const std::string& what, const std::string& before, const std::string& now) {
  const auto shown = [](const std::string& value) { return value == "''" ? std::string("not given") : value; };
  return {ErrorCode::kInvalidData, "cannot resume: " + what + " is not the one of the interrupted run (was " +
                                       shown(before) + ", is " + shown(now) + "); start anew with --force"};
}

/// What `options` says in other words than `others`: of a dozen settings people look for the one that differs.
std::string words_not_in(const std::string& others, const std::string& options) {
  const auto words_of = [](const std::string& text) {
    std::istringstream rest(text);
    std::vector<std::string> words;
    for (std::string word; std::getline(rest, word, ' ');) words.push_back(word);
    return words;
  };
  const auto known = words_of(others);
  std::string out;
  for (const std::string& word : words_of(options)) {
    if (std::find(known.begin(), known.end(), word) == known.end()) out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace

std::string journal_path(const std::string& output) {
  return output + ".progress";
}

Result<BatchIdentity> identify_source(const std::string& path) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  EMO_TRY(io::check_there(path));
  if (std::filesystem::is_directory(status)) {
    return Error{ErrorCode::kIo, "'" + path + "' is a directory; expected a file of rows"};
  }
  if (!std::filesystem::is_regular_file(status)) {
    return Error{ErrorCode::kUsage, "'" + path + "' is no regular file; --resume needs a source it can read again"};
  }
  BatchIdentity identity;
  identity.source_bytes = std::filesystem::file_size(path, failure);
  std::ifstream file(path, std::ios::binary);
  if (failure || !file) return Error{ErrorCode::kIo, "cannot read '" + path + "'"};
  std::string head(BatchIdentity::kSourceHeadBytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  identity.source_head_sha256 = io::sha256_hex(head);
  return identity;
}

BatchIdentity identify_listing(const std::vector<std::string>& files) {
  std::string names;
  for (const std::string& file : files) names += file + '\n';
  return {names.size(), io::sha256_hex(names), {}, {}, true};
}

Result<void> check_no_source(const std::string& output, const std::vector<std::string>& files) {
  if (!io::identity_of(output)) return {};  // what is not there cannot be lost
  for (const std::string& file : files) EMO_TRY(io::check_not_source(output, file));
  return {};
}

Result<void> write_journal(const std::string& output, const BatchJournal& journal) {
  io::OrderedJson json;
  json["journal_version"] = kJournalVersion;
  json["rows"] = journal.checkpoint.position.index;
  json["failed_rows"] = journal.checkpoint.failed_rows;
  json["abstained_rows"] = journal.checkpoint.abstained_rows;
  json["source_offset"] = journal.checkpoint.position.offset;
  json["source_line"] = journal.checkpoint.position.line;
  json["output_bytes"] = journal.checkpoint.output_bytes;
  json["source_bytes"] = journal.identity.source_bytes;
  json["source_head_sha256"] = journal.identity.source_head_sha256;
  json["model_sha256"] = journal.identity.model_sha256;
  json["options"] = journal.identity.options;
  return io::write_file_atomic(journal_path(output), io::dump_json(json) + "\n");
}

Result<std::optional<BatchJournal>> read_journal(const std::string& output) {
  const std::string path = journal_path(output);
  EMO_TRY(io::check_regular_file(path));
  const auto content = io::read_file(path, kMaxJournalBytes);
  if (!content) {
    if (content.error().code == ErrorCode::kNotFound) return std::optional<BatchJournal>();
    return content.error();
  }
  const auto unusable = [](Error error) {
    error.message = "cannot resume: " + error.message + "; start anew with --force";
    return error;
  };
  const auto json = io::parse_json(*content, path);
  if (!json) return unusable(json.error());
  auto journal = journal_of(*json);
  if (!journal) return unusable(journal.error().at(path));
  return std::optional<BatchJournal>(std::move(journal).value());
}

Result<void> check_same_run(const BatchIdentity& before, const BatchIdentity& now) {
  if (now.is_listing &&
      (before.source_bytes != now.source_bytes || before.source_head_sha256 != now.source_head_sha256)) {
    return Error{ErrorCode::kInvalidData,
                 "cannot resume: the files of the folder or pattern have changed since the interrupted run (added, "
                 "removed, renamed, or of another size); start anew with --force"};
  }
  if (before.source_bytes != now.source_bytes) {
    return differs("the source", std::to_string(before.source_bytes) + " bytes",
                   std::to_string(now.source_bytes) + " bytes");
  }
  if (before.source_head_sha256 != now.source_head_sha256) {
    return differs("the source", "sha256 of its start " + core::quoted(before.source_head_sha256),
                   core::quoted(now.source_head_sha256));
  }
  if (before.model_sha256 != now.model_sha256) {
    return differs("the model", "manifest sha256 " + core::quoted(before.model_sha256), core::quoted(now.model_sha256));
  }
  if (before.options != now.options) {
    std::string was = words_not_in(now.options, before.options), is = words_not_in(before.options, now.options);
    if (was.empty() && is.empty()) {  // the same words in another order
      was = before.options;
      is = now.options;
    }
    return differs("an option", core::quoted_path(was), core::quoted_path(is));
  }
  return {};
}

}  // namespace emo::pipeline
