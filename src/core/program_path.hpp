// Where the running program lies.
#pragma once

#include <string>

namespace emo::core {

/// Absolute path of the running program, links followed; empty where the system does not tell. `link` is the kernel's
/// own answer, which a chroot or a sandbox without /proc does not have.
std::string program_path(const std::string& link = "/proc/self/exe");

}  // namespace emo::core
