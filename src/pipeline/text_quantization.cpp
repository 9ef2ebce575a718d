// A bundle of texts in float to one in 8 bits: reads, rounds, records golden.json anew, writes. The rounding itself is
// models', formats are io's. Image bundles are rounded where they are made, at export and import.
#include "pipeline/text_quantization.hpp"

#include <cstdint>
#include <span>
#include <utility>

#include "io/bundle.hpp"
#include "models/bundle_weights.hpp"
#include "models/text_quantize.hpp"
#include "pipeline/golden.hpp"
#include "pipeline/text_preparation.hpp"
#include "text/tokenizer.hpp"

namespace emo::pipeline {
namespace {

Result<std::vector<std::vector<std::int32_t>>> first_windows(const io::Bundle& bundle,
                                                             const std::vector<TextSample>& texts) {
  const auto& preprocess = bundle.manifest.text_preprocess;
  EMO_ASSIGN(const std::string json, bundle.read(preprocess.tokenizer));
  EMO_ASSIGN(const auto tokenizer, text::parse_tokenizer(json));
  std::vector<std::vector<std::int32_t>> sequences;
  std::vector<std::int32_t> storage;
  for (const TextSample& sample : texts) {
    const auto prepared = prepare_text(sample.text, *tokenizer, preprocess, false);
    if (!prepared) return prepared.error().at(sample.place);
    if (prepared->windows.empty()) continue;
    const auto sequence = prepared->sequence(0, storage);
    sequences.emplace_back(sequence.begin(), sequence.end());
  }
  if (sequences.empty())
    return Error{ErrorCode::kInvalidInput,
                 "no text with words to round the weights for; expected one a line, or a column 'text'"};
  return sequences;
}

}  // namespace

Result<void> quantize_text_bundle(const std::string& directory, const std::vector<TextSample>& texts,
                                  const std::string& out, const std::string& command,
                                  const models::TextInputs::Progress& progress) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
  if (bundle.manifest.task != io::Task::kText) {
    return Error{ErrorCode::kUnsupported,
                 "'" + directory + "' is not a text model; only text models are rounded for given inputs"};
  }
  EMO_ASSIGN(auto sequences, first_windows(bundle, texts));
  EMO_ASSIGN(auto inputs, models::TextInputs::open(bundle, std::move(sequences), progress));
  const auto specs = core::tensors_of(bundle.manifest.text);
  EMO_ASSIGN(const auto weights, models::read_bundle_weights(bundle, specs, models::InStep::kMiddle));
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  for (const auto& spec : specs) {
    const auto values = std::as_bytes(std::span(weights.at(spec.name)));
    tensors.emplace_back(spec.name, core::TensorView{core::DType::kF32, spec.shape, values});
  }
  EMO_ASSIGN(const auto quantized, models::quantize_text_tensors(bundle.manifest.text, tensors, &inputs));

  io::Manifest manifest = bundle.manifest;
  manifest.quantization = io::Quantization::kInt8;
  manifest.metrics.clear();  // nobody measured these weights, and what was promised was of the scores of others
  for (auto& head : manifest.heads) {
    if (!head.calibration) continue;
    head.calibration->conformal.reset();
    head.calibration->abstention.reset();
  }
  auto& recorded = manifest.provenance.command;
  recorded += (recorded.empty() ? "" : "; ") + command;
  EMO_ASSIGN(auto files, bundle.read_beside_weights());
  files.erase(io::kGoldenFile);
  if (const auto card = files.find("card.md"); card != files.end()) {
    card->second += "\nThe weights were rounded to 8 bits afterwards (`" + command +
                    "`): what is said above of how they are stored, and every figure, is of those before. Label sets "
                    "and a bound on wrong answers have to be fitted anew (`emo calibrate`).\n";
  }
  return io::write_recorded_bundle(out, manifest, quantized.tensors, std::move(files), make_golden);
}

}  // namespace emo::pipeline
