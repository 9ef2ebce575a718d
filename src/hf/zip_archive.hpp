// Zip archives whose entries are stored as they are, as torch.save and numpy write them.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::hf {

/// An open archive. Not thread-safe.
class ZipArchive {
 public:
  /// Reads the table of contents. Errors: kIo (a pipe; what the system says), kNotFound, kInvalidModel (no table: cut
  /// short or no zip), kTooLarge (over 100,000 entries).
  static Result<ZipArchive> open(const std::string& path);

  /// In the order of the table.
  [[nodiscard]] const std::vector<std::string>& names() const;

  /// The bytes of an entry, checked against its CRC. Errors: kNotFound, kInvalidModel (damaged; entries that share
  /// bytes), kUnsupported (compressed or encrypted).
  [[nodiscard]] Result<std::vector<std::byte>> read(const std::string& name) const;

 private:
  struct Table;
  std::shared_ptr<Table> table_;
};

}  // namespace emo::hf
