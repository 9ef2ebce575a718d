// What an ImageWorkspace holds. Private to src/models.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/image_model.hpp"
#include "models/image_plan.hpp"
#include "nn/aligned_buffer.hpp"

namespace emo::models {

struct ImageWorkspace::Impl {
  std::shared_ptr<const core::ImageNetwork> network;  ///< whose plan this is; kept, so that no other has its address
  ImagePlan plan;
  std::size_t images = 0;  ///< in the chunk that is being computed
  std::vector<nn::AlignedBuffer<float>> slots;
  nn::AlignedBuffer<std::int16_t> codes;  ///< of the map that a convolution reads; room for either code size
  int coded_map = -2;                     ///< whose codes these are; -2 = nobody's
  nn::AlignedBuffer<float> scale;         ///< [images]
  nn::AlignedBuffer<std::int32_t> zero;
  nn::PackedWinogradS8::Scratch winograd;
  nn::AlignedBuffer<float> attention;
  nn::AlignedBuffer<float> head;  ///< [images, K] logits of one head

  /// The chunk's map of layer `index` or of the image.
  nn::Map map(int index) {
    const PlannedMap& planned = plan.map(index);
    nn::Map m = planned.geometry;
    m.data = slots[planned.slot].data() + planned.origin();
    m.images = images;
    return m;
  }
};

}  // namespace emo::models
