// Lines of a file or pipe, one at a time, in bounded memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/descriptor.hpp"

namespace emo::io {

/// Reads a source line by line. Not thread-safe. A byte-order mark at the start is skipped.
class LineReader {
 public:
  struct Line {
    std::string_view text;   ///< without the line feed (a carriage return is kept); valid until the next call
    bool too_long = false;   ///< longer than the limit: `text` is empty, the line has been skipped
    bool terminated = true;  ///< false: the source ends without a line feed
  };

  /// `path` "-" is standard input. Errors: kNotFound, kIo.
  static Result<LineReader> open(const std::string& path, std::size_t max_line_bytes);

  /// The next line; nullopt at the end. An error of the system ends the source.
  std::optional<Result<Line>> next();
  /// Goes to byte `offset`; a pipe can only go forward. Errors: kInvalidInput (beyond the end), kIo.
  Result<void> seek(std::uint64_t offset);

  /// Bytes before the next line.
  [[nodiscard]] std::uint64_t offset() const { return base_ + begin_; }
  [[nodiscard]] std::optional<std::uint64_t> size() const { return size_; }
  [[nodiscard]] const std::string& origin() const { return origin_; }

 private:
  LineReader() = default;
  Result<bool> fill();
  void drop_consumed();
  std::optional<Result<Line>> skip_long_line();
  std::string_view without_mark(std::string_view line, std::uint64_t line_offset) const;

  Descriptor owned_;
  int fd_ = -1;
  std::string origin_;
  std::optional<std::uint64_t> size_;
  std::size_t max_line_bytes_ = 0;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< unread bytes in the buffer
  std::uint64_t base_ = 0;           ///< offset in the source of buffer_[0]
  bool at_end_ = false;
};

}  // namespace emo::io
