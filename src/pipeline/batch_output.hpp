// The output file of a batch: locked, appended, committed in step with its journal, cut back on resume.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "io/descriptor.hpp"

namespace emo::pipeline {

/// Holds the lock (io/file_lock.hpp) of its file for as long as it lives, so that no other run writes there meanwhile.
/// Not thread-safe.
class BatchOutput {
 public:
  /// A new, empty file, durable in its folder. Errors: kNotFound (no such folder), kIo; kInvalidData when the file is
  /// there, because another run has begun it.
  static Result<BatchOutput> create(const std::string& path);
  /// A new file, or an existing one from which all is taken once the lock is held; a device or a pipe stays as it is.
  /// Errors: kNotFound (no such folder), kIo; kInvalidData when another run is writing it.
  static Result<BatchOutput> replace(const std::string& path);
  /// An existing file, as it is. Errors: kNotFound, kIo; kInvalidData when another run is writing it.
  static Result<BatchOutput> open(const std::string& path);

  /// Every commit ends a line. kInvalidData where none ends after `length` bytes any more: somebody has edited the
  /// file, and going on from there would join two rows.
  [[nodiscard]] Result<void> check_line_ends_at(std::uint64_t length) const;
  /// Cuts the file to `length` bytes and goes on from there. Errors: kIo; kInvalidData when it is shorter than that.
  Result<void> cut(std::uint64_t length);
  /// Errors: kIo with the system's reason (a full disk) and the number of bytes that are in the file.
  Result<void> append(std::string_view bytes);
  /// Waits until every byte appended is on the disk. Errors: kIo; kInvalidData when the file is in no folder any more.
  Result<void> sync();
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  BatchOutput(std::string path, io::Descriptor file, std::uint64_t size);
  std::string path_;
  io::Descriptor file_;
  std::uint64_t size_ = 0;
};

}  // namespace emo::pipeline
