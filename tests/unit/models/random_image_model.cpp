// Makes random image models and computes their answers slowly.
#include "random_image_model.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "models/image_quantize.hpp"

namespace emo::models {
namespace {

using core::ImageActivation;
using core::ImageLayer;
using core::LayerKind;

struct Plane {
  std::int64_t h = 0, w = 0, c = 0;
  std::vector<double> v;
  [[nodiscard]] double at(std::int64_t y, std::int64_t x, std::int64_t k) const {
    if (y < 0 || x < 0 || y >= h || x >= w) return 0;
    return v[static_cast<std::size_t>((y * w + x) * c + k)];
  }
  double& ref(std::int64_t y, std::int64_t x, std::int64_t k) {
    return v[static_cast<std::size_t>((y * w + x) * c + k)];
  }
};

Plane plane(const core::MapShape& s) {
  return {s.height, s.width, s.channels,
          std::vector<double>(static_cast<std::size_t>(s.height * s.width * s.channels))};
}

double activated(double x, ImageActivation activation) {
  switch (activation) {
    case ImageActivation::kNone:
      return x;
    case ImageActivation::kRelu:
      return std::max(x, 0.0);
    case ImageActivation::kRelu6:
      return std::clamp(x, 0.0, 6.0);
    case ImageActivation::kGelu:
      return 0.5 * x * (1 + std::erf(x / std::sqrt(2.0)));
    case ImageActivation::kSilu:
      return x / (1 + std::exp(-x));
    case ImageActivation::kSigmoid:
      return 1 / (1 + std::exp(-x));
    case ImageActivation::kHardSwish:
      return x * std::clamp(x + 3, 0.0, 6.0) / 6;
  }
  return x;
}

void conv(const ImageLayer& l, const Plane& in, const std::vector<float>& w, const std::vector<float>& b, Plane& out) {
  const std::int64_t part = in.c / l.groups;
  for (std::int64_t y = 0; y < out.h; ++y) {
    for (std::int64_t x = 0; x < out.w; ++x) {
      for (std::int64_t n = 0; n < out.c; ++n) {
        double sum = static_cast<double>(b[static_cast<std::size_t>(n)]);
        const std::int64_t first = n / (out.c / l.groups) * part;
        for (std::int64_t ky = 0; ky < l.kernel; ++ky) {
          for (std::int64_t kx = 0; kx < l.kernel; ++kx) {
            for (std::int64_t k = 0; k < part; ++k) {
              const auto i = static_cast<std::size_t>(((n * l.kernel + ky) * l.kernel + kx) * part + k);
              sum += static_cast<double>(w[i]) * in.at(y * l.stride + ky * l.dilation - l.padding[0],
                                                       x * l.stride + kx * l.dilation - l.padding[1], first + k);
            }
          }
        }
        out.ref(y, x, n) = activated(sum, l.activation);
      }
    }
  }
}

void pool(const ImageLayer& l, const Plane& in, Plane& out) {
  for (std::int64_t y = 0; y < out.h; ++y) {
    for (std::int64_t x = 0; x < out.w; ++x) {
      for (std::int64_t k = 0; k < out.c; ++k) {
        double best = -INFINITY;
        double sum = 0;
        for (std::int64_t ky = 0; ky < l.kernel; ++ky) {
          for (std::int64_t kx = 0; kx < l.kernel; ++kx) {
            const std::int64_t r = y * l.stride + ky - l.padding[0];
            const std::int64_t q = x * l.stride + kx - l.padding[1];
            if (r < 0 || q < 0 || r >= in.h || q >= in.w) continue;
            best = std::max(best, in.at(r, q, k));
            sum += in.at(r, q, k);
          }
        }
        out.ref(y, x, k) = l.kind == LayerKind::kMaxPool ? best : sum / static_cast<double>(l.kernel * l.kernel);
      }
    }
  }
}

void attention(const ImageLayer& l, const Plane& qkv, Plane& out) {
  const std::int64_t tokens = qkv.h * qkv.w;
  const std::int64_t d = out.c / l.heads;
  const auto value = [&](std::int64_t t, std::int64_t k) { return qkv.v[static_cast<std::size_t>(t * qkv.c + k)]; };
  for (std::int64_t head = 0; head < l.heads; ++head) {
    for (std::int64_t i = 0; i < tokens; ++i) {
      std::vector<double> p;
      double total = 0;
      for (std::int64_t t = 0; t < tokens; ++t) {
        double score = 0;
        for (std::int64_t k = 0; k < d; ++k) score += value(i, head * d + k) * value(t, out.c + head * d + k);
        p.push_back(std::exp(score / std::sqrt(static_cast<double>(d))));
        total += p.back();
      }
      for (std::int64_t k = 0; k < d; ++k) {
        double sum = 0;
        for (std::int64_t t = 0; t < tokens; ++t) {
          sum += p[static_cast<std::size_t>(t)] / total * value(t, 2 * out.c + head * d + k);
        }
        out.v[static_cast<std::size_t>(i * out.c + head * d + k)] = sum;
      }
    }
  }
}

Plane run_layer(const RandomImageModel& model, const ImageLayer& l, const std::vector<const Plane*>& inputs,
                const core::MapShape& shape) {
  Plane out = plane(shape);
  const Plane& in = *inputs[0];
  const auto pixels = static_cast<double>(in.h * in.w);
  if (l.kind == LayerKind::kConv) {
    conv(l, in, model.tensor(l.name + ".weight"), model.tensor(l.name + ".bias"), out);
  } else if (l.kind == LayerKind::kMaxPool || l.kind == LayerKind::kAveragePool) {
    pool(l, in, out);
  } else if (l.kind == LayerKind::kAttention) {
    attention(l, in, out);
  } else {
    for (std::int64_t y = 0; y < in.h; ++y) {
      for (std::int64_t x = 0; x < in.w; ++x) {
        double mean = 0;
        double top = -INFINITY;
        for (std::int64_t k = 0; k < in.c; ++k) {
          mean += in.at(y, x, k) / static_cast<double>(in.c);
          top = std::max(top, in.at(y, x, k));
        }
        double variance = 0;
        for (std::int64_t k = 0; k < in.c; ++k)
          variance += std::pow(in.at(y, x, k) - mean, 2) / static_cast<double>(in.c);
        std::int64_t base = 0;
        for (const Plane* part : inputs) {
          if (l.kind != LayerKind::kConcat) break;
          for (std::int64_t k = 0; k < part->c; ++k) out.ref(y, x, base + k) = part->at(y, x, k);
          base += part->c;
        }
        if (l.kind == LayerKind::kChannelStats) {
          out.ref(y, x, 0) = mean;
          out.ref(y, x, 1) = top;
        }
        for (std::int64_t k = 0; k < in.c; ++k) {
          const auto channel = static_cast<std::size_t>(k);
          const double v = in.at(y, x, k);
          if (l.kind == LayerKind::kGlobalAverage) out.ref(0, 0, k) += v / pixels;
          if (l.kind == LayerKind::kAdd) out.ref(y, x, k) = activated(v + inputs[1]->at(y, x, k), l.activation);
          if (l.kind == LayerKind::kMultiply) {
            const Plane& gate = *inputs[1];
            out.ref(y, x, k) = v * (gate.h == 1 && gate.w == 1 && gate.c == in.c ? gate.at(0, 0, k) : gate.at(y, x, 0));
          }
          if (l.kind == LayerKind::kPosition) {
            out.ref(y, x, k) = v + static_cast<double>(model.tensor(
                                       l.name + ".weight")[static_cast<std::size_t>((y * in.w + x) * in.c + k)]);
          }
          if (l.kind == LayerKind::kLayerNorm) {
            out.ref(y, x, k) = (v - mean) / std::sqrt(variance + l.epsilon) *
                                   static_cast<double>(model.tensor(l.name + ".weight")[channel]) +
                               static_cast<double>(model.tensor(l.name + ".bias")[channel]);
          }
        }
      }
    }
  }
  return out;
}

}  // namespace

RandomImageModel::RandomImageModel(const core::ImageArchitecture& architecture, unsigned seed,
                                   io::Quantization quantization)
    : network_(core::build_network(architecture).value()) {
  std::mt19937 random(seed);
  std::vector<std::pair<std::string, core::TensorView>> views;
  const auto specs = core::tensors_of(network_).value();
  for (const auto& spec : specs) {
    std::size_t n = 1;
    for (const auto extent : spec.shape) n *= static_cast<std::size_t>(extent);
    const bool matrix = spec.shape.size() != 1;
    const auto rows = static_cast<double>(spec.shape[0]);
    const double fan_in = matrix ? static_cast<double>(n) / rows : 100.0;
    const bool gamma = spec.shape.size() == 1 && spec.name.ends_with(".weight");
    std::normal_distribution<double> normal(gamma ? 1.0 : 0.0, std::sqrt(2.0 / fan_in));
    auto& values = tensors_[spec.name];
    for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<float>(normal(random)));
    views.emplace_back(spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(values))});
  }
  QuantizedTensors quantized;
  if (quantization == io::Quantization::kInt8) {
    quantized = quantize_image_tensors(network_, views).value();
    views = quantized.tensors;
  }
  bytes_ = io::serialize_safetensors(views).value();
  bundle_.directory = "memory";
  bundle_.manifest.task = architecture.heads.empty() ? io::Task::kDetector : io::Task::kFace;
  bundle_.manifest.image = architecture;
  bundle_.manifest.quantization = quantization;
  bundle_.weights = io::SafeTensors::parse(std::as_bytes(std::span(bytes_)), "memory").value();
}

std::vector<float> RandomImageModel::images(std::size_t count, unsigned seed) const {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  std::vector<float> pixels(count * height() * width() * static_cast<std::size_t>(network_.channels));
  for (float& p : pixels) p = normal(random);
  return pixels;
}

std::vector<float> reference_outputs(const RandomImageModel& model, const std::vector<float>& images,
                                     std::size_t count) {
  const core::ImageNetwork& network = model.network();
  const auto shapes = core::shapes_of(network, network.height, network.width).value();
  std::vector<std::vector<float>> outputs(network.outputs.size());
  const std::size_t size = images.size() / count;
  for (std::size_t b = 0; b < count; ++b) {
    Plane image = plane({network.height, network.width, network.channels});
    std::copy_n(images.begin() + static_cast<std::ptrdiff_t>(b * size), size, image.v.begin());
    std::vector<Plane> planes;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
      std::vector<const Plane*> inputs;
      for (const int input : network.layers[i].inputs) {
        inputs.push_back(input == core::kImage ? &image : &planes[static_cast<std::size_t>(input)]);
      }
      planes.push_back(run_layer(model, network.layers[i], inputs, shapes[i]));
    }
    for (std::size_t o = 0; o < outputs.size(); ++o) {
      for (const double v : planes[static_cast<std::size_t>(network.outputs[o])].v) {
        outputs[o].push_back(static_cast<float>(v));
      }
    }
  }
  std::vector<float> joined;
  for (const auto& output : outputs) joined.insert(joined.end(), output.begin(), output.end());
  return joined;
}

std::vector<float> reference_logits(const RandomImageModel& model, const std::vector<float>& pooled,
                                    std::size_t count) {
  std::vector<float> logits;
  const std::size_t features = pooled.size() / count;
  for (std::size_t b = 0; b < count; ++b) {
    for (const auto& head : model.network().heads) {
      const auto& w = model.tensor("heads." + head.name + ".weight");
      const auto& bias = model.tensor("heads." + head.name + ".bias");
      for (std::size_t k = 0; k < bias.size(); ++k) {
        double sum = static_cast<double>(bias[k]);
        for (std::size_t c = 0; c < features; ++c) {
          sum += static_cast<double>(w[k * features + c]) * static_cast<double>(pooled[b * features + c]);
        }
        logits.push_back(static_cast<float>(sum));
      }
    }
  }
  return logits;
}

}  // namespace emo::models
