// The encoder as libtorch sees it. Same arithmetic as the inference engine; a golden test holds the two together. Its
// inner loops are text_fused_ops.cpp's; where the weights begin is text_start.cpp's.
#include "train/text_network.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"
#include "core/relative_position.hpp"
#include "core/token_positions.hpp"
#include "train/precision_scope.hpp"
#include "train/text_fused_ops.hpp"

namespace emo::train {
namespace {

constexpr double kInitStd = 0.02;  // BERT's own (Devlin et al. 2019)

std::uint32_t site_seed(std::uint32_t step_seed, std::int64_t layer, std::uint32_t site) {
  return step_seed * 0x01000193U + static_cast<std::uint32_t>(layer) * 0x85ebca6bU + site * 0xc2b2ae35U + 1U;
}

at::Tensor activate(const at::Tensor& x, core::Activation activation) {
  switch (activation) {
    case core::Activation::kGelu:
      return at::gelu(x);
    case core::Activation::kGeluTanh:
      return at::gelu(x, "tanh");
    case core::Activation::kRelu:
      return at::relu(x);
    case core::Activation::kTanh:
      return at::tanh(x);
    case core::Activation::kNone:
      break;
  }
  return x;
}

// The factors may be rounded; what comes out is f32 again, which the fused operators expect.
at::Tensor product(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias = {}) {
  return at::linear(x, weight, bias).to(at::kFloat);
}

std::int64_t batch_rows(const PackedBatch& batch) {
  return static_cast<std::int64_t>(batch.ids.size());
}

}  // namespace

TextNetwork::TextNetwork(core::TextArchitecture architecture, std::uint64_t seed, at::Device device)
    : architecture_(std::move(architecture)), device_(device) {
  at::manual_seed(seed);
  for (const auto& spec : core::tensors_of(architecture_)) {
    at::Tensor value;
    if (spec.name.ends_with("norm.weight")) {
      value = at::ones(spec.shape);
    } else if (spec.shape.size() == 1) {
      value = at::zeros(spec.shape);
    } else {
      value = at::randn(spec.shape) * kInitStd;
    }
    index_[spec.name] = parameters_.size();
    parameters_.emplace_back(spec.name, value.to(device_).set_requires_grad(spec.name != "embeddings.word"));
  }
}

at::Tensor& TextNetwork::parameter(const std::string& name) {
  const auto found = index_.find(name);
  EMO_ASSERT(found != index_.end());
  return parameters_[found->second].second;
}

Result<std::int64_t> TextNetwork::assign(const TensorValues& values) {
  at::NoGradGuard no_grad;
  std::int64_t taken = 0;
  for (auto& [name, parameter] : parameters_) {
    const auto found = values.find(name);
    if (found == values.end()) continue;
    if (static_cast<std::int64_t>(found->second.size()) != parameter.numel()) {
      return Error{ErrorCode::kInvalidModel, "tensor '" + name + "' has " + std::to_string(found->second.size()) +
                                                 " values, the architecture expects " +
                                                 std::to_string(parameter.numel())};
    }
    parameter.copy_(tensor_of(std::span<const float>(found->second), parameter.sizes()));
    ++taken;
  }
  return taken;
}

at::Tensor TextNetwork::pooled(const PackedBatch& batch, double dropout, std::uint32_t seed, Frozen frozen,
                               Output& out) {
  if (frozen == Frozen::kEncoder) {
    const at::NoGradGuard no_grad;
    return pool(batch, encode(batch, embed(batch, false, out), 0.0, seed));
  }
  const at::Tensor x = at::dropout(embed(batch, frozen == Frozen::kNothing, out), dropout, dropout > 0);
  return pool(batch, encode(batch, x, dropout, seed));
}

TextNetwork::Output TextNetwork::forward(const PackedBatch& batch, double dropout, std::uint32_t seed, Frozen frozen,
                                         Precision precision) {
  Output out;
  at::Tensor x;
  {
    const PrecisionScope scope(precision, device_);
    x = pooled(batch, dropout, seed, frozen, out);
  }
  for (const auto& head : architecture_.heads) {
    const std::string prefix = "heads." + head.name;
    at::Tensor h = at::dropout(x, dropout, dropout > 0);
    if (head.has_dense) {
      h = activate(at::linear(h, parameter(prefix + ".dense.weight"), parameter(prefix + ".dense.bias")),
                   head.dense_activation);
      h = at::dropout(h, dropout, dropout > 0);
    }
    out.logits.push_back(at::linear(h, parameter(prefix + ".out.weight"), parameter(prefix + ".out.bias")));
  }
  return out;
}

at::Tensor TextNetwork::embed(const PackedBatch& batch, bool train_words, Output& out) {
  const auto& encoder = architecture_.encoder;
  const at::Tensor ids = tensor_of(std::span<const std::int32_t>(batch.ids), batch_rows(batch)).to(at::kLong);
  std::vector<std::int64_t> position(batch.ids.size());
  for (std::size_t b = 0; b + 1 < batch.starts.size(); ++b) {
    core::TokenPositions positions(encoder);
    for (auto row = static_cast<std::size_t>(batch.starts[b]); row < static_cast<std::size_t>(batch.starts[b + 1]);
         ++row) {
      position[row] = positions.next(batch.ids[row]);
    }
  }
  const at::Tensor positions = tensor_of(std::span<const std::int64_t>(position), batch_rows(batch)).to(device_);

  at::Tensor words;
  if (train_words) {
    const auto unique = at::_unique(ids, /*sorted=*/true, /*return_inverse=*/true);
    out.word_ids = std::get<0>(unique).to(device_);
    out.word_rows = parameter("embeddings.word").index_select(0, out.word_ids).detach().set_requires_grad(true);
    words = out.word_rows.index_select(0, std::get<1>(unique).to(device_));
  } else {
    words = parameter("embeddings.word").index_select(0, ids.to(device_));
  }
  at::Tensor x = words + parameter("embeddings.position").index_select(0, positions);
  if (encoder.token_types > 0) x = x + parameter("embeddings.token_type")[0];
  return at::layer_norm(x, {encoder.hidden}, parameter("embeddings.norm.weight"), parameter("embeddings.norm.bias"),
                        encoder.layer_norm_eps);
}

at::Tensor TextNetwork::relative_bias(const PackedBatch& batch) {
  const auto& encoder = architecture_.encoder;
  if (encoder.relative_buckets == 0) return {};
  const auto buckets =
      core::relative_buckets(longest_of(batch.starts), encoder.relative_buckets, encoder.relative_distance);
  const auto offsets = static_cast<std::int64_t>(buckets.size());
  const at::Tensor rows = tensor_of(std::span<const std::int64_t>(buckets), offsets).to(device_);
  return parameter("relative_bias").index_select(0, rows).t();
}

at::Tensor TextNetwork::pool(const PackedBatch& batch, const at::Tensor& x) const {
  if (architecture_.encoder.pooling == core::Pooling::kMean) return mean_pool(x, batch.starts);
  const std::span<const std::int64_t> first(batch.starts.data(), batch.starts.size() - 1);
  return x.index_select(0, tensor_of(first, static_cast<std::int64_t>(first.size())).to(device_));
}

at::Tensor TextNetwork::encode(const PackedBatch& batch, at::Tensor x, double dropout, std::uint32_t seed) {
  const auto& encoder = architecture_.encoder;
  const auto p = static_cast<float>(dropout);
  const at::Tensor bias = relative_bias(batch);
  for (std::int64_t layer = 0; layer < encoder.layers; ++layer) {
    const std::string at_ = "layers." + std::to_string(layer) + ".";
    const auto par = [&](const char* name) -> at::Tensor& { return parameter(at_ + name); };
    const at::Tensor qkv = product(x, par("attention.qkv.weight"), par("attention.qkv.bias"));
    const at::Tensor context = packed_attention(qkv, bias, batch.starts, encoder.heads, {site_seed(seed, layer, 0), p});
    x = residual_norm(product(context, par("attention.out.weight")), par("attention.out.bias"), x,
                      par("attention.norm.weight"), par("attention.norm.bias"), encoder.layer_norm_eps,
                      {site_seed(seed, layer, 1), p});
    const at::Tensor inner = product(x, par("ffn.in.weight"));
    const at::Tensor active = encoder.activation == core::Activation::kGelu
                                  ? bias_gelu(inner, par("ffn.in.bias"))
                                  : activate(inner + par("ffn.in.bias"), encoder.activation);
    x = residual_norm(product(active, par("ffn.out.weight")), par("ffn.out.bias"), x, par("ffn.norm.weight"),
                      par("ffn.norm.bias"), encoder.layer_norm_eps, {site_seed(seed, layer, 2), p});
  }
  return x;
}

}  // namespace emo::train
