// Files: read whole, map, write atomically. Every error names the path and the system's reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "emo/error.hpp"

namespace emo::io {

/// The whole file. Refuses directories and files over `max_bytes` (kTooLarge) before allocating.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes = 1ULL << 32);

/// Whether something lies at `path`, links followed; false too where that cannot be found out.
bool is_there(const std::string& path);

/// kNotFound where nothing lies at `path`; kIo where that cannot be found out, as in a folder that is closed to us.
Result<void> check_there(const std::string& path);

/// kIo for a pipe, socket or device, which could keep its reader waiting for ever; opens nothing. What lies in /dev or
/// /proc (/dev/stdin, process substitution) was named on purpose and passes, as does what is not there.
Result<void> check_regular_file(const std::string& path);

/// A read-only private mapping of a whole file; empty files give an empty span. As with every mapping, a file that
/// somebody cuts short while it is mapped ends the program when the lost part is read (SIGBUS).
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  [[nodiscard]] std::shared_ptr<const void> owner() const { return owner_; }

 private:
  std::span<const std::byte> bytes_;
  std::shared_ptr<const void> owner_;
};

/// `path` with its symbolic links followed, so that what is replaced stays where a link leads; as it is where there is
/// nothing.
std::string resolve_links(const std::string& path);

/// A name beside `target` for what is to take its place: "TARGET.tmp-" and a random suffix, of a name that is too long
/// for both its beginning.
std::string temporary_beside(const std::string& target);

/// Replaces `path` in one step: temporary file beside it, write, fsync, rename, fsync of the directory.
/// On any error before the rename the old file is untouched and the temporary one removed.
Result<void> write_file_atomic(const std::string& path, std::string_view content);

/// Removes the temporary files that write_file_atomic left beside `path` where its process was killed: "PATH.tmp-" and
/// 16 hexadecimal digits, regular files alone. Nobody may be writing `path` meanwhile. What cannot be removed stays.
void remove_abandoned_writes(const std::string& path);

}  // namespace emo::io
