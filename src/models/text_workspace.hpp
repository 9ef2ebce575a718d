// What a TextWorkspace holds. Private to src/models.
#pragma once

#include <cstdint>
#include <string>

#include "models/text_model.hpp"
#include "nn/aligned_buffer.hpp"
#include "nn/kernels.hpp"

namespace emo::models {

/// Is told what the encoder's matrix products are fed with.
class LinearObserver {
 public:
  LinearObserver() = default;
  LinearObserver(const LinearObserver&) = delete;
  LinearObserver& operator=(const LinearObserver&) = delete;
  virtual ~LinearObserver() = default;
  /// `linear`: "layers.2.ffn.in". May be called several times for one batch, with a part of its rows each.
  virtual void input(const std::string& linear, const nn::Rows& x) = 0;
};

/// Row strides are multiples of 16 floats, as the matrix kernels need.
struct TextWorkspace::Impl {
  nn::AlignedBuffer<float> hidden;        ///< [N, D] the residual stream
  nn::AlignedBuffer<float> qkv;           ///< [N, 3D]
  nn::AlignedBuffer<float> context;       ///< [N, D] attention output
  nn::AlignedBuffer<float> inner;         ///< [block, F] inside the feed-forward layer
  nn::AlignedBuffer<float> attention;     ///< transposed keys and scores of one head
  nn::AlignedBuffer<std::uint8_t> codes;  ///< [N, D] or [block, F] quantised input of a matrix product
  nn::AlignedBuffer<float> scale;         ///< [N], as the next
  nn::AlignedBuffer<std::int32_t> zero;
  nn::AlignedBuffer<float> pooled;  ///< [B, D]
  nn::AlignedBuffer<float> head;    ///< [block, K] logits of one head
  nn::AlignedBuffer<float> dense;   ///< [block, D] after a head's dense layer
  LinearObserver* observer = nullptr;
};

}  // namespace emo::models
