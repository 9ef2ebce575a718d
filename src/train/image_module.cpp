// The image network as libtorch sees it. Same arithmetic as the inference engine; a test holds the two together. Which
// layers there are is core's list: no architecture is named here.
#include "train/image_module.hpp"

#include <cmath>
#include <limits>

#include "core/assert.hpp"
#include "train/precision_scope.hpp"

namespace emo::train {
namespace {

using core::ImageActivation;
using core::ImageLayer;
using core::LayerKind;

constexpr double kStatisticsMomentum = 0.1;
constexpr double kHeadStd = 0.01;

at::Tensor activate(const at::Tensor& x, ImageActivation activation) {
  switch (activation) {
    case ImageActivation::kRelu:
      return at::relu(x);
    case ImageActivation::kRelu6:
      return at::clamp(x, 0, 6);
    case ImageActivation::kGelu:
      return at::gelu(x);
    case ImageActivation::kSilu:
      return at::silu(x);
    case ImageActivation::kSigmoid:
      return at::sigmoid(x);
    case ImageActivation::kHardSwish:
      return at::hardswish(x);
    case ImageActivation::kNone:
      break;
  }
  return x;
}

// [O, I/groups, k, k] with the variance that keeps a rectified signal's (He et al. 2015); behind a layer without
// rectifier the variance of a linear one.
at::Tensor he_normal(const ImageLayer& layer, std::int64_t in, std::int64_t kernel) {
  const double fan_in = static_cast<double>(in * kernel * kernel) / static_cast<double>(layer.groups);
  const double gain = layer.batch_norm || layer.activation != ImageActivation::kNone ? 2.0 : 1.0;
  return at::randn({layer.channels, in / layer.groups, kernel, kernel}) * std::sqrt(gain / fan_in);
}

// `amount` rows and columns of `fill` around a map, where the two sides of an axis may differ.
at::Tensor padded(const at::Tensor& x, const std::array<std::int64_t, 4>& padding, double fill) {
  const auto [top, left, bottom, right] = padding;
  if (top == 0 && left == 0 && bottom == 0 && right == 0) return x;
  return at::constant_pad_nd(x, {left, right, top, bottom}, fill);
}

bool symmetric(const std::array<std::int64_t, 4>& p) {
  return p[0] == p[2] && p[1] == p[3];
}

// `layer`'s stride, dilation and groups with any weight. A 1x1 kernel reads each stride-th pixel only; of few channels
// those are picked first, because oneDNN 2.6 (jit_1x1:avx2, channels last, stride 2) writes behind the gradient of such
// an input.
at::Tensor convolved(const ImageLayer& layer, const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                     at::IntArrayRef padding) {
  constexpr std::int64_t kVector = 8;  // floats in a register of AVX2
  const std::int64_t stride = layer.stride;
  const bool picks = stride > 1 && weight.size(2) == 1 && weight.size(3) == 1 && padding[0] == 0 && padding[1] == 0;
  if (!picks || x.size(1) >= kVector) {
    return at::conv2d(x, weight, bias, {stride, stride}, padding, {layer.dilation, layer.dilation}, layer.groups);
  }
  const at::Tensor read = x.slice(2, 0, x.size(2), stride).slice(3, 0, x.size(3), stride);
  return at::conv2d(read, weight, bias, {1, 1}, padding, {1, 1}, layer.groups);
}

at::Tensor max_pool(const ImageLayer& layer, const at::Tensor& x) {
  const at::Tensor y = padded(x, layer.padding, -std::numeric_limits<float>::infinity());
  return at::max_pool2d(y, {layer.kernel, layer.kernel}, {layer.stride, layer.stride});
}

// [B, 3C, H, W] -> [B, C, H, W], each pixel attending to all.
at::Tensor attention(const ImageLayer& layer, const at::Tensor& qkv) {
  const std::int64_t rows = qkv.size(0), c = layer.channels, height = qkv.size(2), width = qkv.size(3);
  const std::int64_t size = c / layer.heads;
  const at::Tensor split = qkv.flatten(2).view({rows, 3, layer.heads, size, height * width}).transpose(3, 4);
  const at::Tensor q = split.select(1, 0), k = split.select(1, 1), v = split.select(1, 2);  // [B, A, T, size]
  const at::Tensor scores = at::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(size));
  const at::Tensor mixed = at::matmul(at::softmax(scores, 3), v);
  return mixed.transpose(2, 3).reshape({rows, c, height, width});
}

// The layout in which oneDNN's and cuDNN's bfloat16 convolutions are fastest; every map after the first keeps it. With
// one channel both layouts are the same in memory, and only the strides tell them apart.
at::Tensor channels_last(const at::Tensor& images) {
  const at::Tensor x = images.contiguous(at::MemoryFormat::ChannelsLast);
  const std::int64_t channels = x.size(1), height = x.size(2), width = x.size(3);
  return x.as_strided(x.sizes(), {height * width * channels, 1, width * channels, channels});
}

at::Tensor channel_stats(const at::Tensor& x) {
  return at::cat({x.mean(1, true), at::amax(x, {1}, true)}, 1);
}

}  // namespace

ImageModule::ImageModule(core::ImageNetwork network, std::uint64_t seed, at::Device device, double dropout)
    : network_(std::move(network)), device_(device), dropout_(dropout) {
  at::manual_seed(seed);
  for (const auto& layer : network_.layers) {
    if (layer.kind == LayerKind::kConv) add_convolution(layer);
    if (layer.kind == LayerKind::kLayerNorm) {
      add_parameter(layer.name + ".weight", at::ones({layer.channels}));
      add_parameter(layer.name + ".bias", at::zeros({layer.channels}));
    }
    if (layer.kind == LayerKind::kPosition) {
      const auto shapes = core::shapes_of(network_, network_.height, network_.width);
      EMO_ASSERT(shapes.has_value());
      const auto& shape = (*shapes)[static_cast<std::size_t>(&layer - network_.layers.data())];
      add_parameter(layer.name + ".weight", at::randn({1, shape.channels, shape.height, shape.width}) * 0.02);
    }
  }
  EMO_ASSERT(network_.heads.empty() || !network_.outputs.empty());
  for (const auto& head : network_.heads) {
    const auto& features = network_.layers[static_cast<std::size_t>(network_.outputs.front())];
    const std::int64_t channels = features.channels > 0 ? features.channels : input_channels(features);
    add_parameter("heads." + head.name + ".weight", at::randn({head.classes, channels}) * kHeadStd);
    add_parameter("heads." + head.name + ".bias", at::zeros({head.classes}));
  }
}

void ImageModule::add_parameter(const std::string& name, const at::Tensor& value) {
  parameters_.emplace_back(name, value.to(device_).set_requires_grad(true));
  index_[name] = parameters_.back().second;
}

void ImageModule::add_norm(const std::string& name, std::int64_t channels) {
  add_parameter(name + ".weight", at::ones({channels}));
  add_parameter(name + ".bias", at::zeros({channels}));
  for (const auto& [suffix, value] : {std::pair<std::string, double>{".mean", 0.0}, {".variance", 1.0}}) {
    statistics_.emplace_back(name + suffix, at::full({channels}, value).to(device_));
    index_[name + suffix] = statistics_.back().second;
  }
}

std::int64_t ImageModule::input_channels(const ImageLayer& layer) const {
  const int input = layer.inputs.front();
  if (input == core::kImage) return network_.channels;
  const auto& source = network_.layers[static_cast<std::size_t>(input)];
  return source.channels > 0 ? source.channels : input_channels(source);
}

bool ImageModule::has_identity(const ImageLayer& layer) const {
  return layer.branches && layer.stride == 1 && input_channels(layer) == layer.channels;
}

void ImageModule::add_convolution(const ImageLayer& layer) {
  const std::int64_t in = input_channels(layer);
  add_parameter(layer.name + ".weight", he_normal(layer, in, layer.kernel));
  if (!layer.batch_norm) {
    add_parameter(layer.name + ".bias", at::zeros({layer.channels}));
    return;
  }
  add_norm(layer.name + ".norm", layer.channels);
  if (!layer.branches) return;
  add_parameter(layer.name + ".pointwise.weight", he_normal(layer, in, 1));
  add_norm(layer.name + ".pointwise.norm", layer.channels);
  if (has_identity(layer)) add_norm(layer.name + ".identity.norm", layer.channels);
}

const at::Tensor& ImageModule::tensor(const std::string& name) const {
  const auto found = index_.find(name);
  EMO_ASSERT(found != index_.end());
  return found->second;
}

at::Tensor ImageModule::normalized(const std::string& name, const at::Tensor& x, Mode mode) const {
  if (mode == Mode::kRestoring) {  // the folded bias becomes the norm's own, whatever the statistics
    const at::Tensor mean = x.mean(at::IntArrayRef{0, 2, 3});
    const at::Tensor variance = x.var(at::IntArrayRef{0, 2, 3}, false);
    const at::Tensor old_mean = tensor(name + ".mean").clone();
    const at::Tensor scale = tensor(name + ".weight") / (tensor(name + ".variance") + kBatchNormEpsilon).sqrt();
    tensor(name + ".bias").add_((mean - old_mean) * scale);
    tensor(name + ".weight").copy_(scale * (variance + kBatchNormEpsilon).sqrt());
    tensor(name + ".mean").copy_(mean);
    tensor(name + ".variance").copy_(variance);
  }
  return at::batch_norm(x, tensor(name + ".weight"), tensor(name + ".bias"), tensor(name + ".mean"),
                        tensor(name + ".variance"), learns(mode), mode == Mode::kPerturbed ? 0.0 : kStatisticsMomentum,
                        kBatchNormEpsilon, true);
}

at::Tensor ImageModule::convolution(const ImageLayer& layer, const at::Tensor& x, Mode mode) const {
  const bool even = symmetric(layer.padding);
  const at::Tensor input = even ? x : padded(x, layer.padding, 0.0);
  const std::vector<std::int64_t> pad =
      even ? std::vector<std::int64_t>{layer.padding[0], layer.padding[1]} : std::vector<std::int64_t>{0, 0};
  const at::Tensor bias = layer.batch_norm ? at::Tensor() : tensor(layer.name + ".bias");
  at::Tensor y = convolved(layer, input, tensor(layer.name + ".weight"), bias, pad);
  if (layer.batch_norm)
    y = normalized(layer.name + ".norm", y, layer.branches && mode == Mode::kRestoring ? Mode::kEvaluation : mode);
  if (layer.branches) {
    const Mode branch_mode = mode == Mode::kRestoring ? Mode::kEvaluation : mode;
    const at::Tensor pointwise = convolved(layer, x, tensor(layer.name + ".pointwise.weight"), {}, {0, 0});
    y = y + normalized(layer.name + ".pointwise.norm", pointwise, branch_mode);
    if (has_identity(layer)) y = y + normalized(layer.name + ".identity.norm", x, branch_mode);
  }
  return activate(y, layer.activation);
}

at::Tensor ImageModule::apply(const ImageLayer& layer, const std::vector<at::Tensor>& inputs, Mode mode) const {
  const at::Tensor& x = inputs.front();
  switch (layer.kind) {
    case LayerKind::kConv:
      return convolution(layer, x, mode);
    case LayerKind::kMaxPool:
      return max_pool(layer, x);
    case LayerKind::kAveragePool:
      return at::avg_pool2d(x, {layer.kernel, layer.kernel}, {layer.stride, layer.stride});
    case LayerKind::kGlobalAverage:
      return x.mean(at::IntArrayRef{2, 3}, true);
    case LayerKind::kAdd:
      return activate(x + inputs[1], layer.activation);
    case LayerKind::kMultiply:
      return activate(x * inputs[1], layer.activation);
    case LayerKind::kConcat:
      return activate(at::cat(inputs, 1), layer.activation);
    case LayerKind::kChannelStats:
      return channel_stats(x);
    case LayerKind::kPosition:
      return x + tensor(layer.name + ".weight");
    case LayerKind::kLayerNorm:
      return at::layer_norm(x.permute({0, 2, 3, 1}), {x.size(1)}, tensor(layer.name + ".weight"),
                            tensor(layer.name + ".bias"), layer.epsilon)
          .permute({0, 3, 1, 2});
    case LayerKind::kAttention:
      return attention(layer, x);
  }
  return x;
}

// [B, C] of the layer that the heads read; undefined without heads.
at::Tensor ImageModule::features(const at::Tensor& images, Mode mode) const {
  // A map is let go behind its last reader: all of them together are some thirty times the largest.
  const auto last_reader = core::last_readers(network_);
  std::vector<at::Tensor> maps;
  std::vector<at::Tensor> inputs;
  for (std::size_t i = 0; i < network_.layers.size(); ++i) {
    const auto& layer = network_.layers[i];
    inputs.clear();
    for (const int input : layer.inputs) {
      inputs.push_back(input == core::kImage ? images : maps[static_cast<std::size_t>(input)]);
    }
    maps.push_back(apply(layer, inputs, learns(mode) && !frozen_.empty() && frozen_[i] ? Mode::kEvaluation : mode));
    for (const int input : layer.inputs) {
      if (input != core::kImage && last_reader[static_cast<std::size_t>(input)] == i) {
        maps[static_cast<std::size_t>(input)] = at::Tensor();
      }
    }
  }
  if (network_.heads.empty()) return {};
  return maps[static_cast<std::size_t>(network_.outputs.front())].flatten(1);
}

std::vector<at::Tensor> ImageModule::run(const at::Tensor& images, Mode mode, Precision precision) {
  at::Tensor pooled;
  {
    const PrecisionScope scope(precision, device_);
    pooled = features(precision == Precision::kBfloat16 ? channels_last(images) : images, mode);
  }
  std::vector<at::Tensor> logits;
  if (network_.heads.empty()) return logits;
  const at::Tensor kept = at::dropout(pooled.to(images.scalar_type()), dropout_, learns(mode) && dropout_ > 0);
  for (const auto& head : network_.heads) {
    logits.push_back(
        at::linear(kept, tensor("heads." + head.name + ".weight"), tensor("heads." + head.name + ".bias")));
  }
  return logits;
}

void ImageModule::set_frozen(std::vector<bool> layers) {
  EMO_ASSERT(layers.empty() || layers.size() == network_.layers.size());
  frozen_ = std::move(layers);
  for (auto& [name, value] : parameters_) {
    bool trained = true;
    for (std::size_t i = 0; i < frozen_.size(); ++i) {
      if (frozen_[i] && name.starts_with(network_.layers[i].name + ".")) trained = false;
    }
    value.set_requires_grad(trained);
  }
}

std::vector<at::Tensor> ImageModule::forward(const at::Tensor& images, bool training, Precision precision) {
  return run(images, training ? Mode::kTraining : Mode::kEvaluation, precision);
}

std::vector<at::Tensor> ImageModule::forward_perturbed(const at::Tensor& images, Precision precision) {
  return run(images, Mode::kPerturbed, precision);
}

std::vector<at::Tensor> ImageModule::restore_statistics(const at::Tensor& images) {
  const at::NoGradGuard no_grad;
  return run(images, Mode::kRestoring, Precision::kFloat32);
}

}  // namespace emo::train
