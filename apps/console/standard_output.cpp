// Writing of results to standard output, the same in both programs. Formats are theirs.
#include "console/standard_output.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace emo::console {
namespace {

/// After a write that failed: where SIGPIPE is ignored, as in services of systemd; elsewhere it has ended the program.
bool reader_has_left() {
  return errno == EPIPE || nobody_reads_stdout();
}

Error stdout_error() {
  const int reason = errno;
  if (reader_has_left()) return {ErrorCode::kIo, "cannot write to standard output: nobody reads it any more"};
  std::string message = "cannot write to standard output";
  if (reason == EBADF) return {ErrorCode::kIo, message + ": it is not open for writing"};
  if (reason != 0) message += ": " + std::generic_category().message(reason);
  return {ErrorCode::kIo, message + (reason == 0 ? " (is the disk full?)" : "")};
}

}  // namespace

bool nobody_reads_stdout() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

Result<void> write_to_stdout(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return {};
  return stdout_error();
}

Result<void> finish_stdout() {
  errno = 0;  // an earlier write that failed is told by ferror() alone
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  return reader_has_left() ? Result<void>() : stdout_error();
}

}  // namespace emo::console
