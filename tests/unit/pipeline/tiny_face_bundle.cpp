// Making of tiny image bundles through the project's own writer. Their answers mean nothing; they only must be the
// same.
#include "tiny_face_bundle.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <utility>
#include <vector>

#include "core/assert.hpp"
#include "core/labels.hpp"
#include "io/bundle.hpp"

namespace emo::test {
namespace {

void write(const std::string& directory, const io::Manifest& manifest,
           const std::function<float(const core::TensorSpec& spec, std::size_t index)>& value) {
  const auto specs = io::tensors_of(manifest);
  EMO_ASSERT(specs.has_value());
  std::vector<std::vector<float>> values;
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  values.reserve(specs->size());
  for (const auto& spec : *specs) {
    std::size_t count = 1;
    for (const auto extent : spec.shape) count *= static_cast<std::size_t>(extent);
    auto& data = values.emplace_back(count);
    for (std::size_t i = 0; i < count; ++i) data[i] = value(spec, i);
    tensors.emplace_back(spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(data))});
  }
  EMO_ASSERT(io::write_bundle(directory, manifest, tensors, {{"card.md", "# tiny\n"}}).has_value());
}

}  // namespace

io::Manifest tiny_face_manifest() {
  io::Manifest manifest;
  manifest.name = "tiny-face";
  manifest.version = "0.0.1";
  manifest.task = io::Task::kFace;
  manifest.image.name = "plain";
  manifest.image.channels = 1;
  manifest.image.height = manifest.image.width = 16;
  manifest.image.stem = 4;
  manifest.image.widths = {6, 8};
  manifest.image.depths = {1, 1};
  manifest.image.heads = {{"basic", static_cast<std::int64_t>(core::kBasicCount)}};
  io::HeadManifest basic;
  basic.name = "basic";
  basic.labels.assign(core::basic_names().begin(), core::basic_names().end());
  basic.taxonomy = "basic7";
  manifest.heads = {basic};
  manifest.image_preprocess.height = manifest.image_preprocess.width = 16;
  manifest.image_preprocess.margin = 1.2;
  manifest.image_preprocess.flip_average = true;
  return manifest;
}

void write_tiny_face_bundle(const std::string& directory, std::uint32_t seed) {
  std::mt19937 random(seed);
  write(directory, tiny_face_manifest(), [&](const core::TensorSpec&, std::size_t) {
    return static_cast<float>(random() >> 8U) / static_cast<float>(1U << 24U) - 0.5F;
  });
}

void write_tiny_detector(const std::string& directory, bool sees_faces) {
  io::Manifest manifest;
  manifest.name = "tiny-detector";
  manifest.version = "0.0.1";
  manifest.task = io::Task::kDetector;
  manifest.image.name = "ultraface_rfb";
  manifest.image.channels = 3;
  manifest.image.height = 240;
  manifest.image.width = 320;
  auto& preprocess = manifest.image_preprocess;
  preprocess.channels = 3;
  preprocess.height = 240;
  preprocess.width = 320;
  preprocess.normalization = io::ImageNormalization::kFixed;
  preprocess.mean = {127, 127, 127};
  preprocess.deviation = {128, 128, 128};
  // All weights 0: the maps are the biases of their last layers.
  write(directory, manifest, [&](const core::TensorSpec& spec, std::size_t index) {
    if (!spec.name.starts_with("classification_headers.") || !spec.name.ends_with(".bias")) return 0.0F;
    const bool last = spec.name == "classification_headers.3.bias" || spec.name.ends_with(".2.bias");
    if (!last) return 0.0F;
    const bool face_logit = index % 2 == 1;
    const bool seen = sees_faces && spec.name.starts_with("classification_headers.2.");
    return face_logit == seen ? 3.0F : -3.0F;
  });
}

void write_tiny_verifier(const std::string& directory, bool face_first) {
  io::Manifest manifest = tiny_face_manifest();
  manifest.name = "tiny-verifier";
  manifest.image.heads = {{"faceness", 2}};
  io::HeadManifest head;
  head.name = "faceness";
  head.labels =
      face_first ? std::vector<std::string>{"face", "not_face"} : std::vector<std::string>{"not_face", "face"};
  head.taxonomy = "custom";
  manifest.heads = {head};
  auto& preprocess = manifest.image_preprocess;
  preprocess.normalization = io::ImageNormalization::kFixed;
  preprocess.mean = {127};
  preprocess.deviation = {128};
  // Channel 0 goes through every layer as it is, so the pooled feature 0 is the mean of what lies above middle grey.
  write(directory, manifest, [&](const core::TensorSpec& spec, std::size_t index) {
    if (spec.name == "heads.faceness.weight") return index == (face_first ? 0U : 8U) ? 40.0F : 0.0F;
    if (spec.name == "heads.faceness.bias") return index == (face_first ? 0U : 1U) ? -4.0F : 0.0F;
    if (spec.shape.size() != 4) return 0.0F;
    constexpr std::size_t kCentre = 4;  // of 3 x 3
    return index == kCentre * static_cast<std::size_t>(spec.shape[3]) ? 1.0F : 0.0F;
  });
}

void write_tiny_tilt(const std::string& directory, double degrees) {
  io::Manifest manifest = tiny_face_manifest();
  manifest.name = "tiny-tilt";
  manifest.image.heads = {{"tilt", 3}};
  io::HeadManifest head;
  head.name = "tilt";
  head.labels = {"-60", "0", "60"};
  head.taxonomy = "custom";
  manifest.heads = {head};
  manifest.image_preprocess.flip_average = false;
  manifest.image_preprocess.margin = 0.6;
  const double side = std::abs(degrees) / 60;
  write(directory, manifest, [&](const core::TensorSpec& spec, std::size_t index) {
    if (spec.name != "heads.tilt.bias") return 0.0F;
    const double share = index == 1 ? 1 - side : (index == 2) == (degrees > 0) ? side : 0;
    return static_cast<float>(std::log(std::max(share, 1e-9)));
  });
}

vision::Image noise(int width, int height, int channels, std::uint32_t seed) {
  vision::Image image(width, height, channels);
  std::mt19937 random(seed);
  for (auto& pixel : image.pixels) pixel = static_cast<std::uint8_t>(random() >> 24U);
  return image;
}

}  // namespace emo::test
