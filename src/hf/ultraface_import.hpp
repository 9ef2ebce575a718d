// From the ONNX file of the UltraFace RFB-320 detector to a bundle.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "io/manifest.hpp"

namespace emo::hf {

struct DetectorImport {
  std::string name = "detector";
  std::string version = "1.1.0";
  std::string command{};          ///< recorded as provenance
  bool int8 = true;               ///< store the weights of the inner convolutions in 8 bits
  io::GoldenMaker make_golden{};  ///< empty = the bundle gets no golden.json
};

/// Reads the convolutions of `onnx_path` (no ONNX library needed), checks each against the layer of "ultraface_rfb" it
/// must be, and writes the bundle `out_bundle` as a whole: manifest, weights, card.md, golden.json. Errors: as of
/// read_onnx_convolutions and io::write_bundle; kInvalidModel naming the layer that does not fit; whatever make_golden
/// returns. Then nothing is left behind.
Result<void> import_ultraface(const std::string& onnx_path, const std::string& out_bundle,
                              const DetectorImport& options);

/// The manifest that import_ultraface writes (without the hashes).
io::Manifest ultraface_manifest(const DetectorImport& options);

}  // namespace emo::hf
