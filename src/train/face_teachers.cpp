// What teachers say of the stored faces, once, before training. Teachers are bundles run by the inference engine; those
// that look at every random view are face_teacher_networks.cpp's. How answers are learnt is the task's.
#include "train/face_teachers.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "train/face_calibration.hpp"
#include "train/face_engine_logits.hpp"
#include "train/face_start.hpp"
#include "train/teacher_heads.hpp"
#include "train/teacher_progress.hpp"

namespace emo::train {
namespace {

void add_answers(const std::vector<float>& probabilities, const std::vector<std::size_t>& columns, std::size_t head,
                 std::vector<FaceExample>& faces) {
  const std::size_t k = columns.size();
  for (std::size_t i = 0; i < faces.size(); ++i) {
    auto& answer = faces[i].teacher[head];
    answer.resize(k, 0.0F);
    for (std::size_t c = 0; c < k; ++c) answer[c] += probabilities[i * k + columns[c]];
  }
}

// The class of `theirs` that each of `ours` means; nothing if the two lists do not have the same classes.
std::optional<std::vector<std::size_t>> columns_of(const std::vector<std::string>& ours,
                                                   const std::vector<std::string>& theirs) {
  if (ours.size() != theirs.size()) return std::nullopt;
  std::vector<std::size_t> columns;
  for (const auto& label : ours) {
    const auto column = class_of(theirs, label);
    if (!column || std::find(columns.begin(), columns.end(), *column) != columns.end()) return std::nullopt;
    columns.push_back(*column);
  }
  return columns;
}

}  // namespace

Result<std::vector<SharedHead>> shared_heads(const std::vector<HeadPlan>& ours, const std::vector<KnownHead>& theirs,
                                             const std::string& path) {
  std::vector<SharedHead> common;
  for (std::size_t h = 0; h < ours.size(); ++h) {
    for (std::size_t t = 0; t < theirs.size(); ++t) {
      if (theirs[t].name != ours[h].name) continue;
      auto columns = columns_of(ours[h].labels, theirs[t].labels);
      if (columns) common.push_back({h, t, std::move(*columns)});
    }
  }
  if (!common.empty()) return common;
  return no_common_head(path, "name and classes", theirs, ours);
}

Result<std::vector<std::string>> face_teacher_names(const FaceTrainConfig& config) {
  std::vector<std::string> names;
  for (const auto& path : config.teachers) {
    EMO_ASSIGN(const auto bundle, io::open_bundle(path, io::HashCheck::kSkip));
    EMO_TRY(shared_heads(config.heads, known_heads(bundle.manifest), path));
    names.push_back(io::lineage(bundle.manifest));
  }
  return names;
}

Result<void> add_face_teachers(const FaceTrainConfig& config, int threads, FaceDataset& data,
                               TrainingObserver& observer) {
  if (config.teachers.empty()) return {};
  for (auto& face : data.train) face.teacher.assign(config.heads.size(), {});
  for (const auto& path : config.teachers) {
    EMO_ASSIGN(const auto bundle, io::open_bundle(path));
    EMO_ASSIGN(const auto common, shared_heads(config.heads, known_heads(bundle.manifest), path));
    EMO_ASSIGN(const auto logits, face_engine_logits(bundle, data.images, data.train, threads, FaceViews::kBoth,
                                                     teacher_progress(observer, bundle.manifest, data.train.size())));
    if (observer.interrupted()) return {};  // the loop ends after its first step
    for (const auto& head : common) {
      for (const auto* view : {&logits.plain[head.theirs], &logits.mirrored[head.theirs]}) {
        add_answers(calibrated_probabilities(*view, head.columns.size(), {}), head.columns, head.ours, data.train);
      }
    }
    observer.on_message("teacher " + bundle.manifest.name + " " + bundle.manifest.version + " asked about " +
                        std::to_string(data.train.size()) + " faces");
  }
  for (auto& face : data.train) {
    for (auto& answer : face.teacher) {
      float sum = 0;
      for (const float p : answer) sum += p;
      for (float& p : answer) p /= sum;
    }
  }
  return {};
}

}  // namespace emo::train
