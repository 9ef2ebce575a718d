// The command line as it may be published.
#include "command_line.hpp"

#include <filesystem>

namespace emo::app {
namespace {

std::string without_folders(const std::string& word) {
  const std::filesystem::path path(word);
  if (!path.is_absolute()) return word;
  const auto normal = path.lexically_normal();
  return normal.has_filename() ? normal.filename().string() : normal.parent_path().filename().string();
}

}  // namespace

std::string command_line(const std::string& program, const CLI::App& app) {
  std::string out = program;
  for (const auto* option : app.get_options()) {
    for (const auto& value : option->results()) {
      out += " " + option->get_name() + (option->get_type_size() == 0 ? "" : " " + without_folders(value));
    }
  }
  return out;
}

}  // namespace emo::app
