// File descriptors with an owner, and the few system calls of this layer with their errors spelled out.
#pragma once

#include <cerrno>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "emo/error.hpp"

namespace emo::io {

/// Owns one open file descriptor. Movable; closes on destruction.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// Makes a system call, anew where a signal interrupted it: on a network's file system opening and flushing can be,
/// too. What the last call gives; errno is of it. Not for opening what may be a pipe: that waits, and a signal is to
/// end it.
template <class Call>
int uninterrupted(Call call) {
  for (;;) {
    const int result = call();
    if (result >= 0 || errno != EINTR) return result;
  }
}

/// "cannot OPERATION 'path': reason" for the errno value `number`; kNotFound for ENOENT and ENOTDIR, kInternal
/// for ENOMEM, else kIo.
Error system_error(std::string_view operation, const std::string& path, int number);

/// Opens for reading, "/dev/stdin" also where it can only be read on (a socket). Errors: kNotFound, kIo; a directory is
/// kIo "is a directory, expected a file".
Result<Descriptor> open_for_reading(const std::string& path);

/// Opens a folder, to lock it or to flush it. Errors: kNotFound (a file in its place too), kIo.
Result<Descriptor> open_folder(const std::string& path);

/// Reads up to `buffer.size()` bytes, retrying interrupted calls; 0 at the end.
Result<std::size_t> read_some(const Descriptor& file, std::span<char> buffer, const std::string& path);

/// Writes all of `content`, retrying short writes.
Result<void> write_all(const Descriptor& file, std::string_view content, const std::string& path);

/// Creates `path`, which must not exist, with `content` on the disk (fsync) when it returns. Errors name the file
/// `called` where `path` is a temporary name that says nothing to anybody. `mode`: as of
/// open(2), before the umask.
Result<void> write_new_file(const std::string& path, std::string_view content, const std::string& called = {},
                            unsigned mode = 0666);

/// Opens `path`, made where it is not there, to write behind its end.
Result<Descriptor> open_for_appending(const std::string& path);

/// Puts what was written to `path`, by whomever, on the disk. Errors name the file `called`, as above.
Result<void> sync_file(const std::string& path, const std::string& called);

/// Makes renames and creations in `directory` durable.
Result<void> sync_directory(const std::string& directory);

/// `path` as it is called without slashes at its end; "/" stays.
std::string without_trailing_slashes(std::string path);

/// The directory part of `path`: "." if it has none.
std::string parent_directory(const std::string& path);

/// A suffix no other process uses (64 random bits in hex), for temporary names.
std::string random_suffix();

}  // namespace emo::io
