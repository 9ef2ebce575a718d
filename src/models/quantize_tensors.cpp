// Symmetric per-row quantisation of a model's weights. Runs at export time, so it is plain code; how the result
// is computed with is nn's.
#include "models/quantize_tensors.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>

#include "core/quote.hpp"
#include "models/quantize_matrix.hpp"
#include "models/quantize_row.hpp"

namespace emo::models {
namespace {

Error invalid(const std::string& name, const std::string& what) {
  return {ErrorCode::kInvalidInput, "tensor " + core::quoted(name) + " " + what};
}

// Appends "<name>" (s8) and "<name>.scale" (f32) for `view`, one scale per first index.
Result<void> add_quantized(const core::TensorSpec& spec, const core::TensorView& view, const MomentsOf& moments_of,
                           QuantizedTensors& out) {
  const std::string& name = spec.name;
  const auto rows = static_cast<std::size_t>(view.shape[0]);
  const auto columns = static_cast<std::size_t>(view.elements()) / rows;
  const std::span<const float> values = view.as<float>();
  std::vector<std::int8_t> codes(rows * columns);
  std::vector<float> scales(rows);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) {
      return invalid(name, "holds " + std::to_string(values[i]) + " in row " + std::to_string(i / columns));
    }
  }
  const InputMoments* moments = nullptr;
  if (spec.multiplied && moments_of) {
    EMO_ASSIGN(moments, moments_of(name));
  }
  if (moments != nullptr) {
    quantize_matrix_within_octets(values, *moments, codes, scales);
  } else {
    const auto quantize = spec.multiplied ? quantize_row_within_octets : quantize_row;
    for (std::size_t r = 0; r < rows; ++r) {
      scales[r] = quantize(values.subspan(r * columns, columns), std::span(codes).subspan(r * columns, columns));
    }
  }
  const auto store = [&](const std::string& stored_name, core::DType dtype, core::Shape shape,
                         std::span<const std::byte> bytes) {
    out.storage.push_back(std::make_shared<const std::vector<std::byte>>(bytes.begin(), bytes.end()));
    out.tensors.emplace_back(stored_name, core::TensorView{dtype, std::move(shape), *out.storage.back()});
  };
  store(name, core::DType::kS8, view.shape, std::as_bytes(std::span(codes)));
  store(name + ".scale", core::DType::kF32, {view.shape[0]}, std::as_bytes(std::span(scales)));
  return {};
}

}  // namespace

Result<QuantizedTensors> quantize_tensors(const std::vector<core::TensorSpec>& specs,
                                          const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                          const MomentsOf& moments_of) {
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
      EMO_TRY(add_quantized(spec, view, moments_of, out));
    } else {
      out.tensors.emplace_back(spec.name, view);
    }
    given.erase(found);
  }
  if (!given.empty()) return invalid(std::string(given.begin()->first), "is not part of the architecture");
  return out;
}

}  // namespace emo::models
