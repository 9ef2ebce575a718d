// fork, exec, pipes and limits around the program under test.
#include "program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <thread>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define EMO_SANITIZED 1
#elif defined(__has_feature)
#define EMO_SANITIZED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define EMO_SANITIZED 0
#endif

namespace emo::test {
namespace {

constexpr int kExecFailed = 127;
constexpr int kSignalBase = 128;

void limit(int resource, const std::optional<std::uint64_t>& bytes) {
  if (!bytes) return;
  const rlimit values{*bytes, *bytes};
  if (setrlimit(static_cast<__rlimit_resource>(resource), &values) != 0) std::_Exit(kExecFailed);
}

[[noreturn]] void become_emo(const std::vector<std::string>& arguments, const std::string& program = {}) {
  setenv("EMO_MODELS", "", 1);
  std::vector<std::string> words{program.empty() ? EMO_BINARY : program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  std::_Exit(kExecFailed);
}

int status_of(int wait_status) {
  return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : kSignalBase + WTERMSIG(wait_status);
}

/// Feeds `input` and reads both outputs until they end, whatever order the program chooses.
void converse(int in, int out, int err, const std::string& input, RunResult& result) {
  std::size_t sent = 0;
  std::array<pollfd, 3> files{{{in, POLLOUT, 0}, {out, POLLIN, 0}, {err, POLLIN, 0}}};
  std::array<char, 65536> buffer{};
  while (files[1].fd >= 0 || files[2].fd >= 0) {
    poll(files.data(), files.size(), -1);
    if (files[0].fd >= 0 && files[0].revents != 0) {
      const ssize_t n = sent < input.size()
                            ? write(in, input.data() + sent, std::min<std::size_t>(input.size() - sent, buffer.size()))
                            : 0;
      if (n > 0) sent += static_cast<std::size_t>(n);
      if (n <= 0 || sent == input.size()) {
        close(in);
        files[0].fd = -1;
      }
    }
    for (int i = 1; i <= 2; ++i) {
      auto& file = files.at(static_cast<std::size_t>(i));
      if (file.fd < 0 || file.revents == 0) continue;
      const ssize_t n = read(file.fd, buffer.data(), buffer.size());
      if (n > 0) {
        (i == 1 ? result.out : result.err).append(buffer.data(), static_cast<std::size_t>(n));
      } else {
        close(file.fd);
        file.fd = -1;
      }
    }
  }
  if (files[0].fd >= 0) close(in);
}

}  // namespace

RunResult run_emo(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{}, out{}, err{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0 || pipe2(err.data(), O_CLOEXEC) != 0) {
    std::abort();
  }
  if (options.nobody_reads) {
    close(out[0]);
    out[0] = -1;
  }
  const pid_t process = fork();
  if (process == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    dup2(in[0], STDIN_FILENO);
    dup2(err[1], STDERR_FILENO);
    const int file =
        options.stdout_path.empty() ? out[1] : open(options.stdout_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(file, STDOUT_FILENO);
    limit(RLIMIT_FSIZE, options.file_size_limit);
#if !EMO_SANITIZED  // the sanitizers' shadow memory is larger than any limit
    limit(RLIMIT_AS, options.memory_limit);
#endif
    become_emo(arguments, options.program);
  }
  close(in[0]);
  close(out[1]);
  close(err[1]);
  fcntl(in[1], F_SETFL, O_NONBLOCK);
  RunResult result;
  converse(in[1], out[0], err[0], options.input, result);
  int wait_status = 0;
  waitpid(process, &wait_status, 0);
  result.status = status_of(wait_status);
  return result;
}

pid_t start_emo(const std::vector<std::string>& arguments, int input, const std::string& stderr_path,
                bool ignores_interrupts) {
  const pid_t process = fork();
  if (process == 0) {
    std::signal(SIGINT, ignores_interrupts ? SIG_IGN : SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
    const int null = open("/dev/null", O_RDWR);
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(null, file);
    if (input >= 0) dup2(input, STDIN_FILENO);
    if (!stderr_path.empty()) dup2(open(stderr_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDERR_FILENO);
    become_emo(arguments);
  }
  return process;
}

int end_process(pid_t process, int signal) {
  kill(process, signal);
  int wait_status = 0;
  waitpid(process, &wait_status, 0);
  return status_of(wait_status);
}

bool wait_until(pid_t process, const std::function<bool()>& reached) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  siginfo_t ended{};
  while (!reached()) {
    waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOHANG | WNOWAIT);
    if (ended.si_pid == process || std::chrono::steady_clock::now() > deadline) return reached();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace emo::test
