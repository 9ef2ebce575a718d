// Which files a batch reads, for those who ask whether they are still the same. Reading them is text_rows' and
// picture_rows' work.
#include "pipeline/row_source.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "core/quote.hpp"
#include "io/file_identity.hpp"

namespace emo::pipeline {
namespace {

namespace fs = std::filesystem;

std::optional<fs::file_time_type> change_of(const std::string& file) {
  std::error_code failure;
  if (!fs::is_regular_file(file, failure)) return std::nullopt;
  const auto time = fs::last_write_time(file, failure);
  return failure ? std::nullopt : std::optional(time);
}

// What was moved, copied or unpacked into a folder keeps the time of its content, not that of its name.
std::optional<fs::file_time_type> arrival_of(const std::string& file) {
  struct stat info {};
  const auto change = change_of(file);
  if (!change || ::stat(file.c_str(), &info) != 0) return change;
  const std::chrono::sys_time<std::chrono::nanoseconds> status(std::chrono::seconds(info.st_ctim.tv_sec) +
                                                               std::chrono::nanoseconds(info.st_ctim.tv_nsec));
  return std::max(*change, fs::file_time_type::clock::from_sys(status));
}

}  // namespace

RowSource::RowSource(std::string source, io::RowOptions options)
    : source_(std::move(source)), options_(std::move(options)) {}

Result<BatchIdentity> RowSource::identify() const {
  if (files_ != nullptr) return identify_listing(*files_);
  if (row_files_ == nullptr) return identify_source(source_);
  std::vector<std::string> files;
  for (const SizedFile& file : *row_files_) files.push_back(file.path + ' ' + std::to_string(file.bytes));
  return identify_listing(files);
}

std::string RowSource::place_of(const BatchRow& row) const {
  if (files_ != nullptr) return (*files_)[row.number - 1];
  const std::string& file = row.file.empty() ? source_ : row.file;
  return (file == "-" ? "<stdin>" : file) + ":" + std::to_string(row.number);
}

std::vector<std::string> RowSource::listed() const {
  if (files_ != nullptr) return *files_;
  std::vector<std::string> out;
  if (row_files_ != nullptr) {
    for (const SizedFile& file : *row_files_) out.push_back(file.path);
  }
  return out;
}

Result<void> RowSource::check_output(const std::string& output) const {
  if (files_ == nullptr && row_files_ == nullptr) return {};
  EMO_TRY(check_no_source(output, listed()));
  if (is_listed_ == nullptr || !is_listed_(fs::path(output).filename().string()) || !io::lies_in(output, source_)) {
    return {};
  }
  return Error{ErrorCode::kUsage,
               core::quoted_path(output) + " would be read as one of the files in " + core::quoted_path(source_) +
                   " the next time: " + (row_files_ == nullptr ? "name it .jsonl or .csv, or " : "") +
                   "put it elsewhere"};
}

std::optional<fs::file_time_type> RowSource::last_change() const {
  if (files_ == nullptr && row_files_ == nullptr) return change_of(source_);
  std::optional<fs::file_time_type> latest;
  for (const std::string& file : listed()) latest = std::max(latest, arrival_of(file));
  return latest;
}

}  // namespace emo::pipeline
