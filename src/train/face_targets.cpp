// Labels and votes to targets of a head. Synonyms are core/labels' business; mixing the targets of two faces is
// face_batches.cpp's, smoothing them losses.cpp's.
#include "train/face_targets.hpp"

#include <algorithm>

#include "train/head_carry_over.hpp"

namespace emo::train {
namespace {

constexpr const char* kNoFace = "NF";

FaceLabel single_label(const HeadPlan& head, std::size_t index) {
  FaceLabel out;
  out.target.assign(head.labels.size(), 0.0F);
  out.target[index] = 1.0F;
  out.gold = static_cast<std::int32_t>(index);
  return out;
}

bool called_no_face(const RawFaces& set, const RawFace& face) {
  float total = 0, none = 0;
  for (std::size_t i = 0; i < face.votes.size(); ++i) {
    total += face.votes[i];
    if (set.vote_labels[i] == kNoFace) none += face.votes[i];
  }
  return 2 * none >= total;
}

FaceLabel vote_label(const FaceTrainConfig& config, const HeadPlan& head, const RawFaces& set, const RawFace& face) {
  FaceLabel out;
  if (called_no_face(set, face)) return out;
  if (face.majority >= 0) {
    const auto index = class_of(head.labels, set.vote_labels[static_cast<std::size_t>(face.majority)]);
    if (index) out.gold = static_cast<std::int32_t>(*index);
  }
  if (config.votes == VoteTarget::kMajority) {
    return out.gold < 0 ? out : single_label(head, static_cast<std::size_t>(out.gold));
  }
  std::vector<float> target(head.labels.size(), 0.0F);
  float total = 0;
  for (std::size_t i = 0; i < face.votes.size(); ++i) {
    if (const auto index = class_of(head.labels, set.vote_labels[i])) {
      target[*index] += face.votes[i];
      total += face.votes[i];
    }
  }
  if (total <= 0) return out;
  for (float& share : target) share /= total;
  out.target = std::move(target);
  return out;
}

}  // namespace

std::vector<std::string> expression_labels() {
  return {"surprise", "fear", "disgust", "happiness", "sadness", "anger", "neutral"};
}

FaceLabel face_label(const FaceTrainConfig& config, const HeadPlan& head, const RawFaces& set, const RawFace& face) {
  const bool wants_original = head.name == kOriginalHead && face.has_original;
  if (!face.votes.empty() && !wants_original) return vote_label(config, head, set, face);
  if (face.label.empty() || (face.has_original && !wants_original)) return {};
  const auto index = class_of(head.labels, face.label);
  return index ? single_label(head, *index) : FaceLabel();
}

}  // namespace emo::train
