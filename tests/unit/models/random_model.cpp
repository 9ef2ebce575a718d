// Makes random models, and computes what they should answer in plain double-precision loops that share nothing with the
// engine but the names of the tensors.
#include "random_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <random>

#include "core/relative_position.hpp"
#include "models/text_quantize.hpp"

namespace emo::models::test {
namespace {

using Matrix = std::vector<std::vector<double>>;

Matrix linear(const Matrix& x, const Tensors& tensors, const std::string& name) {
  const auto& w = tensors.at(name + ".weight");
  const auto& b = tensors.at(name + ".bias");
  Matrix y(x.size(), std::vector<double>(b.size()));
  for (std::size_t r = 0; r < x.size(); ++r) {
    for (std::size_t n = 0; n < b.size(); ++n) {
      double sum = b[n];
      for (std::size_t k = 0; k < x[r].size(); ++k) sum += x[r][k] * w[n * x[r].size() + k];
      y[r][n] = sum;
    }
  }
  return y;
}

void layer_norm(Matrix& x, const Tensors& tensors, const std::string& name, double eps) {
  for (auto& row : x) {
    const auto width = static_cast<double>(row.size());
    double mean = 0;
    double variance = 0;
    for (const double v : row) mean += v / width;
    for (const double v : row) variance += (v - mean) * (v - mean) / width;
    for (std::size_t c = 0; c < row.size(); ++c) {
      row[c] =
          (row[c] - mean) / std::sqrt(variance + eps) * tensors.at(name + ".weight")[c] + tensors.at(name + ".bias")[c];
    }
  }
}

void activate(Matrix& x, core::Activation activation) {
  for (auto& row : x) {
    for (double& v : row) {
      switch (activation) {
        case core::Activation::kNone:
          break;
        case core::Activation::kGelu:
          v = 0.5 * v * (1 + std::erf(v / std::sqrt(2.0)));
          break;
        case core::Activation::kGeluTanh:
          v = 0.5 * v * (1 + std::tanh(std::sqrt(2 / M_PI) * (v + 0.044715 * v * v * v)));
          break;
        case core::Activation::kRelu:
          v = std::max(v, 0.0);
          break;
        case core::Activation::kTanh:
          v = std::tanh(v);
          break;
      }
    }
  }
}

// What the attention score of a query at i and a key at t gets beside their product, for one head.
using ScoreBias = std::function<double(std::size_t head, std::size_t i, std::size_t t)>;

ScoreBias score_bias(const core::TextEncoderConfig& e, const Tensors& tensors) {
  if (e.relative_buckets == 0) return [](std::size_t, std::size_t, std::size_t) { return 0.0; };
  return [&e, &table = tensors.at("relative_bias")](std::size_t head, std::size_t i, std::size_t t) {
    const auto offset = static_cast<std::int64_t>(t) - static_cast<std::int64_t>(i);
    const auto bucket = core::relative_bucket(offset, e.relative_buckets, e.relative_distance);
    return double{table[static_cast<std::size_t>(bucket * e.heads) + head]};
  };
}

Matrix self_attention(const Matrix& qkv, std::size_t width, std::size_t heads, const ScoreBias& bias) {
  const std::size_t d = width / heads;
  Matrix out(qkv.size(), std::vector<double>(width));
  for (std::size_t h = 0; h < heads; ++h) {
    for (std::size_t i = 0; i < qkv.size(); ++i) {
      std::vector<double> p(qkv.size());
      double total = 0;
      for (std::size_t t = 0; t < qkv.size(); ++t) {
        double score = 0;
        for (std::size_t c = 0; c < d; ++c) score += qkv[i][h * d + c] * qkv[t][width + h * d + c];
        p[t] = std::exp(score / std::sqrt(static_cast<double>(d)) + bias(h, i, t));
        total += p[t];
      }
      for (std::size_t c = 0; c < d; ++c) {
        for (std::size_t t = 0; t < qkv.size(); ++t) out[i][h * d + c] += p[t] / total * qkv[t][2 * width + h * d + c];
      }
    }
  }
  return out;
}

void add(Matrix& x, const Matrix& y) {
  for (std::size_t r = 0; r < x.size(); ++r) {
    for (std::size_t c = 0; c < x[r].size(); ++c) x[r][c] += y[r][c];
  }
}

}  // namespace

core::TextArchitecture architecture_of(const ModelShape& shape) {
  core::TextArchitecture a;
  a.encoder.vocab_size = shape.vocabulary;
  a.encoder.max_positions = shape.positions;
  a.encoder.position_offset = shape.offset;
  a.encoder.token_types = shape.token_types;
  a.encoder.relative_buckets = shape.relative_buckets;
  a.encoder.relative_distance = shape.relative_distance;
  a.encoder.hidden = shape.hidden;
  a.encoder.layers = shape.layers;
  a.encoder.heads = shape.heads;
  a.encoder.feed_forward = shape.inner;
  a.encoder.activation = shape.activation;
  a.encoder.pooling = shape.pooling;
  a.encoder.layer_norm_eps = 1e-12;
  a.heads = {{"a", 5, false, core::Activation::kTanh}, {"b", 3, true, core::Activation::kTanh}};
  return a;
}

Tensors random_tensors(const core::TextArchitecture& architecture, unsigned seed) {
  std::mt19937 random(seed);
  Tensors tensors;
  for (const auto& spec : core::tensors_of(architecture)) {
    const bool gamma = spec.name.ends_with("norm.weight");
    std::normal_distribution<float> normal(gamma ? 1.0F : 0.0F, 0.2F);
    std::size_t n = 1;
    for (const auto extent : spec.shape) n *= static_cast<std::size_t>(extent);
    auto& values = tensors[spec.name];
    for (std::size_t i = 0; i < n; ++i) values.push_back(normal(random));
  }
  return tensors;
}

std::vector<std::pair<std::string, core::TensorView>> views_of(const core::TextArchitecture& architecture,
                                                               const Tensors& tensors) {
  std::vector<std::pair<std::string, core::TensorView>> views;
  for (const auto& spec : core::tensors_of(architecture)) {
    views.emplace_back(
        spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(tensors.at(spec.name)))});
  }
  return views;
}

MemoryBundle make_bundle(const core::TextArchitecture& architecture, const Tensors& tensors,
                         io::Quantization quantization) {
  auto views = views_of(architecture, tensors);
  QuantizedTensors quantized;
  if (quantization == io::Quantization::kInt8) {
    quantized = quantize_text_tensors(architecture, views).value();
    views = quantized.tensors;
  }
  // safetensors data must be aligned to its elements in memory; a std::string from the heap is aligned to 16 bytes and
  // the serialiser aligns within the file.
  MemoryBundle made{std::make_unique<std::string>(io::serialize_safetensors(views).value()), {}};
  made.bundle.directory = "memory";
  made.bundle.manifest.task = io::Task::kText;
  made.bundle.manifest.text = architecture;
  made.bundle.manifest.quantization = quantization;
  made.bundle.weights = io::SafeTensors::parse(std::as_bytes(std::span(*made.bytes)), "memory").value();
  return made;
}

std::vector<double> reference_logits(const core::TextArchitecture& architecture, const Tensors& tensors,
                                     const std::vector<std::int32_t>& ids) {
  const auto& e = architecture.encoder;
  const auto width = static_cast<std::size_t>(e.hidden);
  Matrix x(ids.size(), std::vector<double>(width));
  std::int64_t place = e.position_offset;  // a token with the id before it is padding: not counted, whatever it says
  for (std::size_t t = 0; t < ids.size(); ++t) {
    const auto position = static_cast<std::size_t>(ids[t] == e.position_offset - 1 ? ids[t] : place++);
    for (std::size_t c = 0; c < width; ++c) {
      x[t][c] = tensors.at("embeddings.word")[static_cast<std::size_t>(ids[t]) * width + c] +
                tensors.at("embeddings.position")[position * width + c];
      if (e.token_types > 0) x[t][c] += tensors.at("embeddings.token_type")[c];
    }
  }
  layer_norm(x, tensors, "embeddings.norm", e.layer_norm_eps);
  const ScoreBias bias = score_bias(e, tensors);
  for (std::int64_t i = 0; i < e.layers; ++i) {
    const std::string layer = "layers." + std::to_string(i);
    const Matrix qkv = linear(x, tensors, layer + ".attention.qkv");
    add(x,
        linear(self_attention(qkv, width, static_cast<std::size_t>(e.heads), bias), tensors, layer + ".attention.out"));
    layer_norm(x, tensors, layer + ".attention.norm", e.layer_norm_eps);
    Matrix inner = linear(x, tensors, layer + ".ffn.in");
    activate(inner, e.activation);
    add(x, linear(inner, tensors, layer + ".ffn.out"));
    layer_norm(x, tensors, layer + ".ffn.norm", e.layer_norm_eps);
  }
  Matrix pooled(1, x[0]);
  if (e.pooling == core::Pooling::kMean) {
    for (std::size_t c = 0; c < width; ++c) {
      pooled[0][c] = 0;
      for (const auto& row : x) pooled[0][c] += row[c] / static_cast<double>(x.size());
    }
  }
  std::vector<double> logits;
  for (const auto& head : architecture.heads) {
    Matrix h = pooled;
    if (head.has_dense) {
      h = linear(h, tensors, "heads." + head.name + ".dense");
      activate(h, head.dense_activation);
    }
    h = linear(h, tensors, "heads." + head.name + ".out");
    logits.insert(logits.end(), h[0].begin(), h[0].end());
  }
  return logits;
}

Tensors rounded_to_int8(const core::TextArchitecture& architecture, const Tensors& tensors) {
  Tensors rounded = tensors;
  const auto quantized = quantize_text_tensors(architecture, views_of(architecture, tensors)).value();
  const auto find = [&](const std::string& name) {
    return std::find_if(quantized.tensors.begin(), quantized.tensors.end(),
                        [&](const auto& t) { return t.first == name; })
        ->second;
  };
  for (const auto& spec : core::tensors_of(architecture)) {
    if (!spec.quantizable) continue;
    const auto codes = find(spec.name).as<std::int8_t>();
    const auto scales = find(spec.name + ".scale").as<float>();
    auto& values = rounded.at(spec.name);
    const auto columns = static_cast<std::size_t>(spec.shape[1]);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = scales[i / columns] * static_cast<float>(codes[i]);
  }
  return rounded;
}

std::vector<std::int32_t> random_ids(std::int64_t vocabulary, std::size_t tokens, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::int32_t> ids(tokens);
  for (auto& id : ids) id = static_cast<std::int32_t>(random() % static_cast<unsigned>(vocabulary));
  return ids;
}

}  // namespace emo::models::test
