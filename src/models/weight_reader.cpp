// From the tensors of a bundle to packed layers and tables. io has checked the file as a whole; types and shapes are
// checked again here because this code computes addresses from them.
#include "models/weight_reader.hpp"

#include <algorithm>

#include "core/quote.hpp"

namespace emo::models {

Result<core::TensorView> WeightReader::find(const std::string& name, core::DType dtype,
                                            const core::Shape& shape) const {
  EMO_ASSIGN(core::TensorView view, weights_.find(name));
  if (view.dtype != dtype || view.shape != shape) {
    const std::string expected = dtype == core::DType::kS8 ? "I8" : "F32";
    return Error{ErrorCode::kInvalidModel, "tensor " + core::quoted(name) + " has shape " +
                                               core::to_string(view.shape) +
                                               (view.dtype == dtype ? "" : " and another element type") +
                                               ", expected " + expected + " " + core::to_string(shape)};
  }
  return view;
}

Result<nn::AlignedBuffer<float>> WeightReader::vector(const std::string& name, std::int64_t extent) const {
  EMO_ASSIGN(const core::TensorView view, find(name, core::DType::kF32, {extent}));
  const auto values = view.as<float>();
  nn::AlignedBuffer<float> copy(values.size());
  std::copy(values.begin(), values.end(), copy.data());
  return copy;
}

Result<std::span<const float>> WeightReader::values(const std::string& name, const core::Shape& shape) const {
  EMO_ASSIGN(const core::TensorView view, find(name, core::DType::kF32, shape));
  return view.as<float>();
}

Result<std::span<const std::int8_t>> WeightReader::codes(const std::string& name, const core::Shape& shape) const {
  EMO_ASSIGN(const core::TensorView view, find(name, core::DType::kS8, shape));
  return view.as<std::int8_t>();
}

Result<nn::LinearF32> WeightReader::linear_f32(const std::string& name, std::int64_t outputs,
                                               std::int64_t inputs) const {
  EMO_ASSIGN(const core::TensorView weight, find(name + ".weight", core::DType::kF32, {outputs, inputs}));
  EMO_ASSIGN(const core::TensorView bias, find(name + ".bias", core::DType::kF32, {outputs}));
  nn::LinearF32 linear(weight.as<float>(), bias.as<float>(), static_cast<std::size_t>(inputs));
  weights_.release_pages(weight);
  return linear;
}

Result<Linear> WeightReader::linear(const std::string& name, std::int64_t outputs, std::int64_t inputs) const {
  if (quantization_ == io::Quantization::kF32) {
    EMO_ASSIGN(nn::LinearF32 linear, linear_f32(name, outputs, inputs));
    return Linear(std::move(linear));
  }
  if (inputs > static_cast<std::int64_t>(nn::GemmS8::kMaxInputs)) {
    return Error{ErrorCode::kUnsupported, "tensor " + core::quoted(name + ".weight") + " has " +
                                              std::to_string(inputs) + " inputs, int8 layers have at most " +
                                              std::to_string(nn::GemmS8::kMaxInputs)};
  }
  EMO_ASSIGN(const core::TensorView weight, find(name + ".weight", core::DType::kS8, {outputs, inputs}));
  EMO_ASSIGN(const core::TensorView scale, find(name + ".weight.scale", core::DType::kF32, {outputs}));
  EMO_ASSIGN(const core::TensorView bias, find(name + ".bias", core::DType::kF32, {outputs}));
  nn::LinearS8 linear(weight.as<std::int8_t>(), scale.as<float>(), bias.as<float>(), static_cast<std::size_t>(inputs));
  weights_.release_pages(weight);
  return Linear(std::move(linear));
}

Result<EmbeddingTable> WeightReader::table(const std::string& name, std::int64_t rows, std::int64_t width,
                                           bool quantizable) const {
  const auto columns = static_cast<std::size_t>(width);
  if (quantizable && quantization_ == io::Quantization::kInt8) {
    EMO_ASSIGN(const core::TensorView codes, find(name, core::DType::kS8, {rows, width}));
    EMO_ASSIGN(const core::TensorView scale, find(name + ".scale", core::DType::kF32, {rows}));
    return EmbeddingTable(nullptr, codes.as<std::int8_t>().data(), scale.as<float>().data(), columns);
  }
  EMO_ASSIGN(const core::TensorView values, find(name, core::DType::kF32, {rows, width}));
  return EmbeddingTable(values.as<float>().data(), nullptr, nullptr, columns);
}

}  // namespace emo::models
