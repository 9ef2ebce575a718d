// The unread bytes of a file or pipe, as many as one asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/descriptor.hpp"

namespace emo::io {

/// A window over a source that grows behind and is consumed in front. Not thread-safe.
class ByteWindow {
 public:
  /// `path` "-" is standard input. Errors: kNotFound, kIo.
  static Result<ByteWindow> open(const std::string& path);

  /// The bytes read and not consumed; valid until more() or seek().
  [[nodiscard]] std::string_view unread() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Reads more behind them; false at the end of the source. Errors: kIo (also of a file that was cut while it
  /// was read), kInternal (memory); then it is at its end.
  Result<bool> more();
  /// Precondition: `count` <= unread().size().
  void consume(std::size_t count) { begin_ += count; }
  /// Goes to byte `offset`; a pipe can only go forward. Errors: kInvalidInput (beyond the end), kIo.
  Result<void> seek(std::uint64_t offset);

  /// Keeps what is consumed from here on for go_back(), also of a pipe. How much that is is the caller's to bound.
  void hold() { held_ = begin_; }
  /// Ends hold().
  void release() { held_.reset(); }
  [[nodiscard]] bool holding() const { return held_.has_value(); }
  /// What has been consumed since hold() is unread again; ends hold(). Precondition: holding().
  void go_back();

  /// Bytes of the source before unread().
  [[nodiscard]] std::uint64_t offset() const { return base_ + begin_; }
  [[nodiscard]] std::optional<std::uint64_t> size() const { return size_; }
  /// The path, or "<stdin>": for messages.
  [[nodiscard]] const std::string& origin() const { return origin_; }

 private:
  ByteWindow() = default;
  void drop_consumed();
  [[nodiscard]] Result<void> check_not_cut() const;

  Descriptor owned_;
  int fd_ = -1;
  std::string origin_;
  std::optional<std::uint64_t> size_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< unread bytes in the buffer
  std::optional<std::size_t> held_;  ///< bytes from here on stay in the buffer
  std::uint64_t base_ = 0;           ///< offset in the source of buffer_[0]
  bool at_end_ = false;
};

}  // namespace emo::io
