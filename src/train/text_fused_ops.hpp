// Differentiable building blocks of the text encoder on packed (padding-free) batches.
// On the CPU they run the loops of kernels.hpp and attention_kernels.hpp; on any other device plain libtorch operators
// with the same meaning.
#pragma once

#include <cstdint>

#include "train/kernels.hpp"
#include "train/libtorch.hpp"
#include "train/text_packed_batch.hpp"

namespace emo::train {

/// gelu(x + bias), erf form. x [N, F], bias [F].
at::Tensor bias_gelu(const at::Tensor& x, const at::Tensor& bias);

/// LayerNorm(residual + dropout(x + bias)). x, residual [N, D]; bias, gamma, beta [D].
at::Tensor residual_norm(const at::Tensor& x, const at::Tensor& bias, const at::Tensor& residual,
                         const at::Tensor& gamma, const at::Tensor& beta, double eps, const Dropout& dropout);

/// Multi-head self-attention inside each sequence. qkv [N, 3D] -> context [N, D]. `bias`, unless undefined, is added to
/// the scaled scores: [heads, 2 M - 1], column M - 1 + d for a key d tokens behind its query, M at least the longest
/// sequence.
at::Tensor packed_attention(const at::Tensor& qkv, const at::Tensor& bias, const SequenceStarts& starts,
                            std::int64_t heads, const Dropout& dropout);

/// Mean of the rows of each sequence. x [N, D] -> [B, D].
at::Tensor mean_pool(const at::Tensor& x, const SequenceStarts& starts);

/// Plain libtorch operators with the meaning of the functions above, without dropout: the reference that tests hold the
/// fused ones against, and the path of other devices.
namespace reference {
at::Tensor bias_gelu(const at::Tensor& x, const at::Tensor& bias);
at::Tensor residual_norm(const at::Tensor& x, const at::Tensor& bias, const at::Tensor& residual,
                         const at::Tensor& gamma, const at::Tensor& beta, double eps, double dropout_p);
at::Tensor packed_attention(const at::Tensor& qkv, const at::Tensor& bias, const SequenceStarts& starts,
                            std::int64_t heads, double dropout_p);
}  // namespace reference

}  // namespace emo::train
