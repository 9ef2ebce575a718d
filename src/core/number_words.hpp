// Numbers as people read them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace emo::core {

/// "1,234,567".
std::string grouped(std::uint64_t count);

/// "1 row", "5,427 rows".
std::string counted(std::uint64_t count, const std::string& one, const std::string& many);

/// What printf writes for `pattern` in the "C" locale.
[[gnu::format(printf, 1, 2)]] std::string formatted(const char* pattern, ...);  // NOLINT(cert-dcl50-cpp): checked

/// The number at the beginning of `text`, behind blanks, as strtod reads it in the "C" locale; nullopt where there is
/// none.
std::optional<double> leading_number(const std::string& text);

}  // namespace emo::core
