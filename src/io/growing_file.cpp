// POSIX calls of a file that must survive the death of its writer. One that is replaced as a whole belongs to
// write_file_atomic.
#include "io/growing_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/assert.hpp"
#include "io/file_lock.hpp"

namespace emo::io {
namespace {

constexpr mode_t kFileMode = 0666;  // less the umask, as the journal beside it and every other output

Error is_taken(const std::string& path) {
  return {ErrorCode::kInvalidData,
          "another run is writing '" + path + "'; wait until it has ended, or choose another file with --out"};
}

Result<void> take(const Descriptor& file, const std::string& path) {
  if (!take_lock(file)) return is_taken(path);
  return {};
}

}  // namespace

GrowingFile::GrowingFile(std::string path, Descriptor file, std::uint64_t size)
    : path_(std::move(path)), file_(std::move(file)), size_(size) {}

Result<GrowingFile> GrowingFile::create(const std::string& path) {
  Descriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode); }));
  if (!file.is_open() && errno == EEXIST) {  // it was not there a moment ago
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return is_taken(path);
    return Error{ErrorCode::kIo, "cannot create '" + path +
                                     "': it is a link to a file that does not exist; remove it, " +
                                     "or name that file with --out"};
  }
  if (!file.is_open()) return system_error("create", path, errno);
  EMO_TRY(take(file, path));
  EMO_TRY(sync_directory(parent_directory(path)));
  return GrowingFile(path, std::move(file), 0);
}

Result<GrowingFile> GrowingFile::replace(const std::string& path) {
  // Not anew after a signal: a pipe waits for its reader, and Ctrl-C ends that.
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kFileMode));
  if (!file.is_open()) return system_error("create", path, errno);
  EMO_TRY(take(file, path));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error("examine", path, errno);
  if (S_ISREG(status.st_mode)) {
    if (uninterrupted([&] { return ::ftruncate(file.get(), 0); }) != 0) return system_error("empty", path, errno);
    EMO_TRY(sync_directory(parent_directory(path)));
  }
  return GrowingFile(path, std::move(file), 0);
}

Result<GrowingFile> GrowingFile::open(const std::string& path) {
  Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CLOEXEC); }));
  if (!file.is_open()) return system_error("open", path, errno);
  EMO_TRY(take(file, path));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error("examine", path, errno);
  return GrowingFile(path, std::move(file), static_cast<std::uint64_t>(status.st_size));
}

bool GrowingFile::line_ends_at(std::uint64_t length) const {
  EMO_ASSERT(length <= size_);
  if (length == 0) return true;
  const Descriptor file(uninterrupted([&] { return ::open(path_.c_str(), O_RDONLY | O_CLOEXEC); }));
  char last = '\n';
  return !file.is_open() || ::pread(file.get(), &last, 1, static_cast<off_t>(length - 1)) != 1 || last == '\n';
}

Result<void> GrowingFile::cut(std::uint64_t length) {
  EMO_ASSERT(length <= size_);
  if (uninterrupted([&] { return ::ftruncate(file_.get(), static_cast<off_t>(length)); }) != 0)
    return system_error("cut back", path_, errno);
  if (::lseek(file_.get(), 0, SEEK_END) < 0) return system_error("seek in", path_, errno);
  size_ = length;
  return {};
}

Result<void> GrowingFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_error("write after byte " + std::to_string(size_) + " of", path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
  return {};
}

Result<void> GrowingFile::sync() {
  // A pipe or a terminal cannot be synced and needs none.
  if (uninterrupted([&] { return ::fdatasync(file_.get()); }) != 0 && errno != EINVAL && errno != EROFS)
    return system_error("flush", path_, errno);
  struct stat status {};
  if (::fstat(file_.get(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 0) {
    return Error{ErrorCode::kInvalidData, "'" + path_ + "' was deleted while it was written; begin anew"};
  }
  return {};
}

}  // namespace emo::io
