// Lets a start's heads read training faces and counts who is right. Moving the rows is head_carry_over's business.
#include "train/face_head_choice.hpp"

#include <algorithm>

#include "io/bundle.hpp"
#include "train/face_engine_logits.hpp"
#include "train/face_start.hpp"
#include "train/head_carry_over.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kMostFaces = 1000;

// Per class of the plan its row of the head; empty: one of them is not known.
std::vector<std::size_t> rows_of(const HeadPlan& plan, const KnownHead& known) {
  std::vector<std::size_t> rows;
  for (const auto& label : plan.labels) {
    const auto row = class_of(known.labels, label);
    if (!row) return {};
    rows.push_back(*row);
  }
  return rows;
}

// Faces whose class the head puts first among `rows`, of all that have one.
std::size_t right_of(const std::vector<FaceExample>& faces, std::size_t head, const std::vector<std::size_t>& rows,
                     const std::vector<float>& logits) {
  const std::size_t width = logits.size() / faces.size();
  std::size_t right = 0;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const auto gold = faces[i].labels[head].gold;
    if (gold < 0) continue;
    const float* of_face = logits.data() + i * width;
    const auto best = std::max_element(rows.begin(), rows.end(),
                                       [&](std::size_t a, std::size_t b) { return of_face[a] < of_face[b]; });
    right += best - rows.begin() == gold ? 1 : 0;
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
                                                                     const FaceDataset& data, int threads,
                                                                     TrainingObserver& observer) {
  EMO_ASSIGN(const auto bundle, io::open_bundle(config.init));
  const auto known = known_heads(bundle.manifest);
  std::vector<std::optional<std::size_t>> chosen(config.heads.size());
  const auto faces = sample_of(data.train);
  FaceLogits logits;
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    std::vector<std::vector<std::size_t>> rows;
    for (const auto& head : known) rows.push_back(rows_of(config.heads[h], head));
    if (std::count_if(rows.begin(), rows.end(), [](const auto& r) { return !r.empty(); }) < 2) continue;
    if (logits.plain.empty()) {
      EMO_ASSIGN(logits, face_engine_logits(bundle, data.images, faces, threads, FaceViews::kAsItIs));
    }
    std::vector<std::size_t> right(known.size(), 0);
    for (std::size_t k = 0; k < known.size(); ++k) {
      if (!rows[k].empty()) right[k] = right_of(faces, h, rows[k], logits.plain[k]);
    }
    const std::size_t named = source_of(config.heads[h], known)->head;
    const auto best = static_cast<std::size_t>(std::max_element(right.begin(), right.end()) - right.begin());
    if (right[best] == right[named]) continue;
    chosen[h] = best;
    observer.on_message("head '" + known[best].name + "' of the start is right about " + std::to_string(right[best]) +
                        " of " + std::to_string(faces.size()) + " training images, '" + known[named].name + "' about " +
                        std::to_string(right[named]));
  }
  return chosen;
}

}  // namespace emo::train
