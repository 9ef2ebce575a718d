// Where each of our tensors lies in a Hugging Face checkpoint: one table per naming scheme.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/tensor_spec.hpp"
#include "core/text_architecture.hpp"
#include "hf/config.hpp"

namespace emo::hf {

/// One tensor of core::tensors_of and the parameters whose rows, one after the other, make it.
struct TensorSource {
  core::TensorSpec target;
  std::vector<std::string> parameters;  ///< three for qkv, else one
};

/// How a family builds its classification head on the first token's vector.
struct HeadScheme {
  std::string dense, out;  ///< parameter names without ".weight" and ".bias"
  core::Activation dense_activation = core::Activation::kTanh;
};

/// `prefix` is what stands before "embeddings.": "bert.", "roberta.", … or nothing.
HeadScheme head_scheme(Family family, std::string_view prefix);

/// Sources of every tensor of `architecture`, in the order of core::tensors_of. Precondition: at most one head, and it
/// has a dense layer, as head_scheme says.
std::vector<TensorSource> tensor_sources(const core::TextArchitecture& architecture, Family family,
                                         std::string_view prefix);

/// False for a prefix that another family's modelling code writes: config.json is then not that of these weights.
bool is_prefix_of(Family family, std::string_view prefix);

/// True for what lies within the encoder, known or not; what does not belongs to a head.
bool is_of_encoder(std::string_view parameter, std::string_view prefix);

/// True for what a checkpoint may hold beside the encoder and its head: buffers, the pooler, pre-training heads.
bool is_ignorable(std::string_view parameter, std::string_view prefix);

}  // namespace emo::hf
