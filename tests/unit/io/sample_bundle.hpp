// The smallest bundle there can be, with made-up weights, for tests of its reader and writer.
#pragma once

#include <cstddef>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/text_architecture.hpp"
#include "io/manifest.hpp"

namespace emo::io {

inline Manifest sample_manifest() {
  Manifest m;
  m.name = "sample";
  m.version = "1.2.3";
  m.text.encoder = {
      .vocab_size = 20, .max_positions = 12, .token_types = 2, .hidden = 4, .layers = 1, .heads = 2, .feed_forward = 8};
  m.text.heads = {{.name = "basic", .classes = 2}, {.name = "fine", .classes = 3, .has_dense = true}};
  m.heads = {{.name = "basic", .labels = {"joy", "anger"}, .taxonomy = "custom", .temperature = 1.25},
             {.name = "fine",
              .labels = {"a", "b", "c"},
              .activation = core::HeadActivation::kSigmoid,
              .taxonomy = "custom",
              .bias = {0.1, -0.2, 1e-9},
              .thresholds = {0.5, 0.25, 1.0}}};
  m.text_preprocess = {.normalizer_version = 1, .max_tokens = 12, .stride = 4};
  m.languages = {"en"};
  m.provenance.datasets = {{"set", "CC BY 4.0", "train", 12, std::string(64, 'a')}};
  m.provenance.base_weights = "none";
  m.provenance.base_licence = "Apache-2.0";
  m.provenance.teachers = {"older 1.0.0 (which started from none)"};
  m.provenance.seeds = {1, -2};
  m.provenance.command = "emo train \"x\"";
  m.provenance.git_commit = "0123abc";
  m.metrics = {{"macro_f1", "set", "test", 0.123456789012345, 99}};
  return m;
}

/// A face model of two stages on 16 x 16 grey pixels.
inline Manifest sample_face_manifest() {
  Manifest m = sample_manifest();
  m.task = Task::kFace;
  m.text = {};
  m.image = {.height = 16, .width = 16, .stem = 4, .widths = {6, 8}, .depths = {1, 1}, .heads = {{"basic", 2}}};
  m.heads.resize(1);
  m.image_preprocess = {.height = 16, .width = 16, .margin = 1.2, .flip_average = true};
  return m;
}

/// The tensors that `manifest` needs, element i of each with the bits of `fill` + i.
class SampleWeights {
 public:
  explicit SampleWeights(const Manifest& manifest, int fill = 1) {
    const auto specs = tensors_of(manifest).value();
    for (const auto& spec : specs) {
      const bool quantized = spec.quantizable && manifest.quantization == Quantization::kInt8;
      add(spec.name, quantized ? core::DType::kS8 : core::DType::kF32, spec.shape, fill);
      if (quantized) add(spec.name + ".scale", core::DType::kF32, {spec.shape[0]}, fill);
    }
  }
  void add(const std::string& name, core::DType dtype, const core::Shape& shape, int fill) {
    core::TensorView view{dtype, shape, {}};
    auto& bytes = storage_.emplace_back(static_cast<std::size_t>(view.elements()) * core::dtype_size(dtype));
    for (std::size_t i = 0; i < bytes.size(); ++i)
      bytes[i] = static_cast<std::byte>((static_cast<std::size_t>(fill) + i) & 63U);
    view.bytes = bytes;
    tensors.emplace_back(name, view);
  }
  std::vector<std::pair<std::string, core::TensorView>> tensors;

 private:
  std::deque<std::vector<std::byte>> storage_;
};

inline std::map<std::string, std::string> sample_files() {
  return {{"tokenizer.json", "{}"}, {"card.md", "# Sample\n"}};
}

}  // namespace emo::io
