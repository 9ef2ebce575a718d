// The lock of the system (flock), which follows the descriptor: no file is left behind, and nothing has to be cleaned
// up after a process that was killed.
#include "io/file_lock.hpp"

#include <sys/file.h>

#include <cerrno>

namespace emo::io {

bool take_lock(const Descriptor& file) {
  while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return false;
    if (errno != EINTR) break;  // a file system without locks
  }
  return true;
}

}  // namespace emo::io
