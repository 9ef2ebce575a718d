// Element types, shapes and non-owning tensor views: what layers hand to each other.
//
// Dimension letters, the same everywhere in this project:
//   B batch (sequences or images)   T tokens in one sequence   N rows of a packed batch (sum of T)
//   C channels   H, W height and width   D hidden width   F feed-forward width   A attention heads
//   L layers   V vocabulary   P positions   K classes
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emo::core {

enum class DType : std::uint8_t { kF32, kF16, kBF16, kF64, kS8, kU8, kS32, kS64 };

/// Bytes of one element.
constexpr std::size_t dtype_size(DType dtype) {
  switch (dtype) {
    case DType::kF32:
    case DType::kS32:
      return 4;
    case DType::kF16:
    case DType::kBF16:
      return 2;
    case DType::kS8:
    case DType::kU8:
      return 1;
    case DType::kF64:
    case DType::kS64:
      return 8;
  }
  return 0;
}

/// Extents, outermost first; an empty shape is a scalar.
using Shape = std::vector<std::int64_t>;

/// "[30522, 384]".
std::string to_string(const Shape& shape);

/// Dense row-major elements that somebody else owns. Cheap to copy; valid as long as its owner.
struct TensorView {
  DType dtype = DType::kF32;
  Shape shape;
  std::span<const std::byte> bytes;  ///< exactly product(shape) * dtype_size(dtype)

  [[nodiscard]] std::int64_t elements() const {
    std::int64_t n = 1;
    for (const auto extent : shape) n *= extent;
    return n;
  }
  /// Precondition: T matches `dtype` in size.
  template <class T>
  [[nodiscard]] std::span<const T> as() const {
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
};

}  // namespace emo::core
