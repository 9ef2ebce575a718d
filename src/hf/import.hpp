// From a Hugging Face checkpoint folder to a bundle.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "hf/checkpoint.hpp"
#include "io/bundle.hpp"
#include "io/manifest.hpp"

namespace emo::hf {

struct ImportOptions {
  std::string name{};  ///< of the bundle; empty = the checkpoint folder's name
  std::string version = "1.0.0";
  bool int8 = false;                               ///< store the quantizable tensors as s8
  std::string command{};                           ///< recorded as provenance
  io::GoldenMaker make_golden{};                   ///< empty = the bundle gets no golden.json
  std::function<void(const std::string&)> tell{};  ///< called with each line of Checkpoint::told; empty = nobody
};

/// Reads the checkpoint in `directory` and writes the bundle `out_bundle` as a whole: manifest, weights,
/// tokenizer.json, card.md, golden.json. Text is fed to the model as it is (normaliser version 0), because that is how
/// it was trained. Errors: as of load_checkpoint and io::write_bundle, kUnsupported for a checkpoint without a
/// classification head, and whatever make_golden returns; then nothing is left behind.
Result<void> import_checkpoint(const std::string& directory, const std::string& out_bundle,
                               const ImportOptions& options);

/// The manifest that import_checkpoint writes (without the hashes).
io::Manifest manifest_of(const Checkpoint& checkpoint, const ImportOptions& options);

}  // namespace emo::hf
