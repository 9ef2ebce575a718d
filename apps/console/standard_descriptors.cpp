// Closed standard descriptors, held by /dev/null opened the wrong way round: what is said there is refused, not
// swallowed. Non-blocking ones, on which a read or write fails that would only have to wait: the standard library's
// buffers lose what such a write leaves, so they are made to wait at the beginning. Others are left as they are.
#include "console/standard_descriptors.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace emo::console {
namespace {

void occupy(int number) {
  if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) return;
  // The system gives the lowest free number, and those below are taken. No O_CLOEXEC: emo-train needs them as well.
  const int taken = ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  if (taken > number) ::close(taken);
}

void make_wait(int number) {
  const int flags = ::fcntl(number, F_GETFL);
  struct stat status {};
  if (flags < 0 || (flags & O_NONBLOCK) == 0 || ::fstat(number, &status) != 0 || S_ISREG(status.st_mode)) return;
  // The flag belongs to all who share what was opened, the parent among them; what is opened anew is ours alone.
  // Opening must not wait: a pipe may have no writer any more, and data all the same.
  const std::string name = "/proc/self/fd/" + std::to_string(number);
  const int fresh =
      S_ISSOCK(status.st_mode) ? -1 : ::open(name.c_str(), (flags & O_ACCMODE) | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fresh >= 0) {
    ::dup2(fresh, number);
    ::close(fresh);
  }
  ::fcntl(number, F_SETFL, flags & ~O_NONBLOCK);
}

}  // namespace

void prepare_standard_descriptors() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    occupy(number);
    make_wait(number);
  }
}

}  // namespace emo::console
