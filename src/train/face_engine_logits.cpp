// The trainer's use of the inference engine on faces: stored pixels in, logits out, as served and mirrored. No
// detector, no crops: the faces of a data set are cut already.
#include "train/face_engine_logits.hpp"

#include <algorithm>
#include <span>

#include "core/parallel.hpp"
#include "models/image_input.hpp"
#include "models/image_model.hpp"
#include "train/face_sources.hpp"
#include "train/head_columns.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kAtOnce = 64;

// Row-major [faces, sum of K] of all heads, for each view.
struct AllLogits {
  std::vector<float> plain, mirrored;
};

Result<AllLogits> run_all(const io::ImagePreprocess& plan, const models::ImageModel& model, const FaceImages& images,
                          const std::vector<FaceExample>& examples, std::size_t threads, FaceViews views,
                          const RowsDone& told) {
  const FaceSize shown{plan.height, plan.width, plan.channels};
  const auto height = static_cast<std::size_t>(plan.height), width = static_cast<std::size_t>(plan.width);
  const std::size_t size = models::image_input_size(plan), outputs = model.outputs();
  const core::ThreadPool pool(threads);
  std::vector<models::ImageWorkspace> workspaces(pool.threads());
  AllLogits all;
  all.plain.resize(examples.size() * outputs);
  if (views == FaceViews::kBoth) all.mirrored.resize(all.plain.size());
  const auto run = [&](std::size_t begin, std::size_t count, std::size_t worker) -> Result<void> {
    std::vector<float> input(size * count);
    const auto face = [&](std::size_t i) { return std::span(input).subspan(i * size, size); };
    const auto answer = [&](std::vector<float>& out) -> Result<void> {
      EMO_ASSIGN(const auto logits, model.run({input, count, height, width}, workspaces[worker]));
      std::copy(logits.begin(), logits.end(), out.begin() + static_cast<std::ptrdiff_t>(begin * outputs));
      return {};
    };
    for (std::size_t i = 0; i < count; ++i) {
      const auto picture = at_size(image_of(images, examples[begin + i].image), shown);
      models::normalize_image(plan, picture.pixels, face(i));
    }
    EMO_TRY(answer(all.plain));
    if (views != FaceViews::kBoth) return {};
    std::vector<float> as_it_is(size);
    for (std::size_t i = 0; i < count; ++i) {
      std::copy(face(i).begin(), face(i).end(), as_it_is.begin());
      models::mirror_image(as_it_is, height, width, static_cast<std::size_t>(plan.channels), face(i));
    }
    return answer(all.mirrored);
  };
  EMO_TRY(run_batches(pool, examples.size(), kAtOnce, told, run));
  return all;
}

}  // namespace

Result<FaceLogits> face_engine_logits(const io::Bundle& bundle, const FaceImages& images,
                                      const std::vector<FaceExample>& examples, int threads, FaceViews views,
                                      const RowsDone& told) {
  const auto& manifest = bundle.manifest;
  EMO_ASSIGN(const auto model, models::ImageModel::load(bundle));
  EMO_ASSIGN(const auto all, run_all(manifest.image_preprocess, model, images, examples,
                                     static_cast<std::size_t>(std::max(threads, 1)), views, told));
  FaceLogits logits;
  logits.plain = split_heads(manifest.heads, all.plain, examples.size());
  if (views == FaceViews::kBoth) logits.mirrored = split_heads(manifest.heads, all.mirrored, examples.size());
  return logits;
}

}  // namespace emo::train
