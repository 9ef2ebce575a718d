// Checks of names as they are written. Whether there is anything called so, each command finds out.
#include "usage/given_name.hpp"

namespace emo::usage {

std::string check_file_name(const std::string& name) {
  return name.empty() ? "the name of the file is empty" : "";
}

std::string check_name(const std::string& name) {
  return name.empty() ? "the name is empty" : "";
}

}  // namespace emo::usage
