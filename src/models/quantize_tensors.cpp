// Symmetric per-row quantisation of a model's weights. Runs at export time, so it is plain code; how the result
// is computed with is nn's.
#include "models/quantize_tensors.hpp"

#include <cmath>
#include <cstring>
#include <map>
#include <span>
#include <string_view>

#include "core/quote.hpp"
#include "models/quantize_row.hpp"

namespace emo::models {
namespace {

Error invalid(const std::string& name, const std::string& what) {
  return {ErrorCode::kInvalidInput, "tensor " + core::quoted(name) + " " + what};
}

// Appends "<name>" (s8) and "<name>.scale" (f32) for `view`, one scale per first index.
Result<void> add_quantized(const core::TensorSpec& spec, const core::TensorView& view, QuantizedTensors& out) {
  const std::string& name = spec.name;
  const auto rows = static_cast<std::size_t>(view.shape[0]);
  const auto columns = static_cast<std::size_t>(view.elements()) / rows;
  const std::span<const float> values = view.as<float>();
  std::vector<std::byte> codes(rows * columns);
  std::vector<std::byte> scales(rows * sizeof(float));
  for (std::size_t r = 0; r < rows; ++r) {
    const std::span<const float> row = values.subspan(r * columns, columns);
    for (const float w : row) {
      if (!std::isfinite(w)) return invalid(name, "holds " + std::to_string(w) + " in row " + std::to_string(r));
    }
    const std::span<std::int8_t> row_codes(reinterpret_cast<std::int8_t*>(codes.data()) + r * columns, columns);
    const float scale = spec.multiplied ? quantize_row_within_octets(row, row_codes) : quantize_row(row, row_codes);
    std::memcpy(scales.data() + r * sizeof scale, &scale, sizeof scale);
  }
  const auto store = [&](const std::string& stored_name, core::DType dtype, core::Shape shape,
                         std::vector<std::byte> bytes) {
    out.storage.push_back(std::make_shared<const std::vector<std::byte>>(std::move(bytes)));
    out.tensors.emplace_back(stored_name, core::TensorView{dtype, std::move(shape), *out.storage.back()});
  };
  store(name, core::DType::kS8, view.shape, std::move(codes));
  store(name + ".scale", core::DType::kF32, {view.shape[0]}, std::move(scales));
  return {};
}

}  // namespace

Result<QuantizedTensors> quantize_tensors(const std::vector<core::TensorSpec>& specs,
                                          const std::vector<std::pair<std::string, core::TensorView>>& tensors) {
  std::map<std::string_view, const core::TensorView*> given;
  for (const auto& [name, view] : tensors) {
    if (!given.emplace(name, &view).second) return invalid(name, "is given twice");
  }
  QuantizedTensors out;
  for (const core::TensorSpec& spec : specs) {
    const auto found = given.find(spec.name);
    if (found == given.end()) return invalid(spec.name, core::to_string(spec.shape) + " is missing");
    const core::TensorView& view = *found->second;
    if (view.dtype != core::DType::kF32 || view.shape != spec.shape) {
      return invalid(spec.name, "has shape " + core::to_string(view.shape) +
                                    (view.dtype == core::DType::kF32 ? "" : " and another type") + ", expected F32 " +
                                    core::to_string(spec.shape));
    }
    if (spec.quantizable) {
      EMO_TRY(add_quantized(spec, view, out));
    } else {
      out.tensors.emplace_back(spec.name, view);
    }
    given.erase(found);
  }
  if (!given.empty()) return invalid(std::string(given.begin()->first), "is not part of the architecture");
  return out;
}

}  // namespace emo::models
