// Runs the real `emo` as a user would and collects what it says.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace emo::test {

struct RunOptions {
  std::string input = {};                             ///< what standard input holds
  std::string program = {};                           ///< run this copy of `emo` instead of the one of this build
  std::string stdout_path = {};                       ///< write standard output there instead of collecting it
  bool nobody_reads = false;                          ///< standard output is a pipe that nobody reads (any more)
  std::optional<std::uint64_t> file_size_limit = {};  ///< RLIMIT_FSIZE: the file that grows past it is a full disk
  std::optional<std::uint64_t> memory_limit = {};     ///< RLIMIT_AS, bytes; none under a sanitizer
};

struct RunResult {
  int status = -1;  ///< exit status, or 128 + signal
  std::string out, err;
};

/// `emo` with these arguments; EMO_MODELS is empty.
RunResult run_emo(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// Starts `emo` in the background; it reads `input`, by default nothing. Its output is thrown away, what it says on
/// standard error only where no `stderr_path` is given. It minds SIGINT, also where the tests run in the background of
/// a script, unless it is to begin with ignoring it.
pid_t start_emo(const std::vector<std::string>& arguments, int input = -1, const std::string& stderr_path = {},
                bool ignores_interrupts = false);

/// Sends `signal` and waits for the end; 128 + signal, or the exit status if it was faster.
int end_process(pid_t process, int signal);

/// Waits until `reached()`; false when two minutes passed, or `process` ended, and it is not.
bool wait_until(pid_t process, const std::function<bool()>& reached);

/// The lines of `text` without their ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace emo::test
