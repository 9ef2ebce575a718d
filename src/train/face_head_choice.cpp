// Lets a start's heads read training faces and counts who is right. Moving the rows is head_carry_over's business.
#include "train/face_head_choice.hpp"

#include <algorithm>
#include <utility>

#include "core/largest.hpp"
#include "io/bundle.hpp"
#include "train/face_engine_logits.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kMostFaces = 1000;

bool knows_every_class(const HeadSource& source) {
  return std::all_of(source.rows.begin(), source.rows.end(), [](const auto& row) { return row.has_value(); });
}

// Faces whose class of head `head` the start's head puts first, of all that have one. It knows every class.
std::size_t right_of(const std::vector<FaceExample>& faces, std::size_t head, const HeadSource& source,
                     const std::vector<float>& logits) {
  const std::size_t width = logits.size() / faces.size();
  std::size_t right = 0;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const auto gold = faces[i].labels[head].gold;
    if (gold < 0) continue;
    const float* of_face = logits.data() + i * width;
    const auto best = std::max_element(source.rows.begin(), source.rows.end(),
                                       [&](const auto& a, const auto& b) { return of_face[*a] < of_face[*b]; });
    right += best - source.rows.begin() == gold ? 1 : 0;
  }
  return right;
}

std::vector<FaceExample> sample_of(const std::vector<FaceExample>& faces) {
  std::vector<FaceExample> sample;
  const std::size_t step = (faces.size() + kMostFaces - 1) / kMostFaces;
  for (std::size_t i = 0; i < faces.size(); i += step) sample.push_back(faces[i]);
  return sample;
}

}  // namespace

Result<std::vector<std::optional<std::size_t>>> heads_that_read_best(const FaceTrainConfig& config,
                                                                     const FaceDataset& data,
                                                                     std::span<const KnownHead> known, int threads,
                                                                     TrainingObserver& observer) {
  std::vector<std::optional<std::size_t>> chosen(config.heads.size());
  std::vector<FaceExample> faces;
  FaceLogits logits;
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    std::vector<HeadSource> candidates;
    for (std::size_t k = 0; k < known.size(); ++k) {
      auto source = source_from(config.heads[h], known, k);
      if (knows_every_class(source)) candidates.push_back(std::move(source));
    }
    if (candidates.size() < 2) continue;
    if (faces.empty()) {
      faces = sample_of(data.train);
      EMO_ASSIGN(const auto bundle, io::open_bundle(config.init));
      EMO_ASSIGN(logits, face_engine_logits(bundle, data.images, faces, threads, FaceViews::kAsItIs));
    }
    std::vector<std::size_t> right(known.size(), 0);
    for (const auto& source : candidates) right[source.head] = right_of(faces, h, source, logits.plain[source.head]);
    const std::size_t named = source_of(config.heads[h], known)->head;
    const std::size_t best = core::index_of_largest(right);
    if (right[best] == right[named]) continue;
    chosen[h] = best;
    observer.on_message("head '" + known[best].name + "' of the start is right about " + std::to_string(right[best]) +
                        " of " + std::to_string(faces.size()) + " training images, '" + known[named].name + "' about " +
                        std::to_string(right[named]));
  }
  return chosen;
}

}  // namespace emo::train
