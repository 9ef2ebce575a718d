// The path of the program, from the kernel alone. What its caller says in argv[0] is no path where PATH found the
// program: what lies beside it would be looked for in the working directory, which may be anybody's.
#include "core/program_path.hpp"

#include <sys/auxv.h>

#include <filesystem>
#include <system_error>

namespace emo::core {

std::string program_path(const std::string& link) {
  std::error_code failed;
  const auto path = std::filesystem::read_symlink(link, failed);
  if (!failed) return path.string();
  const unsigned long name = getauxval(AT_EXECFN);  // what was executed, as a path
  if (name == 0) return {};
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the kernel gives addresses as numbers
  const auto found = std::filesystem::canonical(reinterpret_cast<const char*>(name), failed);
  return failed ? std::string() : found.string();
}

}  // namespace emo::core
