// Closed standard descriptors, held by /dev/null opened the wrong way round: what is said there is refused, not
// swallowed. Open ones are left as they are.
#include "console/standard_descriptors.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>

namespace emo::console {

void occupy_standard_descriptors() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) continue;
    // The system gives the lowest free number, and those below are taken. No O_CLOEXEC: emo-train needs them as well.
    const int taken = ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (taken > number) ::close(taken);
  }
}

}  // namespace emo::console
