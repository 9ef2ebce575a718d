// What the readers of manifests share. Private to src/io.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace emo::io {

inline constexpr std::int64_t kMaxCount = std::int64_t{1} << 53;  ///< exact in every JSON reader

/// The name of `value` in a table in enumerator order.
template <class Enum>
std::string_view name_of(std::span<const std::string_view> names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

/// True for the name of a file in a bundle: visible ASCII, no folder, not hidden.
inline bool is_plain_file_name(std::string_view name) {
  constexpr std::size_t kMaxFileName = 200;
  if (name.empty() || name.size() > kMaxFileName || name.front() == '.') return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f && c != '/' && c != '\\'; });
}

}  // namespace emo::io
