// manifest.json of a bundle as typed data. Parsing is strict: a manifest is hostile until it is read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/image_network.hpp"
#include "core/text_architecture.hpp"
#include "emo/error.hpp"
#include "io/head_calibration.hpp"

namespace emo::io {

inline constexpr int kFormatVersion = 1;

enum class Task : std::uint8_t { kText, kFace, kDetector };
/// "text", "face" or "detector", as the manifest has it.
std::string_view name_of(Task task);
enum class Quantization : std::uint8_t { kF32, kInt8 };

/// One head as seen by a user: its labels and how its logits become probabilities.
struct HeadManifest {
  std::string name;
  std::vector<std::string> labels;  ///< K names, in logit order
  core::HeadActivation activation = core::HeadActivation::kSoftmax;
  std::string taxonomy;                          ///< "basic7", "goemotions28", "polarity3" or "custom"
  double temperature = 1.0;                      ///< logits are divided by it
  std::vector<double> bias{};                    ///< added after the division (rare classes, Platt); empty = zeros
  std::vector<double> thresholds{};              ///< per label for sigmoid heads; empty = 0.5
  std::optional<HeadCalibration> calibration{};  ///< of `emo calibrate`; none in a bundle as trained
};

/// How raw text becomes token ids; everything the tokenizer and normaliser need to know.
struct TextPreprocess {
  int normalizer_version = 0;                ///< 0 = feed the text as it is; 1.. = text::normalize of that version
  std::string tokenizer = "tokenizer.json";  ///< file in the bundle, Hugging Face format
  std::int64_t max_tokens = 512;             ///< window length, special tokens included
  std::int64_t stride = 64;                  ///< overlap of neighbouring windows of a long text, in tokens
};

/// The usual TextPreprocess::stride of windows of `max_tokens`: an eighth, at most 64.
inline std::int64_t usual_stride(std::int64_t max_tokens) {
  return std::min<std::int64_t>(64, max_tokens / 8);
}

enum class ImageNormalization : std::uint8_t {
  kPerImage,  ///< (x - mean) / max(deviation, epsilon) with mean and deviation of the image itself, channels together
  kFixed      ///< (x - mean[c]) / deviation[c]
};

/// How a picture and a face box become the network's input. Pixels count from 0 to 255. Resizing averages over the
/// covered area when it shrinks and is bilinear when it grows ("area_bilinear", the only way there is).
struct ImagePreprocess {
  std::int64_t channels = 1;  ///< 1 grey (luma of BT.601), 3 RGB; as the next two equal to the architecture's
  std::int64_t height = 48, width = 48;
  double margin = 1.0;  ///< side of the square crop, centred on the box, over the longer side of the box
  ImageNormalization normalization = ImageNormalization::kPerImage;
  std::vector<double> mean{}, deviation{};  ///< kFixed: one per channel; else empty
  double epsilon = 1.0;                     ///< kPerImage: least deviation, so that a flat image stays flat
  bool flip_average = false;                ///< probabilities are the mean over the image and its mirror image
};

/// `split`s: rows of a training set that were held out of it, for development and for a test.
inline constexpr const char* kHeldOutSplit = "dev, held out of train";
inline constexpr const char* kHeldOutTestSplit = "test, held out of train";

struct DatasetProvenance {
  std::string name, licence, split;
  std::int64_t rows = 0;
  /// Over the rows of the set, in file order, those that were held out or dropped as copies of judged ones included;
  /// empty for rows held out alone.
  std::string sha256;
};

struct Provenance {
  std::vector<DatasetProvenance> datasets;
  std::string base_weights, base_licence;
  std::vector<std::string> teachers;  ///< models whose answers were imitated, with what they started from
  std::vector<std::int64_t> seeds;
  std::string command, git_commit;
};

struct Metric {
  std::string name, dataset, split;
  double value = 0;
  std::int64_t n = 0;
};

struct Manifest {
  int format_version = kFormatVersion;
  std::string name, version;
  Task task = Task::kText;
  core::TextArchitecture text;         ///< for Task::kText
  core::ImageArchitecture image{};     ///< for Task::kFace and Task::kDetector
  std::vector<HeadManifest> heads;     ///< same order and names as the architecture's heads
  TextPreprocess text_preprocess;      ///< for Task::kText
  ImagePreprocess image_preprocess{};  ///< for Task::kFace and Task::kDetector
  Quantization quantization = Quantization::kF32;
  std::map<std::string, std::string> sha256;  ///< file name in the bundle -> lower-case hex digest
  std::vector<std::string> languages;         ///< ISO 639-1 codes the model was trained for
  Provenance provenance;
  std::vector<Metric> metrics;
};

/// No manifest.json is longer.
inline constexpr std::size_t kMaxManifestBytes = 8U << 20U;

/// Parses and checks a manifest. Refuses other format versions, unknown architectures, extents beyond the
/// caps, heads that do not match the architecture, file names with a path in them. Errors: kInvalidModel,
/// kUnsupported, each naming the JSON path and what was expected there.
Result<Manifest> parse_manifest(std::string_view json);

/// The manifest as JSON, `indent` as of dump_json, with a line end; `parse_manifest(to_json(m))` gives `m` back.
std::string to_json(const Manifest& manifest, int indent = 2);

/// "face 1.2.0 (which started from …)": a model as the start or the teacher of another.
std::string lineage(const Manifest& manifest);

/// Every tensor of the manifest's architecture. Errors: as of core::build_network.
Result<std::vector<core::TensorSpec>> tensors_of(const Manifest& manifest);

}  // namespace emo::io
