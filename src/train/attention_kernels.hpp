// Self-attention of one head of one sequence, forward and backward, on plain arrays.
#pragma once

#include <cstdint>

#include "train/kernels.hpp"

namespace emo::train {

/// qkv points at row 0 of the sequence, column 0 of the head's query; rows are `stride` floats apart, key and value lie
/// `d_model` and 2 `d_model` further. Rows of the context are `d_model` apart.
struct AttentionShape {
  std::int64_t tokens, head_dim, stride, d_model;
};

/// Floats of scratch memory that the two functions need; grows with both arguments.
std::int64_t attention_scratch(std::int64_t tokens, std::int64_t head_dim);

/// probs [T, T] receives the softmax before dropout, which the backward pass needs.
void attention_forward(const float* qkv, float* probs, float* ctx, const AttentionShape& s, const Dropout& dropout,
                       float* scratch);

/// dqkv is overwritten for this head's columns. `dropout` as in the forward pass.
void attention_backward(const float* qkv, const float* probs, const float* dctx, float* dqkv, const AttentionShape& s,
                        const Dropout& dropout, float* scratch);

}  // namespace emo::train
