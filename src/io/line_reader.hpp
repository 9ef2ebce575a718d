// Lines of a file or pipe, one at a time, in bounded memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "emo/error.hpp"
#include "io/byte_window.hpp"

namespace emo::io {

/// Bytes of a line by which a file is recognised: enough for any header or first row worth that name.
inline constexpr std::size_t kMaxFirstLine = std::size_t{1} << 20;

/// Reads a source line by line. Not thread-safe.
class LineReader {
 public:
  struct Line {
    std::string_view text;   ///< without the line feed (a carriage return is kept); valid until the next call
    bool too_long = false;   ///< longer than the limit: `text` is empty, the line has been skipped (unless held)
    bool terminated = true;  ///< false: the source ends without a line feed
  };

  /// The lines of open_text(path), with its errors.
  static Result<LineReader> open(const std::string& path, std::size_t max_line_bytes);
  /// The lines of what `source` has not consumed.
  LineReader(ByteWindow source, std::size_t max_line_bytes)
      : source_(std::move(source)), max_line_bytes_(max_line_bytes) {}

  /// The next line; nullopt at the end. Sees to the start of the text where that was not done yet (enter_text). An
  /// error ends the source.
  std::optional<Result<Line>> next();
  /// Goes to byte `offset`; a pipe can only go forward. Errors: kInvalidInput (beyond the end), kIo.
  Result<void> seek(std::uint64_t offset) { return source_.seek(offset); }

  /// Keeps the lines from here on for go_back(). How many they are is the caller's to bound; of a line that is too long
  /// no more is read: all that can follow is go_back().
  void hold() { source_.hold(); }
  /// Ends hold().
  void release() { source_.release(); }
  /// To where hold() was called, and ends it: its lines come again.
  void go_back() { source_.go_back(); }

  /// Bytes before the next line.
  [[nodiscard]] std::uint64_t offset() const { return source_.offset(); }
  [[nodiscard]] std::optional<std::uint64_t> size() const { return source_.size(); }
  [[nodiscard]] const std::string& origin() const { return source_.origin(); }

 private:
  std::optional<Result<Line>> skip_long_line();
  Line take(std::size_t length, bool terminated);

  ByteWindow source_;
  std::size_t max_line_bytes_;
  bool entered_ = false, refused_ = false;
};

}  // namespace emo::io
