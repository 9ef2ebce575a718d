// What a text encoder with heads is: hyper-parameters, and the tensors that follow from them.
// Shared by the importer, the trainer and the engine, so that they cannot disagree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/activation.hpp"
#include "core/tensor_spec.hpp"
#include "emo/error.hpp"

namespace emo::core {

enum class Activation : std::uint8_t { kNone, kGelu, kGeluTanh, kRelu, kTanh };
enum class Pooling : std::uint8_t { kMean, kFirst };  ///< mean over all tokens, or the first token

/// Encoder hyper-parameters (BERT, RoBERTa, DistilBERT, MiniLM and MPNet differ in these alone).
struct TextEncoderConfig {
  std::int64_t vocab_size = 0;       ///< V
  std::int64_t max_positions = 0;    ///< P, rows of the position table
  std::int64_t position_offset = 0;  ///< first position id (RoBERTa: padding_idx + 1 = 2); core/token_positions.hpp
  std::int64_t token_types = 0;      ///< rows of the token-type table; 0 = has none (DistilBERT)
  /// Attention scores get a learnt bias by the distance of their tokens (MPNet); see core/relative_position.hpp.
  std::int64_t relative_buckets = 0;   ///< rows of its table, shared by all layers; 0 = has none
  std::int64_t relative_distance = 0;  ///< distances from here on share one bucket
  std::int64_t hidden = 0;             ///< D
  std::int64_t layers = 0;             ///< L
  std::int64_t heads = 0;              ///< A, divides D
  std::int64_t feed_forward = 0;       ///< F
  Activation activation = Activation::kGelu;
  double layer_norm_eps = 1e-12;
  Pooling pooling = Pooling::kMean;

  /// Most tokens in one sequence, special tokens included.
  [[nodiscard]] std::int64_t max_tokens() const { return max_positions - position_offset; }
};

/// One classifier on the pooled vector: an optional dense D x D layer with `dense_activation`, then K x D.
struct TextHeadConfig {
  std::string name;
  std::int64_t classes = 0;  ///< K
  bool has_dense = false;
  Activation dense_activation = Activation::kTanh;
};

struct TextArchitecture {
  TextEncoderConfig encoder;
  std::vector<TextHeadConfig> heads;
};

/// Every tensor of a model with this architecture, in file order:
///   embeddings.word [V,D]q, embeddings.position [P,D]q, embeddings.token_type [types,D] (if any),
///   embeddings.norm.{weight,bias} [D], relative_bias [buckets,A] (if any),
///   layers.i.attention.qkv.{weight [3D,D]q, bias [3D]}   (rows: query, key, value)
///   layers.i.attention.out.{weight [D,D]q, bias [D]}, layers.i.attention.norm.{weight,bias} [D],
///   layers.i.ffn.in.{weight [F,D]q, bias [F]}, layers.i.ffn.out.{weight [D,F]q, bias [D]},
///   layers.i.ffn.norm.{weight,bias} [D],
///   heads.NAME.dense.{weight [D,D], bias [D]} (if has_dense), heads.NAME.out.{weight [K,D], bias [K]}.
/// Weights are [out, in], as in PyTorch's Linear.
std::vector<TensorSpec> tensors_of(const TextArchitecture& architecture);

/// Extents positive and below named caps, heads divide hidden, head names unique and non-empty.
Result<void> validate(const TextArchitecture& architecture);

}  // namespace emo::core
