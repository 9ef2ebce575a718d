// Thin wrappers of POSIX calls: retry what is to be retried, name the path and the reason. No buffering and no policy;
// files as a whole are file.cpp's, growing output is growing_file's.
#include "io/descriptor.hpp"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <system_error>

#include "core/quote.hpp"

namespace emo::io {
namespace {

constexpr mode_t kAnyone = 0666;                         // less the umask
constexpr std::size_t kMaxWrite = std::size_t{1} << 30;  // below the kernel's own limit for one call

// By its name standard input is opened anew, at the beginning of a file. A socket (Node.js gives its children one,
// inetd too) has no such name, nor has a file that somebody else opened for us; it is open all the same.
int open_named(const std::string& path) {
  // Not anew after a signal: a pipe may be waited for without end, and Ctrl-C ends that.
  const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened >= 0 || path != "/dev/stdin") return opened;
  const int reason = errno;
  const int copy = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) errno = reason;
  return copy;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (fd_ >= 0) ::close(fd_);
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

Error system_error(std::string_view operation, const std::string& path, int number) {
  const bool missing = number == ENOENT || number == ENOTDIR;
  const ErrorCode code = missing ? ErrorCode::kNotFound : number == ENOMEM ? ErrorCode::kInternal : ErrorCode::kIo;
  return {code, "cannot " + std::string(operation) + " " + core::quoted_path(path) + ": " +
                    std::generic_category().message(number)};
}

Result<Descriptor> open_for_reading(const std::string& path) {
  if (path.find('\0') != std::string::npos) return system_error("open", path, EINVAL);
  Descriptor file(open_named(path));
  if (!file.is_open()) return system_error("open", path, errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return system_error("inspect", path, errno);
  if (S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::kIo, core::quoted_path(path) + " is a directory, expected a file"};
  }
  return file;
}

Result<Descriptor> open_folder(const std::string& path) {
  Descriptor folder(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!folder.is_open()) return system_error("open", path, errno);
  return folder;
}

Result<std::size_t> read_some(const Descriptor& file, std::span<char> buffer, const std::string& path) {
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return system_error("read", path, errno);
  }
}

Result<void> write_all(const Descriptor& file, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t put = ::write(file.get(), content.data(), std::min(content.size(), kMaxWrite));
    if (put < 0) {
      if (errno == EINTR) continue;
      return system_error("write", path, errno);
    }
    content.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

Result<void> write_new_file(const std::string& path, std::string_view content, const std::string& called,
                            unsigned mode) {
  const std::string& name = called.empty() ? path : called;
  const Descriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode); }));
  if (!file.is_open()) return system_error("create", name, errno);
  EMO_TRY(write_all(file, content, name));
  // A full disk may show only here.
  if (uninterrupted([&] { return ::fsync(file.get()); }) != 0) return system_error("flush", name, errno);
  return {};
}

Result<Descriptor> open_for_appending(const std::string& path) {
  Descriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kAnyone); }));
  if (!file.is_open()) return system_error("open", path, errno);
  return file;
}

Result<void> sync_file(const std::string& path, const std::string& called) {
  const Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); }));
  if (!file.is_open()) return system_error("open", called, errno);
  if (uninterrupted([&] { return ::fsync(file.get()); }) != 0) return system_error("flush", called, errno);
  return {};
}

Result<void> sync_directory(const std::string& directory) {
  const Descriptor handle(uninterrupted([&] { return ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  // A folder may be written in and not be read, some file systems cannot flush directories and say so; the rename has
  // happened all the same.
  if (!handle.is_open() && errno == EACCES) return {};
  if (!handle.is_open()) return system_error("open", directory, errno);
  if (uninterrupted([&] { return ::fsync(handle.get()); }) != 0 && errno != EINVAL && errno != ENOTSUP) {
    return system_error("flush", directory, errno);
  }
  return {};
}

std::string without_trailing_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string parent_directory(const std::string& path) {
  const auto slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string random_suffix() {
  std::uint64_t bits = 0;
  if (::getrandom(&bits, sizeof bits, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof bits)) {
    // Early in boot only; O_EXCL still refuses a name that exists.
    bits = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) ^
           (static_cast<std::uint64_t>(::getpid()) << 40U);
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (unsigned shift = 0; shift < 64; shift += 4) out += kHex[(bits >> shift) & 15U];
  return out;
}

}  // namespace emo::io
