// Runs the encoder over packed sequences: rows of all sequences one after the other, no padding anywhere. Every step
// treats rows (or, in attention, sequences) apart from each other, so a result does not depend on its neighbours.
// Heads and input checks are text_model.cpp's.
#include "models/text_encoder.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/relative_position.hpp"
#include "core/token_positions.hpp"

namespace emo::models {
namespace {

// Tokens that go through the layers together: enough rows to read each weight rarely, few enough for their activations
// to stay in the second-level cache.
constexpr std::size_t kChunkTokens = 256;
// Rows of the feed-forward layer at a time, for the same reason; whole tiles of 3, 6 and 8 rows, whatever the CPU has.
constexpr std::size_t kBlockRows = 72;

Result<NormWeights> read_norm(const WeightReader& reader, const std::string& name, std::int64_t width) {
  EMO_ASSIGN(auto gamma, reader.vector(name + ".weight", width));
  EMO_ASSIGN(auto beta, reader.vector(name + ".bias", width));
  return NormWeights{std::move(gamma), std::move(beta)};
}

Result<EncoderLayer> read_layer(const WeightReader& reader, const std::string& name,
                                const core::TextEncoderConfig& config) {
  const std::int64_t d = config.hidden;
  EMO_ASSIGN(auto qkv, reader.linear(name + ".attention.qkv", 3 * d, d));
  EMO_ASSIGN(auto out, reader.linear(name + ".attention.out", d, d));
  EMO_ASSIGN(auto attention_norm, read_norm(reader, name + ".attention.norm", d));
  EMO_ASSIGN(auto ffn_in, reader.linear(name + ".ffn.in", config.feed_forward, d));
  EMO_ASSIGN(auto ffn_out, reader.linear(name + ".ffn.out", d, config.feed_forward));
  EMO_ASSIGN(auto ffn_norm, read_norm(reader, name + ".ffn.norm", d));
  return EncoderLayer{name,
                      std::move(qkv),
                      std::move(out),
                      std::move(ffn_in),
                      std::move(ffn_out),
                      std::move(attention_norm),
                      std::move(ffn_norm)};
}

void observe(const TextWorkspace::Impl& w, const EncoderLayer& layer, const char* linear, const nn::Rows& x) {
  if (w.observer != nullptr) w.observer->input(layer.name + linear, x);
}

}  // namespace

Result<TextEncoder> TextEncoder::load(const core::TextEncoderConfig& config, const WeightReader& reader, nn::Isa isa) {
  TextEncoder encoder;
  encoder.kernels_ = &nn::kernels(isa);
  encoder.config_ = config;
  encoder.width_ = static_cast<std::size_t>(config.hidden);
  encoder.heads_ = static_cast<std::size_t>(config.heads);
  encoder.inner_ = static_cast<std::size_t>(config.feed_forward);
  encoder.hidden_ld_ = nn::round_up(encoder.width_, nn::kPanel);
  // An odd number of cache lines from row to row: attention walks down columns of this buffer, and with a stride of,
  // say, 72 lines those columns would share an eighth of the first-level cache.
  encoder.qkv_ld_ = (nn::round_up(3 * encoder.width_, nn::kPanel) / nn::kPanel | 1U) * nn::kPanel;
  encoder.inner_ld_ = nn::round_up(encoder.inner_, nn::kPanel);
  EMO_ASSIGN(encoder.word_, reader.table("embeddings.word", config.vocab_size, config.hidden, true));
  EMO_ASSIGN(encoder.position_, reader.table("embeddings.position", config.max_positions, config.hidden, true));
  if (config.token_types > 0) {
    EMO_ASSIGN(encoder.token_type_, reader.table("embeddings.token_type", config.token_types, config.hidden, false));
  }
  EMO_ASSIGN(encoder.embedding_norm_, read_norm(reader, "embeddings.norm", config.hidden));
  if (config.relative_buckets > 0) EMO_TRY(encoder.read_relative_bias(reader));
  for (std::int64_t i = 0; i < config.layers; ++i) {
    EMO_ASSIGN(auto layer, read_layer(reader, "layers." + std::to_string(i), config));
    encoder.layers_.push_back(std::move(layer));
  }
  return encoder;
}

// The table by bucket becomes one by distance, so that a row of scores gets its biases by adding neighbouring floats.
// The kernel divides by sqrt(D / A) after adding, hence the factor.
Result<void> TextEncoder::read_relative_bias(const WeightReader& reader) {
  EMO_ASSIGN(const auto table, reader.values("relative_bias", {config_.relative_buckets, config_.heads}));
  const auto most = static_cast<std::size_t>(config_.max_tokens());
  const std::size_t head_width = width_ / heads_;
  const float factor = std::sqrt(static_cast<float>(head_width));
  relative_ld_ = most - 1 + nn::round_up(most, nn::kPanel);
  relative_bias_.grow(heads_ * relative_ld_);
  std::fill_n(relative_bias_.data(), heads_ * relative_ld_, 0.0F);
  const auto buckets =
      core::relative_buckets(config_.max_tokens(), config_.relative_buckets, config_.relative_distance);
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    const float* row = table.data() + static_cast<std::size_t>(buckets[i]) * heads_;
    float* bias = relative_bias_.data() + i;
    for (std::size_t head = 0; head < heads_; ++head) bias[head * relative_ld_] = row[head] * factor;
  }
  return {};
}

void TextEncoder::encode(Sequences sequences, TextWorkspace::Impl& workspace, float* pooled, std::size_t ld) const {
  std::size_t first = 0;
  while (first < sequences.size()) {
    std::size_t tokens = sequences[first].size();
    std::size_t end = first + 1;
    while (end < sequences.size() && tokens + sequences[end].size() <= kChunkTokens) tokens += sequences[end++].size();
    encode_chunk(sequences.subspan(first, end - first), tokens, workspace, pooled + first * ld, ld);
    first = end;
  }
}

void TextEncoder::encode_chunk(Sequences sequences, std::size_t tokens, TextWorkspace::Impl& w, float* pooled,
                               std::size_t ld) const {
  std::size_t longest = 0;
  for (const auto& sequence : sequences) longest = std::max(longest, sequence.size());
  const std::size_t block = std::min(tokens, kBlockRows);
  w.hidden.grow(tokens * hidden_ld_);
  w.qkv.grow(tokens * qkv_ld_);
  w.context.grow(tokens * hidden_ld_);
  w.inner.grow(block * inner_ld_);
  w.attention.grow(nn::attention_scratch(longest, width_ / heads_));
  w.codes.grow(std::max(tokens * hidden_ld_, block * inner_ld_));
  w.scale.grow(tokens);
  w.zero.grow(tokens);

  embed(sequences, w);
  // An observer is to see what all tokens feed to the last products, of which only the first's is needed.
  const bool first_alone = config_.pooling == core::Pooling::kFirst && w.observer == nullptr;
  std::size_t rows = tokens;
  for (const EncoderLayer& layer : layers_) {
    const bool is_last = &layer == &layers_.back();
    if (first_alone && is_last) rows = sequences.size();
    attention(layer, sequences, tokens, rows, w);
    feed_forward(layer, rows, w);
  }
  pool(sequences, rows, w, pooled, ld);
}

void TextEncoder::embed(Sequences sequences, TextWorkspace::Impl& w) const {
  float* row = w.hidden.data();
  std::size_t rows = 0;
  for (const auto& sequence : sequences) {
    core::TokenPositions positions(config_);
    for (std::size_t t = 0; t < sequence.size(); ++t, row += hidden_ld_, ++rows) {
      // The order of the sum is that of Hugging Face's BertEmbeddings.
      nn::TableRow tables[3];
      std::size_t count = 0;
      tables[count++] = word_.row(static_cast<std::size_t>(sequence[t]));
      if (config_.token_types > 0) tables[count++] = token_type_.row(0);
      tables[count++] = position_.row(static_cast<std::size_t>(positions.next(sequence[t])));
      kernels_->embed(tables, count, width_, row);
    }
  }
  normalize(embedding_norm_, {w.hidden.data(), hidden_ld_, rows, width_});
}

void TextEncoder::attention(const EncoderLayer& layer, Sequences sequences, std::size_t tokens, std::size_t rows,
                            TextWorkspace::Impl& w) const {
  const nn::Rows all = {w.hidden.data(), hidden_ld_, tokens, width_};
  observe(w, layer, ".attention.qkv", all);
  apply(layer.qkv, all, nn::Epilogue::kNone, w.qkv.data(), qkv_ld_, w);
  const bool first_alone = rows < tokens;
  std::size_t row = 0, out = 0;
  for (const auto& sequence : sequences) {
    nn::Attention a;
    a.qkv = w.qkv.data() + row * qkv_ld_;
    a.ld = qkv_ld_;
    a.out = w.context.data() + out * hidden_ld_;
    a.ldo = hidden_ld_;
    a.tokens = sequence.size();
    a.width = width_;
    a.heads = heads_;
    a.scratch = w.attention.data();
    if (relative_ld_ > 0) a.bias = relative_bias_.data() + config_.max_tokens() - 1;
    a.bias_ld = relative_ld_;
    a.queries = first_alone ? 1 : sequence.size();
    kernels_->attention(a);
    // The residual stream goes on with the same rows: none is moved over one that is still to come.
    if (first_alone) std::copy_n(all.data + row * hidden_ld_, width_, all.data + out * hidden_ld_);
    row += sequence.size();
    out += a.queries;
  }
  const nn::Rows hidden = {w.hidden.data(), hidden_ld_, rows, width_};
  const nn::Rows context = {w.context.data(), hidden_ld_, rows, width_};
  observe(w, layer, ".attention.out", context);
  apply(layer.attention_out, context, nn::Epilogue::kResidual, w.hidden.data(), hidden_ld_, w);
  normalize(layer.attention_norm, hidden);
}

void TextEncoder::feed_forward(const EncoderLayer& layer, std::size_t all_rows, TextWorkspace::Impl& w) const {
  // An int8 layer rounds its activations to 8 bits anyway: the cheap GELU inside the matrix product is exact enough.
  const bool fused =
      config_.activation == core::Activation::kGelu && std::holds_alternative<nn::LinearS8>(layer.ffn_in);
  for (std::size_t row = 0; row < all_rows; row += kBlockRows) {
    const std::size_t rows = std::min(kBlockRows, all_rows - row);
    const nn::Rows hidden = {w.hidden.data() + row * hidden_ld_, hidden_ld_, rows, width_};
    const nn::Rows inner = {w.inner.data(), inner_ld_, rows, inner_};
    observe(w, layer, ".ffn.in", hidden);
    apply(layer.ffn_in, hidden, fused ? nn::Epilogue::kGelu : nn::Epilogue::kNone, inner.data, inner_ld_, w);
    if (!fused) activate(*kernels_, inner, config_.activation);
    observe(w, layer, ".ffn.out", inner);
    apply(layer.ffn_out, inner, nn::Epilogue::kResidual, hidden.data, hidden_ld_, w);
    normalize(layer.ffn_norm, hidden);
  }
}

void TextEncoder::pool(Sequences sequences, std::size_t rows, const TextWorkspace::Impl& w, float* pooled,
                       std::size_t ld) const {
  const bool first_alone = rows == sequences.size();
  const float* row = w.hidden.data();
  for (std::size_t b = 0; b < sequences.size(); ++b) {
    float* out = pooled + b * ld;
    std::copy(row, row + width_, out);
    const std::size_t tokens = sequences[b].size();
    if (config_.pooling == core::Pooling::kMean) {
      for (std::size_t t = 1; t < tokens; ++t) {
        const float* x = row + t * hidden_ld_;
        for (std::size_t c = 0; c < width_; ++c) out[c] += x[c];
      }
      const float count = static_cast<float>(tokens);
      for (std::size_t c = 0; c < width_; ++c) out[c] /= count;
    }
    row += (first_alone ? 1 : tokens) * hidden_ld_;
  }
}

void TextEncoder::apply(const Linear& linear, const nn::Rows& x, nn::Epilogue epilogue, float* out, std::size_t ldo,
                        TextWorkspace::Impl& w) const {
  if (const auto* f32 = std::get_if<nn::LinearF32>(&linear)) {
    f32->run(*kernels_, x.data, x.ld, x.rows, epilogue, out, ldo);
    return;
  }
  const nn::QuantizedRows codes = {w.codes.data(), x.ld, w.scale.data(), w.zero.data()};
  kernels_->quantize(x, codes);
  std::get<nn::LinearS8>(linear).run(*kernels_, codes, x.rows, epilogue, out, ldo);
}

void TextEncoder::normalize(const NormWeights& norm, const nn::Rows& x) const {
  kernels_->layer_norm(x, norm.gamma.data(), norm.beta.data(), static_cast<float>(config_.layer_norm_eps));
}

void activate(const nn::Kernels& kernels, const nn::Rows& x, core::Activation activation) {
  switch (activation) {
    case core::Activation::kNone:
      return;
    case core::Activation::kGelu:
      return kernels.pointwise(x, nn::Pointwise::kGelu);
    case core::Activation::kGeluTanh:
      return kernels.pointwise(x, nn::Pointwise::kGeluTanh);
    case core::Activation::kRelu:
      return kernels.pointwise(x, nn::Pointwise::kRelu);
    case core::Activation::kTanh:
      return kernels.pointwise(x, nn::Pointwise::kTanh);
  }
}

}  // namespace emo::models
