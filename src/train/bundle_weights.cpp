// From stored to float weights. What they mean is not known here.
#include "train/bundle_weights.hpp"

namespace emo::train {
namespace {

std::vector<float> dequantized(const io::Bundle& bundle, const std::string& name, const core::TensorView& view) {
  std::vector<float> out(static_cast<std::size_t>(view.elements()));
  if (view.dtype == core::DType::kF32) {
    const auto values = view.as<float>();
    out.assign(values.begin(), values.end());
    return out;
  }
  const auto scale = bundle.weights.find(name + ".scale");  // open_bundle has checked that it is there
  if (!scale) return {};
  const auto scales = scale->as<float>();
  const auto values = view.as<std::int8_t>();
  const std::size_t columns = out.size() / scales.size();
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<float>(values[i]) * scales[i / columns];
  return out;
}

}  // namespace

Result<std::map<std::string, std::vector<float>>> read_bundle_weights(const io::Bundle& bundle,
                                                                      const std::vector<core::TensorSpec>& specs) {
  std::map<std::string, std::vector<float>> out;
  for (const auto& spec : specs) {
    EMO_ASSIGN(const auto view, bundle.weights.find(spec.name));
    out[spec.name] = dequantized(bundle, spec.name, view);
  }
  return out;
}

}  // namespace emo::train
