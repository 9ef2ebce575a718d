// Which tensors of a text model are quantised; how is quantize_tensors.cpp's.
#include "models/text_quantize.hpp"

namespace emo::models {

Result<QuantizedTensors> quantize_text_tensors(const core::TextArchitecture& architecture,
                                               const std::vector<std::pair<std::string, core::TensorView>>& tensors) {
  return quantize_tensors(core::tensors_of(architecture), tensors);
}

}  // namespace emo::models
