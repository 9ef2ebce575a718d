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

/// probs [T, T] receives the softmax before dropout, which the backward pass needs. bias, if any, is added to the
/// scaled scores: bias[d] for a key d tokens behind its query, d from -(T - 1) to T - 1.
void attention_forward(const float* qkv, const float* bias, float* probs, float* ctx, const AttentionShape& s,
                       const Dropout& dropout, float* scratch);

/// dqkv is overwritten for this head's columns; to dbias, if any, the gradient of `bias` is added. `dropout` as in the
/// forward pass.
void attention_backward(const float* qkv, const float* probs, const float* dctx, float* dqkv, float* dbias,
                        const AttentionShape& s, const Dropout& dropout, float* scratch);

}  // namespace emo::train
