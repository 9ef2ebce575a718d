// Which tensors of a text model are quantised; how is quantize_tensors.cpp's. Reading the bundle, the texts and writing
// the result are pipeline/text_quantization's.
#include "models/text_quantize.hpp"

namespace emo::models {

Result<QuantizedTensors> quantize_text_tensors(const core::TextArchitecture& architecture,
                                               const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                               TextInputs* inputs) {
  MomentsOf moments_of;
  if (inputs != nullptr) moments_of = [inputs](const std::string& name) { return inputs->of(name); };
  return quantize_tensors(core::tensors_of(architecture), tensors, moments_of);
}

}  // namespace emo::models
