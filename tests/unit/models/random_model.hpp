// Random models for tests: an architecture, its f32 tensors, and bundles made of them in memory.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/text_architecture.hpp"
#include "io/bundle.hpp"

namespace emo::models::test {

/// What a test varies; everything else is fixed.
struct ModelShape {
  std::int64_t vocabulary = 50, positions = 40, offset = 0, token_types = 2;
  std::int64_t relative_buckets = 0, relative_distance = 0;
  std::int64_t hidden = 24, layers = 2, heads = 3, inner = 40;
  core::Activation activation = core::Activation::kGelu;
  core::Pooling pooling = core::Pooling::kMean;
};

/// One head "a" of 5 classes without and one "b" of 3 classes with a dense layer.
core::TextArchitecture architecture_of(const ModelShape& shape);

using Tensors = std::map<std::string, std::vector<float>>;

/// Weights of the spread that trained encoders have: small matrices, gammas near 1.
Tensors random_tensors(const core::TextArchitecture& architecture, unsigned seed);

/// As for io::write_bundle; the views point into `tensors`.
std::vector<std::pair<std::string, core::TensorView>> views_of(const core::TextArchitecture& architecture,
                                                               const Tensors& tensors);

/// A bundle that lives in memory. Move-only: its weights point into `bytes`.
struct MemoryBundle {
  std::unique_ptr<std::string> bytes;
  io::Bundle bundle;
};
MemoryBundle make_bundle(const core::TextArchitecture& architecture, const Tensors& tensors,
                         io::Quantization quantization);

/// Logits [sum of K] of one sequence, computed in double precision by the formulas of the papers.
std::vector<double> reference_logits(const core::TextArchitecture& architecture, const Tensors& tensors,
                                     const std::vector<std::int32_t>& ids);

/// `tensors` with every quantizable matrix rounded as an int8 bundle stores it.
Tensors rounded_to_int8(const core::TextArchitecture& architecture, const Tensors& tensors);

/// `tokens` random ids.
std::vector<std::int32_t> random_ids(std::int64_t vocabulary, std::size_t tokens, unsigned seed);

}  // namespace emo::models::test
