// Questions to the system and the environment about terminals. What is written there, the programs decide.
#include "console/terminal.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace emo::console {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1;
}

bool is_screen(int descriptor) {
  return is_terminal(descriptor) && variable("TERM") != "dumb";
}

bool wants_colour(int descriptor) {
  return is_screen(descriptor) && variable("NO_COLOR").empty();
}

}  // namespace emo::console
