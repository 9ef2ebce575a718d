// Whether there is a place for an output, asked before hours of work are spent on it, and a folder made for outputs.
#pragma once

#include <string>

#include "emo/error.hpp"

namespace emo::io {

/// Success when the folder that `out` would lie in is there and takes new names; creates nothing. Errors name `out`,
/// the folder and what to do: kNotFound (no such folder), kIo (a file in its place, no permission, read-only).
Result<void> check_place(const std::string& out);

/// Success when make_folder(out) can make the folder, or it is there and takes new names; creates nothing. Errors: kIo,
/// as make_folder's.
Result<void> check_folder(const std::string& out);

/// Makes the folder `out` and those above it that are missing; one that is there is success. Errors: kIo, naming `out`,
/// what stands in the way and what to do.
Result<void> make_folder(const std::string& out);

}  // namespace emo::io
