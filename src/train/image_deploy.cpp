// Folding: y = g (conv(x) - m) / sqrt(v + e) + b is itself a convolution with a bias. Arithmetic only: what is then
// quantised, and written where, is face_export.cpp's.
#include "train/image_deploy.hpp"

#include <span>

namespace emo::train {
namespace {

struct Folded {
  at::Tensor weight, bias;  // [O, I/groups, k, k], [O]
};

// `weight` with the normalisation `name` behind it.
Folded folded(const ImageModule& module, const at::Tensor& weight, const std::string& name) {
  const at::Tensor scale =
      module.tensor(name + ".weight") / (module.tensor(name + ".variance") + kBatchNormEpsilon).sqrt();
  return {weight * scale.view({-1, 1, 1, 1}), module.tensor(name + ".bias") - module.tensor(name + ".mean") * scale};
}

// The kernel that passes every channel on.
at::Tensor identity_kernel(const core::ImageLayer& layer) {
  const std::int64_t per_group = layer.channels / layer.groups;
  at::Tensor kernel = at::zeros({layer.channels, per_group, layer.kernel, layer.kernel});
  const std::int64_t middle = layer.kernel / 2;
  for (std::int64_t o = 0; o < layer.channels; ++o) {
    kernel.select(0, o).select(0, o % per_group).select(0, middle).select(0, middle).fill_(1.0);
  }
  return kernel;
}

Folded folded_convolution(const ImageModule& module, const core::ImageLayer& layer) {
  const at::Tensor& weight = module.tensor(layer.name + ".weight");
  if (!layer.batch_norm) return {weight, module.tensor(layer.name + ".bias")};
  Folded out = folded(module, weight, layer.name + ".norm");
  if (!layer.branches) return out;
  const std::int64_t border = layer.kernel / 2;
  const Folded pointwise =
      folded(module, module.tensor(layer.name + ".pointwise.weight"), layer.name + ".pointwise.norm");
  out.weight = out.weight + at::constant_pad_nd(pointwise.weight, {border, border, border, border}, 0);
  out.bias = out.bias + pointwise.bias;
  if (module.has_identity(layer)) {
    const Folded same = folded(module, identity_kernel(layer).to(module.device()), layer.name + ".identity.norm");
    out.weight = out.weight + same.weight;
    out.bias = out.bias + same.bias;
  }
  return out;
}

// Copies `values`, which are `target` permuted by `order`, back into it.
Result<std::int64_t> take(const TensorValues& values, const std::string& name, const at::Tensor& target,
                          const std::vector<std::int64_t>& order) {
  const auto found = values.find(name);
  if (found == values.end()) return std::int64_t{0};
  if (static_cast<std::int64_t>(found->second.size()) != target.numel()) {
    return Error{ErrorCode::kInvalidModel, "tensor '" + name + "' has " + std::to_string(found->second.size()) +
                                               " values, the network expects " + std::to_string(target.numel())};
  }
  at::Tensor view = order.empty() ? target : target.permute(order);
  view.copy_(tensor_of(std::span<const float>(found->second), view.sizes()));
  return std::int64_t{1};
}

const std::vector<std::int64_t> kStoredKernel{0, 2, 3, 1};    // [O, I, kH, kW] -> [O, kH, kW, I]
const std::vector<std::int64_t> kStoredPosition{0, 2, 3, 1};  // [1, C, H, W] -> [1, H, W, C]

}  // namespace

TensorValues deployed_tensors(ImageModule& module) {
  const at::NoGradGuard no_grad;
  TensorValues out;
  for (const auto& layer : module.network().layers) {
    if (layer.kind == core::LayerKind::kConv) {
      const Folded convolution = folded_convolution(module, layer);
      out[layer.name + ".weight"] = values_of(convolution.weight.permute(kStoredKernel));
      out[layer.name + ".bias"] = values_of(convolution.bias);
    } else if (layer.kind == core::LayerKind::kPosition) {
      out[layer.name + ".weight"] = values_of(module.tensor(layer.name + ".weight").permute(kStoredPosition));
    } else if (layer.kind == core::LayerKind::kLayerNorm) {
      for (const char* part : {".weight", ".bias"})
        out[layer.name + part] = values_of(module.tensor(layer.name + part));
    }
  }
  for (const auto& head : module.network().heads) {
    for (const char* part : {".weight", ".bias"}) {
      out["heads." + head.name + part] = values_of(module.tensor("heads." + head.name + part));
    }
  }
  return out;
}

Result<std::int64_t> assign_deployed(const TensorValues& values, ImageModule& module) {
  const at::NoGradGuard no_grad;
  std::int64_t taken = 0;
  const auto add = [&](const std::string& name, const at::Tensor& target,
                       const std::vector<std::int64_t>& order) -> Result<void> {
    EMO_ASSIGN(const auto one, take(values, name, target, order));
    taken += one;
    return {};
  };
  for (const auto& layer : module.network().layers) {
    if (layer.kind == core::LayerKind::kConv) {
      if (layer.branches) {
        return Error{ErrorCode::kUnsupported,
                     "layer '" + layer.name + "' has branches, a deployed network has none: train it in plain form"};
      }
      EMO_TRY(add(layer.name + ".weight", module.tensor(layer.name + ".weight"), kStoredKernel));
      const std::string norm = layer.name + ".norm";
      EMO_TRY(add(layer.name + ".bias", module.tensor(layer.batch_norm ? norm + ".bias" : layer.name + ".bias"), {}));
      if (layer.batch_norm && values.contains(layer.name + ".weight")) {
        module.tensor(norm + ".weight").fill_(1.0);
        module.tensor(norm + ".mean").fill_(0.0);
        module.tensor(norm + ".variance").fill_(1.0 - kBatchNormEpsilon);
      }
    } else if (layer.kind == core::LayerKind::kPosition) {
      EMO_TRY(add(layer.name + ".weight", module.tensor(layer.name + ".weight"), kStoredPosition));
    } else if (layer.kind == core::LayerKind::kLayerNorm) {
      for (const char* part : {".weight", ".bias"}) {
        EMO_TRY(add(layer.name + part, module.tensor(layer.name + part), {}));
      }
    }
  }
  for (const auto& head : module.network().heads) {
    for (const char* part : {".weight", ".bias"}) {
      const std::string name = "heads." + head.name + part;
      EMO_TRY(add(name, module.tensor(name), {}));
    }
  }
  return taken;
}

}  // namespace emo::train
