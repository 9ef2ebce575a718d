// Whole files: read, mapped, replaced in one step. Sources that are read piece by piece, standard input among them, are
// byte_window's; a file that grows over hours is growing_file's.
#include "io/file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <system_error>

#include "core/quote.hpp"
#include "core/utf8.hpp"
#include "io/descriptor.hpp"
#include "io/output_place.hpp"

namespace emo::io {
namespace {

constexpr const char* kTemporary = ".tmp-";  // and a random suffix
constexpr std::size_t kReadStep = std::size_t{1} << 16;
constexpr std::uint64_t kMaxMapped = std::uint64_t{1} << 46;  // below the address space of every 64-bit Linux

Error too_large(const std::string& path, std::uint64_t size, std::uint64_t limit) {
  return {ErrorCode::kTooLarge, core::quoted(path) + " has " + std::to_string(size) +
                                    " bytes or more, expected at most " + std::to_string(limit)};
}

// Of the last part of `target` as much as leaves room for the rest of a temporary name.
std::string temporary_beginning(const std::string& target) {
  constexpr std::size_t kMaxName = 255, kSuffix = 16;
  const std::string name = target.substr(target.find_last_of('/') + 1);
  return std::string(core::utf8_prefix(name, kMaxName - kSuffix - std::string_view(kTemporary).size())) + kTemporary;
}

Result<void> write_through(const std::string& path, std::string_view content) {
  const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!device.is_open()) return system_error("open", path, errno);
  return write_all(device, content, path);
}

}  // namespace

std::string resolve_links(const std::string& path) {
  struct Free {
    void operator()(char* p) const { std::free(p); }
  };
  const std::unique_ptr<char, Free> resolved(::realpath(path.c_str(), nullptr));
  return resolved != nullptr ? std::string(resolved.get()) : path;
}

Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes) {
  EMO_ASSIGN(const Descriptor file, open_for_reading(path));
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return system_error("inspect", path, errno);
  const auto expected = info.st_size > 0 ? static_cast<std::uint64_t>(info.st_size) : 0;
  if (expected > max_bytes) return too_large(path, expected, max_bytes);

  std::string content;
  try {
    // The size is only a hint: pipes and /proc have none, and a file may grow while it is read.
    std::size_t used = 0;
    content.resize(static_cast<std::size_t>(expected) + 1);
    for (;;) {
      EMO_ASSIGN(const std::size_t got, read_some(file, {content.data() + used, content.size() - used}, path));
      if (got == 0) break;
      used += got;
      if (used > max_bytes) return too_large(path, used, max_bytes);
      if (used == content.size()) content.resize(used + std::max(kReadStep, used / 2));
    }
    content.resize(used);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::kInternal, "out of memory while reading " + core::quoted(path)};
  }
  return content;
}

bool is_there(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0;
}

Result<void> check_there(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0) return {};
  const std::error_code failure(errno, std::generic_category());
  if (failure == std::errc::no_such_file_or_directory || failure == std::errc::not_a_directory) {
    return Error{ErrorCode::kNotFound, path + ": no such file or folder"};
  }
  return Error{ErrorCode::kIo, path + ": cannot be read: " + failure.message()};
}

Result<void> check_regular_file(const std::string& path) {
  struct stat info {};
  if (path.starts_with("/dev/") || path.starts_with("/proc/") || ::stat(path.c_str(), &info) != 0) return {};
  if (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)) return {};
  return Error{ErrorCode::kIo, core::quoted_path(path) + " is not a regular file"};
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  EMO_TRY(check_regular_file(path));  // opening a pipe would wait for its writer
  EMO_ASSIGN(const Descriptor file, open_for_reading(path));
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return system_error("inspect", path, errno);
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kIo, core::quoted(path) + " is not a regular file, which is needed to map it"};
  }
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > kMaxMapped) return too_large(path, size, kMaxMapped);
  MappedFile mapped;
  if (size == 0) return mapped;
  const auto length = static_cast<std::size_t>(size);
  void* address = ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (address == MAP_FAILED) return system_error("map", path, errno);
  mapped.bytes_ = {static_cast<const std::byte*>(address), length};
  mapped.owner_ = std::shared_ptr<const void>(address, [length](const void* p) {
    ::munmap(const_cast<void*>(p), length);  // munmap takes the address it gave, which was not const
  });
  return mapped;
}

std::string temporary_beside(const std::string& target) {
  return target.substr(0, target.find_last_of('/') + 1) + temporary_beginning(target) + random_suffix();
}

Result<void> write_file_atomic(const std::string& path, std::string_view content) {
  struct stat info {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::kIo, core::quoted(path) + " is a directory, expected a file to write"};
  }
  // A device or pipe cannot be replaced by renaming, and must not be.
  if (exists && !S_ISREG(info.st_mode)) return write_through(path, content);

  const std::string target = exists ? resolve_links(path) : path;
  const std::string temporary = temporary_beside(target);
  constexpr unsigned kAnyone = 0666, kOwner = 0600;  // until it has the mode of what it replaces
  auto written = write_new_file(temporary, content, path, exists ? kOwner : kAnyone);
  if (written && exists && ::chmod(temporary.c_str(), info.st_mode & 07777U) != 0) {
    written = system_error("set the mode of", path, errno);
  }
  if (written && std::rename(temporary.c_str(), target.c_str()) != 0) written = system_error("replace", target, errno);
  if (!written) {
    ::unlink(temporary.c_str());
    EMO_TRY(check_place(target));  // says more than the system's reason
    return written;
  }
  return sync_directory(parent_directory(target));
}

void remove_abandoned_writes(const std::string& path) {
  const std::string target = resolve_links(path);
  const std::string beginning = temporary_beginning(target);
  const std::size_t length = beginning.size() + random_suffix().size();
  std::error_code failure;
  for (std::filesystem::directory_iterator entry(parent_directory(target), failure), end; !failure && entry != end;
       entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    const bool is_ours = name.size() == length && name.starts_with(beginning) &&
                         name.find_first_not_of("0123456789abcdef", beginning.size()) == std::string::npos;
    std::error_code ignored;
    if (is_ours && std::filesystem::is_regular_file(entry->symlink_status(ignored))) {
      std::filesystem::remove(entry->path(), ignored);
    }
  }
}

}  // namespace emo::io
