// A folder that lives as long as a scope.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "io/descriptor.hpp"

namespace emo::io {

/// Removes `path` when it goes out of scope, whatever happened. Creates nothing: the name must be one that nobody else
/// uses, as of draft_beside().
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

/// A name beside `out` for a draft of it, which no other process uses.
inline std::string draft_beside(const std::string& out) {
  std::filesystem::path beside = std::filesystem::path(out).lexically_normal();
  if (!beside.has_filename()) beside = beside.parent_path();
  return beside.string() + ".draft-" + random_suffix();
}

}  // namespace emo::io
