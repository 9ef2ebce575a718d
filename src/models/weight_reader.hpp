// Reads the tensors of a bundle into the form the engine computes with, checking each against what is expected.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>

#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "io/safetensors.hpp"
#include "nn/linear.hpp"

namespace emo::models {

/// A fully connected layer in the number format of its bundle.
using Linear = std::variant<nn::LinearF32, nn::LinearS8>;

/// An embedding table that stays in the mapped file, so that only the rows in use are ever read.
/// Valid as long as (a copy of) the SafeTensors it was read from.
class EmbeddingTable {
 public:
  EmbeddingTable() = default;
  EmbeddingTable(const float* f32, const std::int8_t* s8, const float* scale, std::size_t width)
      : f32_(f32), s8_(s8), scale_(scale), width_(width) {}
  [[nodiscard]] nn::TableRow row(std::size_t index) const {
    if (f32_ != nullptr) return {f32_ + index * width_, nullptr, 1.0F};
    return {nullptr, s8_ + index * width_, scale_[index]};
  }

 private:
  const float* f32_ = nullptr;
  const std::int8_t* s8_ = nullptr;
  const float* scale_ = nullptr;
  std::size_t width_ = 0;
};

/// Every function fails with kInvalidModel naming the tensor, what it is and what was expected (type, shape), or with
/// kNotFound. Extents are those of a validated architecture.
class WeightReader {
 public:
  WeightReader(const io::SafeTensors& weights, io::Quantization quantization)
      : weights_(weights), quantization_(quantization) {}

  /// A copy of the f32 vector `name`.
  [[nodiscard]] Result<nn::AlignedBuffer<float>> vector(const std::string& name, std::int64_t extent) const;
  /// The f32 (s8) tensor `name` where it lies in the file.
  [[nodiscard]] Result<std::span<const float>> values(const std::string& name, const core::Shape& shape) const;
  [[nodiscard]] Result<std::span<const std::int8_t>> codes(const std::string& name, const core::Shape& shape) const;
  [[nodiscard]] io::Quantization quantization() const { return quantization_; }
  /// "<name>.weight" [outputs, inputs] and "<name>.bias", in f32.
  [[nodiscard]] Result<nn::LinearF32> linear_f32(const std::string& name, std::int64_t outputs,
                                                 std::int64_t inputs) const;
  /// The same in the bundle's number format; the pages of the file are given back after packing.
  [[nodiscard]] Result<Linear> linear(const std::string& name, std::int64_t outputs, std::int64_t inputs) const;
  /// A table in the bundle's number format (`quantizable`) or in f32.
  [[nodiscard]] Result<EmbeddingTable> table(const std::string& name, std::int64_t rows, std::int64_t width,
                                             bool quantizable) const;

 private:
  [[nodiscard]] Result<core::TensorView> find(const std::string& name, core::DType dtype,
                                              const core::Shape& shape) const;

  const io::SafeTensors& weights_;
  io::Quantization quantization_;
};

}  // namespace emo::models
