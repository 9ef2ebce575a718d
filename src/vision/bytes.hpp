// Reading numbers out of bytes that may end anywhere.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace emo::vision {

using Bytes = std::span<const std::byte>;

/// `size` bytes from `offset`; shorter, down to empty, where `bytes` end before.
inline Bytes slice(Bytes bytes, std::size_t offset, std::size_t size) {
  if (offset >= bytes.size()) return {};
  return bytes.subspan(offset, std::min(size, bytes.size() - offset));
}

/// Unsigned number of `size` <= 4 bytes, lowest byte first; bytes beyond the end read as 0 (check before).
inline std::uint32_t little_endian(Bytes bytes, std::size_t offset, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    const auto part = slice(bytes, offset + i, 1);
    value = (value << 8U) | (part.empty() ? 0U : std::to_integer<std::uint32_t>(part[0]));
  }
  return value;
}

/// As `little_endian`, highest byte first.
inline std::uint32_t big_endian(Bytes bytes, std::size_t offset, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto part = slice(bytes, offset + i, 1);
    value = (value << 8U) | (part.empty() ? 0U : std::to_integer<std::uint32_t>(part[0]));
  }
  return value;
}

inline std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline bool starts_with(Bytes bytes, std::string_view magic, std::size_t offset = 0) {
  return as_text(slice(bytes, offset, magic.size())) == magic;
}

}  // namespace emo::vision
