// The public face of an image model: loads a network and its heads from a bundle, checks inputs, runs chunk by chunk.
// What happens inside the network is image_runner.cpp's; probabilities and boxes belong to the layers above.
#include "models/image_model.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>
#include <utility>

#include "models/image_runner.hpp"
#include "models/image_workspace.hpp"
#include "nn/cpu.hpp"

namespace emo::models {

ImageWorkspace::ImageWorkspace() : impl_(std::make_unique<Impl>()) {}
ImageWorkspace::~ImageWorkspace() = default;
ImageWorkspace::ImageWorkspace(ImageWorkspace&&) noexcept = default;
ImageWorkspace& ImageWorkspace::operator=(ImageWorkspace&&) noexcept = default;

struct ImageModel::Impl {
  ImageRunner runner;
  std::vector<nn::LinearF32> heads;
  std::size_t outputs = 0;  ///< sum of K

  [[nodiscard]] Result<void> check(const ImageBatch& batch) const;
  template <class Visit>
  Result<void> for_each_chunk(const ImageBatch& batch, ImageWorkspace& workspace, Visit visit) const;
  void run_heads(ImageWorkspace::Impl& w, float* logits) const;
};

Result<void> ImageModel::Impl::check(const ImageBatch& batch) const {
  const auto channels = static_cast<std::size_t>(runner.network().channels);
  constexpr std::size_t kMaxSide = 1 << 14;
  const bool sane = batch.height >= 1 && batch.width >= 1 && batch.height <= kMaxSide && batch.width <= kMaxSide;
  const std::size_t image = sane ? batch.height * batch.width * channels : 0;
  if (!sane || batch.count > std::numeric_limits<std::size_t>::max() / image ||
      batch.pixels.size() != batch.count * image) {
    return Error{ErrorCode::kInvalidInput, std::to_string(batch.pixels.size()) + " numbers given for " +
                                               std::to_string(batch.count) + " images of " +
                                               std::to_string(batch.height) + "x" + std::to_string(batch.width) + "x" +
                                               std::to_string(channels)};
  }
  // All exponent bits set: infinite or no number. As whole numbers, so that the loop is one pass of vectors.
  constexpr std::uint32_t kExponent = 0x7f800000U;
  const auto strange = [](float x) { return (std::bit_cast<std::uint32_t>(x) & kExponent) == kExponent; };
  std::uint32_t found = 0;
  for (const float x : batch.pixels) found |= static_cast<std::uint32_t>(strange(x));
  if (found == 0) return {};
  const auto first = std::find_if(batch.pixels.begin(), batch.pixels.end(), strange) - batch.pixels.begin();
  return Error{ErrorCode::kInvalidInput, "image " + std::to_string(static_cast<std::size_t>(first) / image) +
                                             " holds a pixel that is not a finite number"};
}

// Visits (first image, number of images) with the chunk's outputs in the workspace.
template <class Visit>
Result<void> ImageModel::Impl::for_each_chunk(const ImageBatch& batch, ImageWorkspace& workspace, Visit visit) const {
  EMO_TRY(check(batch));
  ImageWorkspace::Impl& w = workspace.impl();
  if (auto prepared = runner.prepare(batch.height, batch.width, w); !prepared) {
    const auto code = prepared.error().code;
    // The network was sound at its own size, so it is the image that does not fit.
    return Error{code == ErrorCode::kInvalidModel ? ErrorCode::kInvalidInput : code, prepared.error().message};
  }
  const std::size_t step = runner.chunk_images(w);
  const std::size_t image = batch.height * batch.width * static_cast<std::size_t>(runner.network().channels);
  for (std::size_t first = 0; first < batch.count; first += step) {
    const std::size_t images = std::min(step, batch.count - first);
    runner.run({batch.pixels.data() + first * image, images}, w);
    visit(first, images, w);
  }
  return {};
}

void ImageModel::Impl::run_heads(ImageWorkspace::Impl& w, float* logits) const {
  const nn::Map pooled = w.map(runner.network().outputs[0]);
  std::size_t column = 0;
  for (const nn::LinearF32& head : heads) {
    const std::size_t ld = nn::round_up(head.outputs(), nn::kPanel);
    w.head.grow(pooled.images * ld);
    head.run(runner.kernels(), pooled.data, pooled.image, pooled.images, nn::Epilogue::kNone, w.head.data(), ld);
    for (std::size_t b = 0; b < pooled.images; ++b) {
      std::copy_n(w.head.data() + b * ld, head.outputs(), logits + b * outputs + column);
    }
    column += head.outputs();
  }
}

ImageModel::ImageModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ImageModel::ImageModel(ImageModel&&) noexcept = default;
ImageModel& ImageModel::operator=(ImageModel&&) noexcept = default;
ImageModel::~ImageModel() = default;

Result<ImageModel> ImageModel::load(const io::Bundle& bundle) {
  if (bundle.manifest.task == io::Task::kText) {
    return Error{ErrorCode::kUnsupported, "bundle '" + bundle.directory + "' is not an image model"};
  }
  auto impl = std::make_unique<Impl>();
  EMO_ASSIGN(auto network, core::build_network(bundle.manifest.image));
  const WeightReader reader(bundle.weights, bundle.manifest.quantization);
  EMO_ASSIGN(impl->runner, ImageRunner::load(std::move(network), reader, nn::best_isa()));
  const core::ImageNetwork& built = impl->runner.network();
  for (const core::ImageHeadConfig& head : built.heads) {
    const std::int64_t features = built.layers[static_cast<std::size_t>(built.outputs[0])].channels;
    EMO_ASSIGN(auto linear, reader.linear_f32("heads." + head.name, head.classes, features));
    impl->outputs += linear.outputs();
    impl->heads.push_back(std::move(linear));
  }
  return ImageModel(std::move(impl));
}

const core::ImageNetwork& ImageModel::network() const {
  return impl_->runner.network();
}

std::size_t ImageModel::outputs() const {
  return impl_->outputs;
}

Result<std::vector<float>> ImageModel::run(const ImageBatch& batch, ImageWorkspace& workspace) const {
  std::vector<float> logits(batch.count * impl_->outputs);
  EMO_TRY(impl_->for_each_chunk(batch, workspace, [&](std::size_t first, std::size_t, ImageWorkspace::Impl& w) {
    impl_->run_heads(w, logits.data() + first * impl_->outputs);
  }));
  return logits;
}

Result<std::vector<float>> ImageModel::embed(const ImageBatch& batch, ImageWorkspace& workspace) const {
  EMO_ASSIGN(auto outputs, maps(batch, workspace));
  return outputs.empty() ? std::vector<float>() : std::move(outputs.front().values);
}

Result<std::vector<OutputMap>> ImageModel::maps(const ImageBatch& batch, ImageWorkspace& workspace) const {
  std::vector<OutputMap> outputs(network().outputs.size());
  EMO_TRY(impl_->for_each_chunk(batch, workspace, [&](std::size_t first, std::size_t images, ImageWorkspace::Impl& w) {
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      const nn::Map map = w.map(network().outputs[i]);
      OutputMap& out = outputs[i];
      out.height = map.height;
      out.width = map.width;
      out.channels = map.channels;
      out.values.resize(batch.count * map.height * map.width * map.channels);
      float* to = out.values.data() + first * map.height * map.width * map.channels;
      for (std::size_t b = 0; b < images; ++b) {
        for (std::size_t y = 0; y < map.height; ++y) {
          const float* row = map.data + b * map.image + y * map.row;
          for (std::size_t x = 0; x < map.width; ++x) to = std::copy_n(row + x * map.ld, map.channels, to);
        }
      }
    }
  }));
  return outputs;
}

}  // namespace emo::models
