// A growing window over a file descriptor, cut at line feeds. Knows nothing of what the lines mean.
#include "io/line_reader.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

#include "core/quote.hpp"

namespace emo::io {
namespace {

constexpr std::size_t kFirstBuffer = std::size_t{1} << 18;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Result<LineReader> LineReader::open(const std::string& path, std::size_t max_line_bytes) {
  LineReader reader;
  reader.max_line_bytes_ = max_line_bytes;
  if (path == "-") {
    reader.fd_ = STDIN_FILENO;
    reader.origin_ = "<stdin>";
  } else {
    EMO_ASSIGN(reader.owned_, open_for_reading(path));
    reader.fd_ = reader.owned_.get();
    reader.origin_ = path;
  }
  struct stat info {};
  if (::fstat(reader.fd_, &info) != 0) return system_error("inspect", path, errno);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::kIo, reader.origin_ + " is a directory, expected a file"};
  if (S_ISREG(info.st_mode)) {
    reader.size_ = static_cast<std::uint64_t>(info.st_size);
    // Standard input may be a file that somebody has read a part of.
    const off_t here = ::lseek(reader.fd_, 0, SEEK_CUR);
    if (here > 0) reader.base_ = static_cast<std::uint64_t>(here);
  }
  reader.buffer_.resize(kFirstBuffer);
  return reader;
}

void LineReader::drop_consumed() {
  if (begin_ == 0) return;
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  base_ += begin_;
  end_ -= begin_;
  begin_ = 0;
}

// Reads more behind the unread bytes; false at the end of the source.
Result<bool> LineReader::fill() {
  if (at_end_) return false;
  drop_consumed();
  if (end_ == buffer_.size()) {
    try {
      buffer_.resize(buffer_.size() * 2);
    } catch (const std::bad_alloc&) {
      at_end_ = true;
      return Error{ErrorCode::kInternal, origin_ + ": out of memory for a line of " + std::to_string(end_) + " bytes"};
    }
  }
  for (;;) {
    const ssize_t got = ::read(fd_, buffer_.data() + end_, buffer_.size() - end_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      at_end_ = true;
      return system_error("read", origin_, errno);
    }
    if (got == 0) at_end_ = true;
    end_ += static_cast<std::size_t>(got);
    return got > 0;
  }
}

std::string_view LineReader::without_mark(std::string_view line, std::uint64_t line_offset) const {
  if (line_offset == 0 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line;
}

std::optional<Result<LineReader::Line>> LineReader::skip_long_line() {
  for (;;) {
    const auto* feed = static_cast<const char*>(std::memchr(buffer_.data() + begin_, '\n', end_ - begin_));
    if (feed != nullptr) {
      begin_ = static_cast<std::size_t>(feed - buffer_.data()) + 1;
      return Line{{}, true, true};
    }
    begin_ = end_;
    const auto more = fill();
    if (!more) return more.error();
    if (!*more) return Line{{}, true, false};
  }
}

std::optional<Result<LineReader::Line>> LineReader::next() {
  std::size_t scanned = 0;  // bytes after begin_ known to hold no line feed
  for (;;) {
    const char* unread = buffer_.data() + begin_;
    const std::size_t available = end_ - begin_;
    const auto* feed = available == scanned
                           ? nullptr
                           : static_cast<const char*>(std::memchr(unread + scanned, '\n', available - scanned));
    if (feed != nullptr) {
      const auto length = static_cast<std::size_t>(feed - unread);
      const std::uint64_t line_offset = offset();
      begin_ += length + 1;
      if (length > max_line_bytes_) return Line{{}, true, true};
      return Line{without_mark({unread, length}, line_offset), false, true};
    }
    if (available > max_line_bytes_) return skip_long_line();
    scanned = available;
    const auto more = fill();
    if (!more) {
      begin_ = end_;
      return more.error();
    }
    if (!*more) {
      if (available == 0) return std::nullopt;
      const std::string_view rest(buffer_.data() + begin_, available);
      const std::uint64_t line_offset = offset();
      begin_ = end_;
      return Line{without_mark(rest, line_offset), false, false};
    }
  }
}

Result<void> LineReader::seek(std::uint64_t target) {
  if (target == offset()) return {};
  if (size_) {
    if (target > *size_) {
      return Error{ErrorCode::kInvalidInput, origin_ + ": cannot go on at byte " + std::to_string(target) +
                                                 ", it has only " + std::to_string(*size_)};
    }
    if (::lseek(fd_, static_cast<off_t>(target), SEEK_SET) < 0) return system_error("seek in", origin_, errno);
    begin_ = end_ = 0;
    base_ = target;
    at_end_ = false;
    return {};
  }
  if (target < offset()) return Error{ErrorCode::kInvalidInput, origin_ + ": a pipe cannot be read backwards"};
  while (offset() < target) {
    if (begin_ == end_) {
      EMO_ASSIGN(const bool more, fill());
      if (!more) {
        return Error{ErrorCode::kInvalidInput, origin_ + ": ends at byte " + std::to_string(offset()) +
                                                   ", cannot go on at " + std::to_string(target)};
      }
    }
    begin_ += static_cast<std::size_t>(std::min<std::uint64_t>(end_ - begin_, target - offset()));
  }
  return {};
}

}  // namespace emo::io
