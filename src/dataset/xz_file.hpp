// Files packed with xz.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::dataset {

/// The unpacked bytes of `path`, which must be exactly `expected` many. Errors: kNotFound, kIo; kInvalidData for a
/// damaged file or another length (it stops at `expected` + 1 bytes, whatever the file claims); kTooLarge.
Result<std::vector<std::uint8_t>> read_xz(const std::string& path, std::size_t expected);

}  // namespace emo::dataset
