// Which names mean one file, so that no output replaces what is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "emo/error.hpp"

namespace emo::io {

/// A file whatever it is called: device and inode, links followed.
struct FileIdentity {
  std::uint64_t device = 0, inode = 0;
  auto operator<=>(const FileIdentity&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 sees a 0 here
};

/// Identity of a regular file or folder; "-" is what standard input was opened from. nullopt for what is not there and
/// for pipes and devices, which no output can harm.
std::optional<FileIdentity> identity_of(const std::string& path);

/// True when both names mean one file or folder; of two that are not there yet, when both would make the same one.
bool same_file(const std::string& a, const std::string& b);

/// Whether `file`, there or not, lies in `folder` or below it, links followed. False where `folder` is not there.
bool lies_in(const std::string& file, const std::string& folder);

/// What is said of an output that is read as well: kUsage.
Error replaces_source(const std::string& output);

/// That error when writing `output` would replace `source`. An empty name is none.
Result<void> check_not_source(const std::string& output, const std::string& source);

/// kUsage when two outputs would be written into one file. An empty name is none.
Result<void> check_apart(const std::string& output, const std::string& other);

}  // namespace emo::io
