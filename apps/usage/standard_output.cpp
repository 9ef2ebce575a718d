// Writing of results to standard output, the same in both programs. Formats are theirs; a reader that has left (head)
// is for the end of the program to judge.
#include "usage/standard_output.hpp"

#include <cstdio>

namespace emo::usage {

Error stdout_error() {
  return {ErrorCode::kIo, "cannot write to standard output (is the disk full?)"};
}

Result<void> write_to_stdout(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return {};
  return stdout_error();
}

}  // namespace emo::usage
