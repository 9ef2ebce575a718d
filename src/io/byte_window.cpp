// The buffer behind every reader of rows: refilled by large reads, emptied from the front. What the bytes mean is not
// known here; marks of encodings are text_source's, lines are line_reader's.
#include "io/byte_window.hpp"

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

}  // namespace

Result<ByteWindow> ByteWindow::open(const std::string& path) {
  ByteWindow window;
  if (path == "-") {
    window.fd_ = STDIN_FILENO;
    window.origin_ = "<stdin>";
  } else {
    EMO_ASSIGN(window.owned_, open_for_reading(path));
    window.fd_ = window.owned_.get();
    window.origin_ = path;
  }
  struct stat info {};
  if (::fstat(window.fd_, &info) != 0) return system_error("inspect", path, errno);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::kIo, window.origin_ + " is a directory, expected a file"};
  if (S_ISREG(info.st_mode)) {
    window.size_ = static_cast<std::uint64_t>(info.st_size);
    // Standard input may be a file that somebody has read a part of.
    const off_t here = ::lseek(window.fd_, 0, SEEK_CUR);
    if (here > 0) window.base_ = static_cast<std::uint64_t>(here);
  }
  window.buffer_.resize(kFirstBuffer);
  return window;
}

void ByteWindow::drop_consumed() {
  const std::size_t kept = held_.value_or(begin_);
  if (kept == 0) return;
  std::memmove(buffer_.data(), buffer_.data() + kept, end_ - kept);
  base_ += kept;
  begin_ -= kept;
  end_ -= kept;
  if (held_) held_ = 0;
}

void ByteWindow::go_back() {
  begin_ = *held_;
  held_.reset();
}

/// At the end of a file: it is as long as it was, unless somebody emptied or wrote it anew meanwhile. The system gives
/// sizes to some files of its own that they never have.
Result<void> ByteWindow::check_not_cut() const {
  const std::uint64_t read = base_ + end_;
  struct stat info {};
  if (!size_ || read >= *size_ || ::fstat(fd_, &info) != 0) return {};
  const auto now = static_cast<std::uint64_t>(info.st_size);
  if (now >= *size_) return {};
  return Error{ErrorCode::kIo, core::quoted_path(origin_) + " was cut while it was read: it had " +
                                   std::to_string(*size_) + " bytes and has " + std::to_string(now)};
}

Result<bool> ByteWindow::more() {
  if (at_end_) return false;
  drop_consumed();
  if (end_ == buffer_.size()) {
    try {
      buffer_.resize(buffer_.size() * 2);
    } catch (const std::bad_alloc&) {
      at_end_ = true;
      return Error{ErrorCode::kInternal, origin_ + ": out of memory for a row of " + std::to_string(end_) + " bytes"};
    }
  }
  for (;;) {
    const ssize_t got = ::read(fd_, buffer_.data() + end_, buffer_.size() - end_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      at_end_ = true;
      return system_error("read", origin_, errno);
    }
    if (got == 0) {
      at_end_ = true;
      EMO_TRY(check_not_cut());
    }
    end_ += static_cast<std::size_t>(got);
    return got > 0;
  }
}

Result<void> ByteWindow::seek(std::uint64_t target) {
  held_.reset();
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
      EMO_ASSIGN(const bool grew, more());
      if (!grew) {
        return Error{ErrorCode::kInvalidInput, origin_ + ": ends at byte " + std::to_string(offset()) +
                                                   ", cannot go on at " + std::to_string(target)};
      }
    }
    begin_ += static_cast<std::size_t>(std::min<std::uint64_t>(end_ - begin_, target - offset()));
  }
  return {};
}

}  // namespace emo::io
