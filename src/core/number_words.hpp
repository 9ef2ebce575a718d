// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace emo::core {

/// "1,234,567".
std::string grouped(std::uint64_t count);

/// "1 row", "5,427 rows".
std::string counted(std::uint64_t count, const std::string& one, const std::string& many);

/// `value` as printf writes it in the "C" locale for `pattern`, which is one of ours with one conversion of a double
/// ("%+.2f"); cut after 47 bytes.
std::string formatted(const char* pattern, double value);

}  // namespace emo::core
