// From stored to float weights, for training and rounding anew. What they mean is not known here; a model that is only
// run reads them by weight_reader.cpp, which keeps 8 bits as they are.
#include "models/bundle_weights.hpp"

#include "core/random.hpp"

namespace emo::models {
namespace {

constexpr std::uint64_t kSeed = 20261126;

std::vector<float> dequantized(const io::Bundle& bundle, const std::string& name, const core::TensorView& view,
                               core::Random* random) {
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
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto beside = random != nullptr ? static_cast<float>(random->uniform(-0.5, 0.5)) : 0.0F;
    out[i] = (static_cast<float>(values[i]) + beside) * scales[i / columns];
  }
  return out;
}

}  // namespace

Result<std::map<std::string, std::vector<float>>> read_bundle_weights(const io::Bundle& bundle,
                                                                      const std::vector<core::TensorSpec>& specs,
                                                                      InStep place) {
  std::map<std::string, std::vector<float>> out;
  core::Random random(kSeed);
  for (const auto& spec : specs) {
    EMO_ASSIGN(const auto view, bundle.weights.find(spec.name));
    out[spec.name] = dequantized(bundle, spec.name, view, place == InStep::kAnywhere ? &random : nullptr);
  }
  return out;
}

}  // namespace emo::models
