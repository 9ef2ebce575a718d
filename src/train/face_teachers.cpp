// Teachers are bundles run by the inference engine. How their answers are learnt is the task's business.
#include "train/face_teachers.hpp"

#include <algorithm>

#include "train/face_calibration.hpp"
#include "train/face_engine_logits.hpp"
#include "train/head_carry_over.hpp"

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

}  // namespace

std::optional<std::vector<std::size_t>> teacher_columns(const std::vector<std::string>& ours,
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

Error no_common_head(const std::string& path) {
  return Error{ErrorCode::kInvalidData, "teacher " + path + " has no head of the same name and classes"};
}

Result<void> add_face_teachers(const FaceTrainConfig& config, int threads, FaceDataset& data,
                               TrainingObserver& observer) {
  if (config.teachers.empty()) return {};
  for (auto& face : data.train) face.teacher.assign(config.heads.size(), {});
  for (const auto& path : config.teachers) {
    EMO_ASSIGN(const auto bundle, io::open_bundle(path));
    EMO_ASSIGN(const auto logits, face_engine_logits(bundle, data.images, data.train, threads, FaceViews::kBoth,
                                                     teacher_progress(observer, bundle.manifest, data.train.size())));
    if (observer.interrupted()) return {};  // the loop ends after its first step
    bool useful = false;
    for (std::size_t h = 0; h < config.heads.size(); ++h) {
      for (std::size_t t = 0; t < bundle.manifest.heads.size(); ++t) {
        const auto& teacher = bundle.manifest.heads[t];
        if (teacher.name != config.heads[h].name) continue;
        const auto columns = teacher_columns(config.heads[h].labels, teacher.labels);
        if (!columns) continue;
        for (const auto* view : {&logits.plain[t], &logits.mirrored[t]}) {
          add_answers(calibrated_probabilities(*view, columns->size(), {}), *columns, h, data.train);
        }
        useful = true;
      }
    }
    if (!useful) return no_common_head(path);
    data.teachers.push_back(io::lineage(bundle.manifest));
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
