// Reader and writer of the safetensors format (https://huggingface.co/docs/safetensors), memory-mapped.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/tensor.hpp"
#include "emo/error.hpp"

namespace emo::io {

/// A mapped, fully checked safetensors file. Immutable; views stay valid as long as it lives; thread-safe.
class SafeTensors {
 public:
  static constexpr std::uint64_t kMaxHeaderBytes = 16u << 20;
  static constexpr std::size_t kMaxTensors = 100'000;

  /// Maps `path` and checks the header: its size cap, JSON, dtypes, shapes (non-negative, product without
  /// overflow), bytes == product * dtype size, offsets ordered, inside the file, no overlap, no hole.
  /// Tensors that the file does not align to their element size are copied, so every view may be read as its type.
  /// Errors: kNotFound, kIo, kInvalidModel (with file, tensor name, values), kUnsupported (another dtype: names it).
  static Result<SafeTensors> open(const std::string& path);
  /// The same checks on bytes in memory, which must outlive the result (fuzzing, tests).
  static Result<SafeTensors> parse(std::span<const std::byte> bytes, const std::string& origin);

  /// kNotFound names the tensor and the file.
  [[nodiscard]] Result<core::TensorView> find(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, core::TensorView, std::less<>>& tensors() const { return tensors_; }
  [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return metadata_; }
  /// Hint that the pages of `view` are not needed for now (after packing); never changes contents.
  void release_pages(const core::TensorView& view) const;

 private:
  std::map<std::string, core::TensorView, std::less<>> tensors_;
  std::map<std::string, std::string> metadata_;
  std::string origin_;                  ///< file name, for messages
  std::shared_ptr<const void> owner_;   ///< of the mapping and of aligned copies
  std::span<const std::byte> mapping_;  ///< empty when the bytes are somebody else's memory
};

/// Serialises tensors in the given order, 64-byte aligned data start. Errors: kInvalidInput (a name twice, or reserved;
/// bytes that do not fit the shape), kInvalidModel (a shape that overflows 64 bits).
Result<std::string> serialize_safetensors(const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                          const std::map<std::string, std::string>& metadata = {});

}  // namespace emo::io
