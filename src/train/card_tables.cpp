// The tables around the manifest's numbers. What a card says of texts and faces is text_card's and face_card's; cards
// of imported models, of which less is known, are hf/model_card's.
#include "train/card_tables.hpp"

#include "core/joined.hpp"
#include "core/number_words.hpp"

namespace emo::train {
namespace {

std::string taught_by(const std::vector<std::string>& teachers) {
  std::string text;
  for (const auto& teacher : teachers) text += (text.empty() ? " Taught by: " : ", ") + teacher;
  return text.empty() ? text : text + ".";
}

std::string epochs_in_words(const CardTraining& training) {
  std::string words = std::to_string(training.learnt);
  if (training.learnt < training.asked) words += " of " + std::to_string(training.asked);
  if (training.kept == training.learnt) return words;
  return words + (training.kept == 0 ? " (the start was kept)" : " (" + std::to_string(training.kept) + " kept)");
}

}  // namespace

std::string card_tables(const io::Manifest& manifest, const CardTraining& training) {
  std::string out = "## Heads\n\n| head | activation | labels |\n|---|---|---|\n";
  for (const auto& head : manifest.heads) {
    out += "| " + head.name + " | " +
           (head.activation == core::HeadActivation::kSoftmax ? "softmax (sum 1)" : "sigmoid (each on its own)") +
           " | " + core::joined(head.labels) + " |\n";
  }
  out += "\n## Training data\n\n| set | split | rows | licence |\n|---|---|---|---|\n";
  for (const auto& set : manifest.provenance.datasets) {
    out += "| " + set.name + " | " + set.split + " | " + std::to_string(set.rows) + " | " +
           (set.licence.empty() ? "not stated" : set.licence) + " |\n";
  }
  out += "\nStarted from: " + manifest.provenance.base_weights +
         (manifest.provenance.base_licence.empty() ? "" : " (" + manifest.provenance.base_licence + ")") + "." +
         taught_by(manifest.provenance.teachers) + " Epochs: " + epochs_in_words(training) + ", seed " +
         std::to_string(training.seed) + ". Command: `" + manifest.provenance.command + "`." +
         (training.mixture.empty() ? "" : " The weights are " + training.mixture + ".") +
         "\n\n## Scores\n\n| figure | data | split | n | value |\n|---|---|---|---|---|\n";
  for (const auto& metric : manifest.metrics) {
    out += "| " + metric.name + " | " + metric.dataset + " | " + metric.split + " | " + std::to_string(metric.n) +
           " | " + core::formatted("%.4f", metric.value) + " |\n";
  }
  return out;
}

}  // namespace emo::train
