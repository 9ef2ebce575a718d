#include "train/face_targets.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

RawFaces voted_set() {
  RawFaces set;
  set.vote_labels = {"neutral", "happiness", "anger", "contempt", "NF"};
  return set;
}

RawFace voted(std::vector<float> votes, std::int32_t majority) {
  RawFace face;
  face.votes = std::move(votes);
  face.majority = majority;
  face.label = "sad";
  face.has_original = true;
  return face;
}

HeadPlan head_of(const std::string& name, std::vector<std::string> labels) {
  HeadPlan head;
  head.name = name;
  head.labels = std::move(labels);
  return head;
}

TEST(FaceTargetsTest, VotesBecomeSharesOfTheHeadsClasses) {
  FaceTrainConfig config;
  const auto set = voted_set();
  const auto label =
      face_label(config, head_of("expression", {"happiness", "neutral"}), set, voted({1, 3, 4, 2, 0}, 2));
  EXPECT_EQ(label.target, (std::vector<float>{0.75F, 0.25F}));
  EXPECT_EQ(label.gold, -1) << "anger is no class of this head";
  const auto right = face_label(config, head_of("expression", {"anger", "neutral"}), set, voted({1, 3, 4, 2, 0}, 2));
  EXPECT_EQ(right.gold, 0);
}

TEST(FaceTargetsTest, WhatHalfCallNoFaceTeachesNothing) {
  const auto label = face_label(FaceTrainConfig(), head_of("expression", {"happiness", "neutral"}), voted_set(),
                                voted({5, 0, 0, 0, 5}, -1));
  EXPECT_TRUE(label.target.empty());
}

TEST(FaceTargetsTest, MajorityIsOneClassOrNothing) {
  FaceTrainConfig config;
  config.votes = VoteTarget::kMajority;
  const auto head = head_of("expression", {"happiness", "neutral"});
  EXPECT_EQ(face_label(config, head, voted_set(), voted({1, 6, 0, 0, 0}, 1)).target, (std::vector<float>{1, 0}));
  EXPECT_TRUE(face_label(config, head, voted_set(), voted({3, 3, 0, 0, 0}, -1)).target.empty());
}

TEST(FaceTargetsTest, TheOriginalLabelIsForTheHeadOfThatNameOnly) {
  const auto set = voted_set();
  const auto face = voted({1, 6, 0, 0, 0}, 1);
  EXPECT_EQ(face_label(FaceTrainConfig(), head_of(kOriginalHead, {"happiness", "sadness"}), set, face).gold, 1);
  EXPECT_EQ(face_label(FaceTrainConfig(), head_of("expression", {"happiness", "sadness"}), set, face).gold, 0);
}

}  // namespace
}  // namespace emo::train
