// Shortening of paths for what is published. Which words of a command line are paths is the caller's to know.
#include "core/without_folders.hpp"

#include <filesystem>

namespace emo::core {

std::string last_part(const std::string& path) {
  const auto normal = std::filesystem::path(path).lexically_normal();
  return (normal.has_filename() ? normal.filename() : normal.parent_path().filename()).string();
}

std::string without_folders(const std::string& text) {
  if (!std::filesystem::path(text).is_absolute()) return text;
  const std::string last = last_part(text);
  return last.empty() ? text : last;  // "/" alone tells nothing
}

}  // namespace emo::core
