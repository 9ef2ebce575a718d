// A bundle: the folder that training writes and inference reads.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/tensor.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "io/safetensors.hpp"

namespace emo::io {

/// Whether the SHA-256 of every file is compared with the manifest's.
enum class HashCheck { kVerify, kSkip };

/// An opened bundle: manifest parsed, weights mapped, names and shapes equal to what the architecture
/// expects, nothing extra. Immutable, thread-safe.
struct Bundle {
  std::string directory;
  Manifest manifest;
  SafeTensors weights;

  /// Contents of another file of the bundle that the manifest lists (e.g. the tokenizer).
  /// With kVerify its digest is checked. Errors: kNotFound, kIo, kInvalidModel.
  [[nodiscard]] Result<std::string> read(const std::string& file) const;

  /// The contents of all files but the weights, by name: what a changed copy of the bundle takes over. Errors: as of
  /// read.
  [[nodiscard]] Result<std::map<std::string, std::string>> read_beside_weights() const;

  HashCheck check = HashCheck::kVerify;
};

/// Opens DIR/manifest.json + DIR/model.safetensors. With kVerify every file's SHA-256 is compared.
/// Errors: kNotFound (with the expected files), kInvalidModel (hash: both digests; tensor: name, shapes, a value that
/// is not finite; a file that is a device or a pipe), kTooLarge.
Result<Bundle> open_bundle(const std::string& directory, HashCheck check = HashCheck::kVerify);

/// What write_bundle would refuse to write at `directory`, asked before any work: kUsage (neither empty nor a bundle
/// alone), and as check_place().
Result<void> check_bundle_place(const std::string& directory);

/// Writes a bundle: all files into a temporary sibling folder, fsync, then one rename; an existing bundle is
/// replaced as a whole; a failure at any point leaves it as it was. A folder that is neither empty nor a bundle is
/// never replaced, nor is one that holds other files beside the bundle's (kUsage); one whose manifest is damaged is,
/// where it holds files of a bundle's usual names alone; of a link, what it leads to is.
/// `manifest.sha256` is computed here. `files`: tokenizer, golden.json, card.md… Errors name the bundle `called` where
/// `directory` is a draft of it, whose name says nothing to anybody.
Result<void> write_bundle(const std::string& directory, Manifest manifest,
                          const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                          const std::map<std::string, std::string>& files, const std::string& called = {});

/// kUsage when writing `output` would replace a file of a bundle: those who run it read its weights as they stand
/// there.
Result<void> check_no_bundle_file(const std::string& output);

/// Names of what lies in the folder of an opened bundle and is not of it, sorted: nobody checks their content, and a
/// bundle with such a file is not replaced. Errors: kNotFound, kIo.
Result<std::vector<std::string>> other_files(const std::string& directory, const Manifest& manifest);

/// The file of weights.
inline constexpr const char* kWeightsFile = "model.safetensors";

/// The file of recorded answers that `emo verify` replays.
inline constexpr const char* kGoldenFile = "golden.json";

/// Makes the content of kGoldenFile for the bundle in a folder. A callback, because whoever can run a model lies above
/// this layer.
using GoldenMaker = std::function<Result<std::string>(const std::string& bundle_directory)>;

/// Writes a bundle as write_bundle does, with the kGoldenFile that `make_golden` makes of a draft beside it; an empty
/// one leaves it out. Errors: as of write_bundle, and whatever make_golden returns; then nothing is left behind.
Result<void> write_recorded_bundle(const std::string& directory, const Manifest& manifest,
                                   const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                   std::map<std::string, std::string> files, const GoldenMaker& make_golden);

}  // namespace emo::io
