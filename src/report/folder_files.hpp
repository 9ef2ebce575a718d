// Which files a folder has.
#pragma once

#include <filesystem>
#include <string>

namespace emo::report {

/// Whether `path` is a regular file (or a link to one); false for "".
inline bool is_file(const std::string& path) {
  std::error_code failed;
  return !path.empty() && std::filesystem::is_regular_file(path, failed);
}

}  // namespace emo::report
