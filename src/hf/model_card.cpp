// Writes an imported model's card from facts in the checkpoint. Never from its README: prose there is others' work.
// Cards of models that we trained are train/text_card's.
#include "hf/model_card.hpp"

#include "core/joined.hpp"

namespace emo::hf {
namespace {

std::string or_unknown(const std::string& value) {
  return value.empty() ? "not stated by the checkpoint" : value;
}

}  // namespace

std::string model_card(const Checkpoint& checkpoint, const io::Manifest& manifest) {
  const auto& encoder = checkpoint.architecture.encoder;
  std::int64_t parameters = 0;
  for (const auto& tensor : checkpoint.tensors) parameters += static_cast<std::int64_t>(tensor.values.size());

  std::string card = "# " + manifest.name + " " + manifest.version + "\n\n";
  card += "Imported from the Hugging Face checkpoint `" + checkpoint.name + "` (model type " + checkpoint.model_type +
          ").\n\n";
  card += "- Encoder: " + std::to_string(encoder.layers) + " layers, width " + std::to_string(encoder.hidden) + ", " +
          std::to_string(encoder.heads) + " attention heads, vocabulary " + std::to_string(encoder.vocab_size) +
          ", at most " + std::to_string(encoder.max_tokens()) + " tokens per window, " + std::to_string(parameters) +
          " parameters\n";
  card += std::string("- Stored as: ") +
          (manifest.quantization == io::Quantization::kInt8 ? "int8 (weights per row)" : "fp32") + "\n";
  card += "- Licence: " + or_unknown(checkpoint.licence) + "\n";
  card += "- Languages: " + or_unknown(core::joined(checkpoint.languages)) + "\n";
  for (const auto& head : manifest.heads) {
    const bool softmax = head.activation == core::HeadActivation::kSoftmax;
    card += "- Head `" + head.name + "` (" + (softmax ? "one label per text" : "any number of labels per text") + ", " +
            std::to_string(head.labels.size()) + "): " + core::joined(head.labels) + "\n";
  }
  card +=
      "\n## What is not known\n\n"
      "Training data, quality and bias are whatever the checkpoint's authors made and measured; nothing was measured "
      "here. Probabilities are not calibrated (temperature 1, thresholds 0.5). Measure with `emo eval` on rows of your "
      "own before relying on it.\n";
  return card;
}

}  // namespace emo::hf
