// The transformer encoder: packed token sequences in, one pooled vector per sequence out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/text_architecture.hpp"
#include "models/text_workspace.hpp"
#include "models/weight_reader.hpp"
#include "nn/kernels.hpp"

namespace emo::models {

/// Applies `activation` to every element of `x` in place.
void activate(const nn::Kernels& kernels, const nn::Rows& x, core::Activation activation);

/// gamma and beta of one layer normalisation, [D] each.
struct NormWeights {
  nn::AlignedBuffer<float> gamma, beta;
};

/// One post-norm transformer layer (Vaswani et al. 2017; Devlin et al. 2019).
struct EncoderLayer {
  std::string name;  ///< as in the bundle: "layers.2"
  Linear qkv, attention_out, ffn_in, ffn_out;
  NormWeights attention_norm, ffn_norm;
};

/// Immutable, thread-safe; the weights of `load` must outlive it (their embedding tables are read in place).
class TextEncoder {
 public:
  /// Errors: kInvalidModel, kNotFound, kUnsupported, naming the tensor.
  static Result<TextEncoder> load(const core::TextEncoderConfig& config, const WeightReader& reader, nn::Isa isa);

  /// Pools each sequence into `pooled` ([B, ld], ld >= D). Preconditions: every length in 1..max_tokens, every id in
  /// 0..V-1. Allocates only while the workspace grows.
  void encode(std::span<const std::span<const std::int32_t>> sequences, TextWorkspace::Impl& workspace, float* pooled,
              std::size_t ld) const;

  [[nodiscard]] const nn::Kernels& kernels() const { return *kernels_; }

 private:
  using Sequences = std::span<const std::span<const std::int32_t>>;
  void encode_chunk(Sequences sequences, std::size_t tokens, TextWorkspace::Impl& w, float* pooled,
                    std::size_t ld) const;
  void embed(Sequences sequences, TextWorkspace::Impl& w) const;
  // `rows`: all tokens, or one of each sequence, its first, where nothing else is needed of the layer.
  void attention(const EncoderLayer& layer, Sequences sequences, std::size_t tokens, std::size_t rows,
                 TextWorkspace::Impl& w) const;
  void feed_forward(const EncoderLayer& layer, std::size_t all_rows, TextWorkspace::Impl& w) const;
  void pool(Sequences sequences, std::size_t rows, const TextWorkspace::Impl& w, float* pooled, std::size_t ld) const;
  void apply(const Linear& linear, const nn::Rows& x, nn::Epilogue epilogue, float* out, std::size_t ldo,
             TextWorkspace::Impl& w) const;
  void normalize(const NormWeights& norm, const nn::Rows& x) const;
  Result<void> read_relative_bias(const WeightReader& reader);

  const nn::Kernels* kernels_ = nullptr;
  core::TextEncoderConfig config_;
  std::size_t width_ = 0, heads_ = 0, inner_ = 0;  ///< D, A, F
  std::size_t hidden_ld_ = 0, qkv_ld_ = 0, inner_ld_ = 0;
  EmbeddingTable word_, position_, token_type_;
  NormWeights embedding_norm_;
  nn::AlignedBuffer<float> relative_bias_;  ///< [A, relative_ld_] by key minus query + max_tokens - 1; empty = none
  std::size_t relative_ld_ = 0;
  std::vector<EncoderLayer> layers_;
};

}  // namespace emo::models
