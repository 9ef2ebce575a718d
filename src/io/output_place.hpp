// Whether there is a place for an output, asked before hours of work are spent on it.
#pragma once

#include <string>

#include "emo/error.hpp"

namespace emo::io {

/// Success when the folder that `out` would lie in is there and takes new names; creates nothing. Errors name `out`,
/// the folder and what to do: kNotFound (no such folder), kIo (a file in its place, no permission, read-only).
Result<void> check_place(const std::string& out);

}  // namespace emo::io
