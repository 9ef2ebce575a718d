// The check of a name as it is written. Whether there is anything called so, each command finds out.
#include "usage/given_name.hpp"

namespace emo::usage {

std::string check_name(const std::string& name) {
  return name.empty() ? "the name is empty" : "";
}

}  // namespace emo::usage
