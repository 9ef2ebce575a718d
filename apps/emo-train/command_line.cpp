// The command line as it may be published, flags of three states, and a look at which were given. Which flags there
// are is training_options.cpp's and each command's; the program `emo` shows its own by write_report.cpp.
#include "command_line.hpp"

#include <algorithm>

#include "console/shell_word.hpp"
#include "core/without_folders.hpp"

namespace emo::app {

std::string command_line(const std::string& program, const CLI::App& app) {
  std::string out = program;
  for (const auto* option : app.get_options()) {
    for (const auto& value : option->results()) {
      if (option->get_items_expected_max() > 0) {
        out += " " + option->get_name() + " " + console::shell_word(core::without_folders(value));
      } else {  // a flag, whose word says no where it was given so
        const bool denied = value == "false" && !option->get_fnames().empty();
        out += " " + (denied ? "--" + option->get_fnames().front() : option->get_name());
      }
    }
  }
  return out;
}

void add_choice(CLI::App& app, const std::string& names, std::optional<bool>& choice, const std::string& help) {
  app.add_flag_function(
      names, [&choice](std::int64_t count) { choice = count > 0; }, help);
}

std::string flag_beside(const CLI::App& app, const std::vector<std::string>& taken) {
  for (const auto* option : app.get_options()) {
    const std::string name = option->get_name();
    if (option->count() == 0 || name == "--out" || name == "--resume") continue;
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
  }
  return {};
}

}  // namespace emo::app
