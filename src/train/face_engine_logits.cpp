// The trainer's use of the inference engine on faces: stored pixels in, logits out.
#include "train/face_engine_logits.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "core/parallel.hpp"
#include "models/image_input.hpp"
#include "models/image_model.hpp"
#include "train/face_sources.hpp"
#include "train/head_columns.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kAtOnce = 64;

/// The stored pixels of one face as the model reads them.
class StoredFaces {
 public:
  StoredFaces(const FaceImages& images, const io::ImagePreprocess& plan)
      : images_(images),
        size_{plan.height, plan.width, plan.channels},
        as_stored_(images.height == plan.height && images.width == plan.width && images.channels == plan.channels) {}

  /// Valid until the next call with the same `buffer`.
  [[nodiscard]] std::span<const std::uint8_t> pixels(std::size_t index, vision::Image& buffer) const {
    const auto stored = images_.image(index);
    if (as_stored_) return stored;
    vision::Image image;
    image.width = static_cast<int>(images_.width);
    image.height = static_cast<int>(images_.height);
    image.channels = static_cast<int>(images_.channels);
    image.pixels.assign(stored.begin(), stored.end());
    buffer = at_size(std::move(image), size_);
    return buffer.pixels;
  }

 private:
  const FaceImages& images_;
  FaceSize size_;
  bool as_stored_;
};

// Row-major [faces, sum of K] of all heads.
Result<std::vector<float>> run_all(const io::Manifest& manifest, const models::ImageModel& model,
                                   const FaceImages& images, const std::vector<FaceExample>& examples,
                                   std::size_t threads, FaceView view) {
  const auto& plan = manifest.image_preprocess;
  const std::size_t size = models::image_input_size(plan), width = model.outputs();
  const StoredFaces faces(images, plan);
  const core::ThreadPool pool(threads);
  std::vector<models::ImageWorkspace> workspaces(pool.threads());
  const std::size_t batches = (examples.size() + kAtOnce - 1) / kAtOnce;
  std::vector<std::optional<Error>> failures(batches);
  std::vector<float> all(examples.size() * width);
  pool.run(batches, [&](std::size_t index, std::size_t worker) {
    const std::size_t begin = index * kAtOnce, end = std::min(examples.size(), begin + kAtOnce);
    std::vector<float> input(size * (end - begin)), as_it_is(size);
    vision::Image buffer;
    for (std::size_t i = begin; i < end; ++i) {
      const auto out = std::span(input).subspan((i - begin) * size, size);
      models::normalize_image(plan, faces.pixels(examples[i].image, buffer), as_it_is);
      if (view == FaceView::kMirrored) {
        models::mirror_image(as_it_is, static_cast<std::size_t>(plan.height), static_cast<std::size_t>(plan.width),
                             static_cast<std::size_t>(plan.channels), out);
      } else {
        std::copy(as_it_is.begin(), as_it_is.end(), out.begin());
      }
    }
    const auto logits =
        model.run({input, end - begin, static_cast<std::size_t>(plan.height), static_cast<std::size_t>(plan.width)},
                  workspaces[worker]);
    if (!logits) {
      failures[index] = logits.error();
    } else {
      std::copy(logits->begin(), logits->end(), all.begin() + static_cast<std::ptrdiff_t>(begin * width));
    }
  });
  for (const auto& failure : failures) {
    if (failure) return *failure;
  }
  return all;
}

}  // namespace

Result<std::vector<std::vector<float>>> face_engine_logits(const io::Bundle& bundle, const FaceImages& images,
                                                           const std::vector<FaceExample>& examples, int threads,
                                                           FaceView view) {
  EMO_ASSIGN(const auto model, models::ImageModel::load(bundle));
  EMO_ASSIGN(const auto all,
             run_all(bundle.manifest, model, images, examples, static_cast<std::size_t>(std::max(threads, 1)), view));
  return split_heads(bundle.manifest.heads, all, examples.size());
}

}  // namespace emo::train
