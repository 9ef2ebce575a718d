// Drawing and filling batches: which faces come how often, how two are mixed, and what their targets are. Pixels are
// image_augment's work, and making batches ahead of time face_batch_ahead's.
#include "train/face_batches.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "train/derived_seeds.hpp"
#include "train/image_augment.hpp"

namespace emo::train {
namespace {

constexpr double kMixAlpha = 0.4;  // Beta(a, a) of mixup and cutmix

// Head and class, as an index means another class to another head.
std::pair<std::size_t, std::ptrdiff_t> class_of_row(const FaceExample& example) {
  for (std::size_t h = 0; h < example.labels.size(); ++h) {
    const auto& target = example.labels[h].target;
    if (!target.empty()) return {h, std::max_element(target.begin(), target.end()) - target.begin()};
  }
  return {example.labels.size(), -1};
}

// Gamma(shape) for shape < 1 by Marsaglia and Tsang (2000) with the boost of section 6.
double gamma_variate(double shape, core::Random& random) {
  const double d = shape + 1.0 - 1.0 / 3.0, c = 1.0 / std::sqrt(9.0 * d);
  for (;;) {
    const double x = random.normal(), v = std::pow(1.0 + c * x, 3.0);
    if (v <= 0) continue;
    const double u = random.uniform();
    if (std::log(std::max(u, 1e-300)) < 0.5 * x * x + d - d * v + d * std::log(v)) {
      return d * v * std::pow(std::max(random.uniform(), 1e-300), 1.0 / shape);
    }
  }
}

double beta_variate(double alpha, core::Random& random) {
  const double a = gamma_variate(alpha, random), b = gamma_variate(alpha, random);
  return a + b > 0 ? a / (a + b) : 0.5;
}

// A distribution turned into one of its classes, drawn.
std::vector<float> drawn(const std::vector<float>& target, core::Random& random) {
  double left = random.uniform();
  std::vector<float> out(target.size(), 0.0F);
  std::size_t chosen = target.size() - 1;
  for (std::size_t k = 0; k < target.size(); ++k) {
    left -= static_cast<double>(target[k]);
    if (left < 0) {
      chosen = k;
      break;
    }
  }
  out[chosen] = 1.0F;
  return out;
}

void fill_targets(const FaceTrainConfig& config, const FaceDataset& data, const std::vector<std::size_t>& rows,
                  core::Random& random, FaceBatch& batch) {
  const auto count = static_cast<std::int64_t>(rows.size());
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    const std::size_t k = config.heads[h].labels.size();
    std::vector<float> values(rows.size() * k, 0.0F), taught(rows.size() * k, 0.0F);
    bool any = false;
    for (std::size_t b = 0; b < rows.size(); ++b) {
      const auto& example = data.train[rows[b]];
      const auto place = static_cast<std::ptrdiff_t>(b * k);
      if (!example.labels[h].target.empty()) {
        const auto& target = example.labels[h].target;
        const auto used = config.votes == VoteTarget::kDrawn ? drawn(target, random) : target;
        std::copy(used.begin(), used.end(), values.begin() + place);
      }
      if (h < example.teacher.size() && !example.teacher[h].empty()) {
        std::copy(example.teacher[h].begin(), example.teacher[h].end(), taught.begin() + place);
        any = true;
      }
    }
    batch.targets.push_back(tensor_of(std::span<const float>(values), {count, static_cast<std::int64_t>(k)}));
    batch.teacher.push_back(any ? tensor_of(std::span<const float>(taught), {count, static_cast<std::int64_t>(k)})
                                : at::Tensor());
  }
}

void mix(const FaceTrainConfig& config, double progress, core::Random& random, FaceBatch& batch) {
  const auto& plan = config.augmentation;
  const double draw = random.uniform();
  if (progress >= plan.mix_until || draw >= plan.mixup + plan.cutmix) return;
  batch.mixed = true;
  double share = beta_variate(kMixAlpha, random);  // of the face's own
  std::vector<at::Tensor*> views{&batch.images};
  if (batch.unspoilt.defined()) views.push_back(&batch.unspoilt);
  if (draw < plan.mixup) {
    for (auto* view : views) *view = *view * share + view->flip({0}) * (1.0 - share);
  } else {
    const std::int64_t side = batch.images.size(2);
    const auto cut = static_cast<std::int64_t>(std::sqrt(1.0 - share) * static_cast<double>(side));
    const auto top = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(side - cut + 1)));
    const auto left = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(side - cut + 1)));
    for (auto* view : views) {
      const at::Tensor others = view->flip({0});
      view->narrow(2, top, cut).narrow(3, left, cut).copy_(others.narrow(2, top, cut).narrow(3, left, cut));
    }
    share = 1.0 - static_cast<double>(cut * cut) / static_cast<double>(side * side);
  }
  for (auto* list : {&batch.targets, &batch.teacher}) {
    for (auto& target : *list) {
      if (target.defined()) target = target * share + target.flip({0}) * (1.0 - share);
    }
  }
}

at::Tensor empty_images(const FaceImages& images, std::size_t rows, std::int64_t side) {
  return at::empty({static_cast<std::int64_t>(rows), images.channels, side, side}, at::kFloat);
}

}  // namespace

std::vector<double> expected_copies(const FaceTrainConfig& config, const FaceDataset& data) {
  std::vector<double> weights;
  for (const auto& example : data.train) weights.push_back(config.sources[example.source].repeat);
  if (config.balance <= 0) return weights;
  std::map<std::pair<std::size_t, std::ptrdiff_t>, double> mass;
  const double before = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) mass[class_of_row(data.train[i])] += weights[i];
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] *= std::pow(mass[class_of_row(data.train[i])] / before, -config.balance);
  }
  const double after = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight *= before / after;
  return weights;
}

std::vector<double> class_mass(const FaceDataset& data, const std::vector<double>& copies, std::size_t head,
                               std::size_t classes) {
  std::vector<double> mass(classes, 0.0);
  for (std::size_t i = 0; i < data.train.size(); ++i) {
    const auto& target = data.train[i].labels[head].target;
    for (std::size_t k = 0; k < target.size(); ++k) mass[k] += copies[i] * static_cast<double>(target[k]);
  }
  return mass;
}

std::vector<std::vector<std::size_t>> face_epoch(const FaceTrainConfig& config, const FaceDataset& data,
                                                 std::int64_t epoch) {
  core::Random random(epoch_seed(config.seed, epoch));
  const auto weights = expected_copies(config, data);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    auto copies = static_cast<std::size_t>(weights[i]);
    if (random.uniform() < weights[i] - static_cast<double>(copies)) ++copies;
    rows.insert(rows.end(), copies, i);
  }
  random.shuffle(std::span(rows));
  std::vector<std::vector<std::size_t>> batches;
  const auto size = static_cast<std::size_t>(config.batch);
  for (std::size_t first = 0; first < rows.size(); first += size) {
    const std::size_t last = std::min(rows.size(), first + size);
    if (last - first < 2) break;
    batches.emplace_back(rows.begin() + static_cast<std::ptrdiff_t>(first),
                         rows.begin() + static_cast<std::ptrdiff_t>(last));
  }
  return batches;
}

FaceBatch training_batch(const FaceTrainConfig& config, const FaceDataset& data, const std::vector<std::size_t>& rows,
                         std::int64_t side, double progress, std::uint64_t seed) {
  EMO_ASSERT(static_cast<std::int64_t>(rows.size()) <= kMostSeededRows);
  FaceBatch batch;
  at::Tensor images = empty_images(data.images, rows.size(), side);
  const bool watched = !config.teachers.empty() && config.teacher_view == TeacherView::kRandom;
  if (watched) batch.unspoilt = at::empty_like(images);
  const auto size = static_cast<std::size_t>(data.images.channels * side * side);
  float* const pixels = images.data_ptr<float>();
  float* const before = watched ? batch.unspoilt.data_ptr<float>() : nullptr;
  at::parallel_for(0, static_cast<std::int64_t>(rows.size()), 8, [&](std::int64_t first, std::int64_t last) {
    AugmentScratch scratch;
    for (std::int64_t b = first; b < last; ++b) {
      core::Random random(row_seed(seed, b));
      const std::size_t place = static_cast<std::size_t>(b) * size;
      const std::span<float> view(pixels + place, size);
      const std::span<float> unspoilt = watched ? std::span<float>(before + place, size) : std::span<float>();
      random_view(config.augmentation, data.images, data.train[rows[static_cast<std::size_t>(b)]].image, side, random,
                  scratch, view, unspoilt);
      normalize_per_image(view);
      if (watched) normalize_per_image(unspoilt);
      if (random.uniform() < config.augmentation.erase) erase_rectangle(data.images.channels, side, random, view);
    }
  });
  batch.images = images;
  core::Random random(batch_seed(seed));
  fill_targets(config, data, rows, random, batch);
  mix(config, progress, random, batch);
  batch.images = batch.images.contiguous(at::MemoryFormat::ChannelsLast);
  if (watched) batch.unspoilt = batch.unspoilt.contiguous(at::MemoryFormat::ChannelsLast);
  return batch;
}

std::size_t images_at_once(std::size_t most, std::int64_t side) {
  constexpr std::size_t kFullSide = 96, kLeast = 16;
  const auto pixels = static_cast<std::size_t>(side * side);
  return std::clamp(most * kFullSide * kFullSide / std::max<std::size_t>(1, pixels), std::min(kLeast, most), most);
}

at::Tensor plain_batch(const FaceDataset& data, const std::vector<FaceExample>& examples, std::size_t first,
                       std::size_t count, std::int64_t side, bool mirrored) {
  at::Tensor images = empty_images(data.images, count, side);
  const auto size = static_cast<std::size_t>(data.images.channels * side * side);
  float* const pixels = images.data_ptr<float>();
  at::parallel_for(0, static_cast<std::int64_t>(count), 8, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t b = begin; b < end; ++b) {
      const std::span<float> view(pixels + static_cast<std::size_t>(b) * size, size);
      plain_view(data.images, examples[first + static_cast<std::size_t>(b)].image, side, mirrored, view);
      normalize_per_image(view);
    }
  });
  return images.contiguous(at::MemoryFormat::ChannelsLast);
}

}  // namespace emo::train
