// Which tensors of an image model are quantised; how is quantize_tensors.cpp's. No pictures are needed for it: unlike
// those of texts, these weights are rounded to the nearest.
#include "models/image_quantize.hpp"

namespace emo::models {

Result<QuantizedTensors> quantize_image_tensors(const core::ImageNetwork& network,
                                                const std::vector<std::pair<std::string, core::TensorView>>& tensors) {
  EMO_ASSIGN(const auto specs, core::tensors_of(network));
  return quantize_tensors(specs, tensors);
}

}  // namespace emo::models
