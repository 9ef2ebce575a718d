// A folder that lives as long as a scope.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace emo::io {

/// Removes `path` when it goes out of scope, whatever happened. Creates nothing.
struct ScratchFolder {
  std::string path;
  explicit ScratchFolder(std::string folder) : path(std::move(folder)) {}
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

}  // namespace emo::io
