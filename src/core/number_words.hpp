// Counts as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace emo::core {

/// "1,234,567".
std::string grouped(std::uint64_t count);

/// "1 row", "5,427 rows".
std::string counted(std::uint64_t count, const std::string& one, const std::string& many);

}  // namespace emo::core
