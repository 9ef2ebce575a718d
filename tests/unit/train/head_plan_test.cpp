#include "train/head_plan.hpp"

#include <gtest/gtest.h>

#include <string>

namespace emo::train {
namespace {

TEST(HeadPlanTest, DefaultsAreAccepted) {
  HeadPlan head;
  head.name = "h";
  EXPECT_TRUE(check_head(head));
}

TEST(HeadPlanTest, ALossMustFitTheActivation) {
  HeadPlan head;
  head.loss = Loss::kBinary;
  const auto refused = check_head(head);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("does not fit a softmax head"), std::string::npos);
  head.activation = core::HeadActivation::kSigmoid;
  EXPECT_TRUE(check_head(head));
  head.label_smoothing = 1.0;
  EXPECT_FALSE(check_head(head));
}

std::string refusal(const HeadPlan& head) {
  const auto checked = check_head(head);
  return checked ? "" : checked.error().message;
}

TEST(HeadPlanTest, AKeyWithoutEffectIsRefusedWithWhatItBelongsTo) {
  HeadPlan head;
  head.name = "h";
  head.gamma_positive = 3;
  EXPECT_NE(refusal(head).find("head 'h': gamma_positive 3 has no effect with loss cross_entropy, it belongs to loss "
                               "asymmetric"),
            std::string::npos)
      << refusal(head);
  head.loss = Loss::kFocal;
  EXPECT_NE(refusal(head).find("the exponent of focal is gamma_negative"), std::string::npos) << refusal(head);
  head.gamma_positive = 0;
  head.gamma_negative = 3;
  EXPECT_EQ(refusal(head), "");
  head.clip = 0.1;
  EXPECT_NE(refusal(head).find("clip 0.1 has no effect with loss focal"), std::string::npos) << refusal(head);

  head = HeadPlan();
  head.gamma_negative = 1;
  EXPECT_NE(refusal(head).find("belongs to the losses focal and asymmetric"), std::string::npos) << refusal(head);
  head.activation = core::HeadActivation::kSigmoid;
  head.loss = Loss::kBinary;
  EXPECT_NE(refusal(head).find("gamma_negative 1 has no effect with loss binary"), std::string::npos) << refusal(head);
  head.loss = Loss::kAsymmetric;
  head.gamma_positive = 1;
  head.clip = 0.05;
  EXPECT_EQ(refusal(head), "");
  head.logit_adjustment = 1;
  EXPECT_NE(refusal(head).find("logit_adjustment 1 has no effect with a sigmoid head, it belongs to softmax heads"),
            std::string::npos)
      << refusal(head);
}

TEST(HeadPlanTest, ATaxonomyHasItsOwnLabels) {
  EXPECT_EQ(taxonomy_labels("basic7").size(), 7U);
  EXPECT_TRUE(taxonomy_labels("custom").empty());
  HeadPlan head;
  head.taxonomy = "polarity3";
  head.labels = taxonomy_labels("polarity3");
  EXPECT_EQ(refusal(head), "") << "as args.json has them";
  head.labels = {"good", "bad"};
  EXPECT_NE(refusal(head).find("not those of taxonomy polarity3"), std::string::npos) << refusal(head);
}

TEST(HeadPlanTest, LabelsAreNamesAndEachIsThereOnce) {
  HeadPlan head;
  for (const auto& [labels, why] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"joy", "sadness", "joy"}, "its labels 'joy' and 'joy' are one"},
           {{"joy", "Joy "}, "its labels 'joy' and 'Joy ' are one"},
           {{"joy", " "}, "one of its labels is empty"},
           {{"joy", "sad\x1b[2J"}, "has control characters"}}) {
    head.labels = labels;
    EXPECT_NE(refusal(head).find(why), std::string::npos) << refusal(head);
  }
  head.labels = {"joy", "sadness"};
  EXPECT_EQ(refusal(head), "");
}

}  // namespace
}  // namespace emo::train
