// POSIX file calls of the batch output. A file that is replaced as a whole belongs to io::write_file_atomic instead;
// this one grows over hours and must survive the death of its writer.
#include "pipeline/batch_output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "io/file_lock.hpp"

namespace emo::pipeline {
namespace {

constexpr mode_t kFileMode = 0666;  // less the umask, as the journal beside it and every other output

Error is_taken(const std::string& path) {
  return {ErrorCode::kInvalidData,
          "another run is writing '" + path + "'; wait until it has ended, or choose another file with --out"};
}

Result<void> take(const io::Descriptor& file, const std::string& path) {
  if (!io::take_lock(file)) return is_taken(path);
  return {};
}

}  // namespace

BatchOutput::BatchOutput(std::string path, io::Descriptor file, std::uint64_t size)
    : path_(std::move(path)), file_(std::move(file)), size_(size) {}

Result<BatchOutput> BatchOutput::create(const std::string& path) {
  io::Descriptor file(
      io::uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode); }));
  if (!file.is_open() && errno == EEXIST) {  // it was not there a moment ago
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return is_taken(path);
    return Error{ErrorCode::kIo, "cannot create '" + path +
                                     "': it is a link to a file that does not exist; remove it, " +
                                     "or name that file with --out"};
  }
  if (!file.is_open()) return io::system_error("create", path, errno);
  EMO_TRY(take(file, path));
  EMO_TRY(io::sync_directory(io::parent_directory(path)));
  return BatchOutput(path, std::move(file), 0);
}

Result<BatchOutput> BatchOutput::replace(const std::string& path) {
  // Not anew after a signal: a pipe waits for its reader, and Ctrl-C ends that.
  io::Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kFileMode));
  if (!file.is_open()) return io::system_error("create", path, errno);
  EMO_TRY(take(file, path));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return io::system_error("examine", path, errno);
  if (S_ISREG(status.st_mode)) {
    if (io::uninterrupted([&] { return ::ftruncate(file.get(), 0); }) != 0)
      return io::system_error("empty", path, errno);
    EMO_TRY(io::sync_directory(io::parent_directory(path)));
  }
  return BatchOutput(path, std::move(file), 0);
}

Result<BatchOutput> BatchOutput::open(const std::string& path) {
  io::Descriptor file(io::uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CLOEXEC); }));
  if (!file.is_open()) return io::system_error("open", path, errno);
  EMO_TRY(take(file, path));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return io::system_error("examine", path, errno);
  return BatchOutput(path, std::move(file), static_cast<std::uint64_t>(status.st_size));
}

Result<void> BatchOutput::check_line_ends_at(std::uint64_t length) const {
  if (length == 0) return {};
  const io::Descriptor file(io::uninterrupted([&] { return ::open(path_.c_str(), O_RDONLY | O_CLOEXEC); }));
  char last = '\n';  // of a file that may be written and not read nothing can be said
  if (!file.is_open() || ::pread(file.get(), &last, 1, static_cast<off_t>(length - 1)) != 1 || last == '\n') return {};
  return Error{ErrorCode::kInvalidData, "cannot resume: no line of '" + path_ + "' ends at byte " +
                                            std::to_string(length) +
                                            ", as its journal says: it was edited; start anew with --force"};
}

Result<void> BatchOutput::cut(std::uint64_t length) {
  if (size_ < length) {
    return Error{ErrorCode::kInvalidData, "cannot resume: '" + path_ + "' has " + std::to_string(size_) +
                                              " bytes, its journal says at least " + std::to_string(length) +
                                              "; start anew with --force"};
  }
  if (io::uninterrupted([&] { return ::ftruncate(file_.get(), static_cast<off_t>(length)); }) != 0)
    return io::system_error("cut back", path_, errno);
  if (::lseek(file_.get(), 0, SEEK_END) < 0) return io::system_error("seek in", path_, errno);
  size_ = length;
  return {};
}

Result<void> BatchOutput::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return io::system_error("write after byte " + std::to_string(size_) + " of", path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
  return {};
}

Result<void> BatchOutput::sync() {
  // A pipe or a terminal cannot be synced and needs none.
  if (io::uninterrupted([&] { return ::fdatasync(file_.get()); }) != 0 && errno != EINVAL && errno != EROFS)
    return io::system_error("flush", path_, errno);
  struct stat status {};
  if (::fstat(file_.get(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 0) {
    return Error{ErrorCode::kInvalidData, "'" + path_ + "' was deleted while it was written; begin anew"};
  }
  return {};
}

}  // namespace emo::pipeline
