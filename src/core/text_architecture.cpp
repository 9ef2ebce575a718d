// From hyper-parameters to the list of tensors, and the limits on both. Not a reader of files and not a runner:
// io stores these tensors, nn and models compute with them.
#include "core/text_architecture.hpp"

#include <cmath>
#include <string>

#include "core/architecture_checks.hpp"

namespace emo::core {
namespace {

// Caps far above every published encoder; they keep products of extents below 2^63 and a hostile manifest cheap.
constexpr std::int64_t kMaxVocab = 4'000'000;
constexpr std::int64_t kMaxPositions = 1 << 20;
constexpr std::int64_t kMaxTokenTypes = 256;
constexpr std::int64_t kMaxRelativeBuckets = 1 << 12;
constexpr std::int64_t kMaxHidden = 1 << 14;
constexpr std::int64_t kMaxLayers = 256;
constexpr std::int64_t kMaxFeedForward = 1 << 16;

// Half of the buckets are for each direction, half of those for single distances, so the last single distance is a
// quarter of them.
Result<void> validate_relative_positions(const TextEncoderConfig& encoder) {
  EMO_TRY(check_range("relative_buckets", encoder.relative_buckets, 0, kMaxRelativeBuckets));
  if (encoder.relative_buckets == 0) return check_range("relative_distance", encoder.relative_distance, 0, 0);
  if (encoder.relative_buckets % 4 != 0) {
    return invalid_field("relative_buckets", std::to_string(encoder.relative_buckets), "a multiple of 4");
  }
  return check_range("relative_distance", encoder.relative_distance, encoder.relative_buckets / 4 + 1, kMaxPositions);
}

Result<void> validate_encoder(const TextEncoderConfig& encoder) {
  EMO_TRY(check_range("vocab_size", encoder.vocab_size, 1, kMaxVocab));
  EMO_TRY(check_range("max_positions", encoder.max_positions, 1, kMaxPositions));
  EMO_TRY(check_range("position_offset", encoder.position_offset, 0, encoder.max_positions - 1));
  EMO_TRY(check_range("token_types", encoder.token_types, 0, kMaxTokenTypes));
  EMO_TRY(validate_relative_positions(encoder));
  EMO_TRY(check_range("hidden", encoder.hidden, 1, kMaxHidden));
  EMO_TRY(check_range("layers", encoder.layers, 1, kMaxLayers));
  EMO_TRY(check_range("heads", encoder.heads, 1, encoder.hidden));
  EMO_TRY(check_range("feed_forward", encoder.feed_forward, 1, kMaxFeedForward));
  if (encoder.hidden % encoder.heads != 0) {
    return invalid_field("heads", std::to_string(encoder.heads),
                         "a divisor of hidden = " + std::to_string(encoder.hidden));
  }
  if (!std::isfinite(encoder.layer_norm_eps) || encoder.layer_norm_eps <= 0 || encoder.layer_norm_eps > 1) {
    return invalid_field("layer_norm_eps", std::to_string(encoder.layer_norm_eps), "a number in (0, 1]");
  }
  return {};
}

}  // namespace

std::vector<TensorSpec> tensors_of(const TextArchitecture& architecture) {
  const auto& e = architecture.encoder;
  const std::int64_t d = e.hidden;
  std::vector<TensorSpec> specs;
  const auto matrix = [&](const std::string& name, std::int64_t rows, std::int64_t columns, bool quantizable) {
    specs.push_back({name, {rows, columns}, quantizable, false});
  };
  const auto vector = [&](const std::string& name, std::int64_t extent) { specs.push_back({name, {extent}, false}); };
  const auto norm = [&](const std::string& name) {
    vector(name + ".weight", d);
    vector(name + ".bias", d);
  };
  const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in, bool quantizable) {
    matrix(name + ".weight", out, in, quantizable);
    specs.back().multiplied = quantizable;
    vector(name + ".bias", out);
  };

  matrix("embeddings.word", e.vocab_size, d, true);
  matrix("embeddings.position", e.max_positions, d, true);
  if (e.token_types > 0) matrix("embeddings.token_type", e.token_types, d, false);
  norm("embeddings.norm");
  if (e.relative_buckets > 0) matrix("relative_bias", e.relative_buckets, e.heads, false);
  for (std::int64_t i = 0; i < e.layers; ++i) {
    const std::string layer = "layers." + std::to_string(i);
    linear(layer + ".attention.qkv", 3 * d, d, true);
    linear(layer + ".attention.out", d, d, true);
    norm(layer + ".attention.norm");
    linear(layer + ".ffn.in", e.feed_forward, d, true);
    linear(layer + ".ffn.out", d, e.feed_forward, true);
    norm(layer + ".ffn.norm");
  }
  for (const auto& head : architecture.heads) {
    const std::string name = "heads." + head.name;
    if (head.has_dense) linear(name + ".dense", d, d, false);
    linear(name + ".out", head.classes, d, false);
  }
  return specs;
}

Result<void> validate(const TextArchitecture& architecture) {
  EMO_TRY(validate_encoder(architecture.encoder));
  return check_heads(head_sizes(architecture.heads));
}

}  // namespace emo::core
