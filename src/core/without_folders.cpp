// Shortening of paths for what is published. Which words of a command line are paths is the caller's to know.
#include "core/without_folders.hpp"

#include <filesystem>

namespace emo::core {

std::string without_folders(const std::string& text) {
  const std::filesystem::path path(text);
  if (!path.is_absolute()) return text;
  const auto normal = path.lexically_normal();
  const auto last = normal.has_filename() ? normal.filename() : normal.parent_path().filename();
  return last.empty() ? text : last.string();  // "/" alone tells nothing
}

}  // namespace emo::core
