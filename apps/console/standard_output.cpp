// Writing of results to standard output, the same in both programs. Formats are theirs.
#include "console/standard_output.hpp"

#include <cerrno>
#include <cstdio>

namespace emo::console {
namespace {

Error stdout_error() {
  // Where SIGPIPE is ignored, as in services of systemd; elsewhere it has ended the program.
  if (errno == EPIPE) return {ErrorCode::kIo, "cannot write to standard output: nobody reads it any more"};
  return {ErrorCode::kIo, "cannot write to standard output (is the disk full?)"};
}

}  // namespace

Result<void> write_to_stdout(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return {};
  return stdout_error();
}

Result<void> finish_stdout() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  return errno == EPIPE ? Result<void>() : stdout_error();
}

}  // namespace emo::console
