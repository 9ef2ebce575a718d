// Names compared by the files they lead to, not by their spelling, so that no output replaces what is read. Opens
// nothing and locks nothing: two runs that write one file are held apart by growing_file.
#include "io/file_identity.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/quote.hpp"
#include "io/file.hpp"

namespace emo::io {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInput = "/dev/stdin";

}  // namespace

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat info {};
  if (::stat(path == "-" ? kStandardInput : path.c_str(), &info) != 0) return std::nullopt;
  if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) return std::nullopt;
  return FileIdentity{info.st_dev, info.st_ino};
}

bool same_file(const std::string& a, const std::string& b) {
  const auto first = identity_of(a), second = identity_of(b);
  if (first || second) return first == second;
  if (a == "-" || b == "-" || is_there(a) || is_there(b)) return false;
  std::error_code failed;
  const auto here = fs::weakly_canonical(fs::absolute(a, failed), failed);
  if (failed) return false;
  const auto there = fs::weakly_canonical(fs::absolute(b, failed), failed);
  return !failed && here == there;
}

bool lies_in(const std::string& file, const std::string& folder) {
  std::error_code failure;
  const fs::path inside = fs::weakly_canonical(fs::absolute(file, failure), failure),
                 outside = fs::canonical(folder, failure);
  if (failure) return false;
  const auto [end, ignored] = std::mismatch(outside.begin(), outside.end(), inside.begin(), inside.end());
  return end == outside.end();
}

Error replaces_source(const std::string& output) {
  return {ErrorCode::kUsage, core::quoted_path(output) + " is the source itself; write to another file"};
}

Result<void> check_not_source(const std::string& output, const std::string& source) {
  if (output.empty() || source.empty() || !same_file(output, source)) return {};
  return replaces_source(output);
}

Result<void> check_apart(const std::string& output, const std::string& other) {
  if (output.empty() || other.empty() || !same_file(output, other)) return {};
  return Error{ErrorCode::kUsage, core::quoted_path(output) + " and " + core::quoted_path(other) +
                                      " are one file for two outputs; write to two files"};
}

}  // namespace emo::io
