// A file that one run writes over hours: locked, appended to, cut back where that run goes on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "io/descriptor.hpp"

namespace emo::io {

/// Holds the lock (io/file_lock.hpp) of its file for as long as it lives, so that no other run writes there meanwhile.
/// Not thread-safe.
class GrowingFile {
 public:
  /// A new, empty file, durable in its folder. Errors: kNotFound (no such folder), kIo; kInvalidData when the file is
  /// there, because another run has begun it.
  static Result<GrowingFile> create(const std::string& path);
  /// A new file, or an existing one from which all is taken once the lock is held; a device or a pipe stays as it is.
  /// Errors: kNotFound (no such folder), kIo; kInvalidData when another run is writing it.
  static Result<GrowingFile> replace(const std::string& path);
  /// An existing file, as it is. Errors: kNotFound, kIo; kInvalidData when another run is writing it.
  static Result<GrowingFile> open(const std::string& path);

  /// Whether a line ends after `length` bytes; true where that cannot be read. Precondition: length <= size().
  [[nodiscard]] bool line_ends_at(std::uint64_t length) const;
  /// Cuts the file to `length` bytes and goes on from there. Errors: kIo. Precondition: length <= size().
  Result<void> cut(std::uint64_t length);
  /// Errors: kIo with the system's reason (a full disk) and the number of bytes that are in the file.
  Result<void> append(std::string_view bytes);
  /// Waits until every byte appended is on the disk. Errors: kIo; kInvalidData when the file is in no folder any more.
  Result<void> sync();
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  GrowingFile(std::string path, Descriptor file, std::uint64_t size);
  std::string path_;
  Descriptor file_;
  std::uint64_t size_ = 0;
};

}  // namespace emo::io
