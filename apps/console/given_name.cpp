// The check of a name as it is written. Whether there is anything called so, each command finds out.
#include "console/given_name.hpp"

namespace emo::console {

std::string check_name(const std::string& name) {
  return name.empty() ? "the name is empty" : "";
}

}  // namespace emo::console
