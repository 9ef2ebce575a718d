#include "train/head_carry_over.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

using Labels = std::vector<std::string>;

HeadPlan plan_of(const std::string& name, Labels labels) {
  HeadPlan plan;
  plan.name = name;
  plan.labels = std::move(labels);
  return plan;
}

const std::vector<KnownHead> kKnown{
    {"basic", {"anger", "fear", "joy", "sadness"}, core::HeadActivation::kSoftmax},
    {"emotions", {"anger", "gratitude", "joy", "love", "sadness"}, core::HeadActivation::kSigmoid},
    {"sentiment", {"negative", "positive"}, core::HeadActivation::kSoftmax}};

TEST(ClassOf, SynonymsMeanTheSameClassAndOwnNamesComeFirst) {
  EXPECT_EQ(class_of({"surprise", "happiness"}, "Happy"), 1U);
  EXPECT_EQ(class_of({"joy", "happy"}, "happy"), 1U);
  EXPECT_EQ(class_of({"surprise", "happiness"}, "contempt"), std::nullopt);
  EXPECT_EQ(class_of({"cat", "dog"}, "dog"), 1U);
  EXPECT_EQ(class_of({"cat", "dog"}, "DOG "), 1U) << "case and blanks do not matter";
}

TEST(SourceOf, TheHeadThatKnowsMostClassesByTheirOwnNames) {
  const auto tweets = source_of(plan_of("labels", {"joy", "love", "sadness", "anger"}), kKnown);
  ASSERT_TRUE(tweets);
  EXPECT_EQ(tweets->head, 1U);
  EXPECT_EQ(tweets->rows, (std::vector<std::optional<std::size_t>>{2, 3, 4, 0}));
  const auto reviews = source_of(plan_of("labels", {"positive", "negative", "mixed"}), kKnown);
  ASSERT_TRUE(reviews);
  EXPECT_EQ(reviews->head, 2U);
  EXPECT_EQ(reviews->rows, (std::vector<std::optional<std::size_t>>{1, 0, std::nullopt}));
}

TEST(SourceOf, TheActivationDecidesBetweenEquals) {
  EXPECT_EQ(source_of(plan_of("labels", {"sadness", "joy"}), kKnown)->head, 0U);
  auto multi = plan_of("labels", {"sadness", "joy"});
  multi.activation = core::HeadActivation::kSigmoid;
  EXPECT_EQ(source_of(multi, kKnown)->head, 1U);
}

TEST(SourceOf, TheSameNameComesFirstUnlessItKnowsNothing) {
  EXPECT_EQ(source_of(plan_of("basic", {"gratitude", "love", "fear"}), kKnown)->head, 0U);
  EXPECT_EQ(source_of(plan_of("basic", {"positive", "negative"}), kKnown)->head, 2U);
  EXPECT_FALSE(source_of(plan_of("basic", {"refund", "delivery"}), kKnown));
}

TEST(CarriedRows, AreThoseOfTheClassesAndZeros) {
  const HeadSource source{0, {2, std::nullopt, 0}};
  EXPECT_EQ(carried_rows({1, 2, 3, 4, 5, 6}, source, 2), (std::vector<float>{5, 6, 0, 0, 1, 2}));
}

TEST(CarryOverHeads, PutsTheHeadsOfThePlansInPlaceOfTheKnownOnes) {
  const std::vector<KnownHead> known{{"old", {"joy", "fear"}, core::HeadActivation::kSoftmax}};
  std::map<std::string, std::vector<float>> weights{
      {"heads.old.out.weight", {1, 2, 3, 4}}, {"heads.old.out.bias", {5, 6}}, {"layer.weight", {7}}};
  const std::vector<HeadPlan> plans{plan_of("mine", {"fear", "joy", "boredom"}),
                                    plan_of("other", {"refund", "parcel"})};
  const auto lines = carry_over_heads(plans, known, ".out", weights);
  EXPECT_EQ(lines, std::vector<std::string>{"head 'mine' begins with 2 of its 3 classes from 'old'"});
  EXPECT_EQ(weights.size(), 3U) << "nothing of 'old', nothing of 'other', the layer stays";
  EXPECT_EQ(weights.at("heads.mine.out.weight"), (std::vector<float>{3, 4, 1, 2, 0, 0}));
  EXPECT_EQ(weights.at("heads.mine.out.bias"), (std::vector<float>{6, 5, 0}));
}

TEST(FreshHeads, AreToldWithTheirClasses) {
  const std::vector<KnownHead> known{{"old", {"joy", "fear"}, core::HeadActivation::kSoftmax}};
  const std::vector<HeadPlan> plans{plan_of("mine", {"fear", "joy", "boredom"}),
                                    plan_of("other", {"train_set", "val_set"})};
  EXPECT_EQ(fresh_heads(plans, known), std::vector<std::string>{"head 'other' begins fresh: no head of the start knows "
                                                                "two of its 2 classes, 'train_set', 'val_set'"});
  EXPECT_TRUE(fresh_heads(plans, {}).empty()) << "there is nothing to know them from";
}

TEST(CarryOverHeads, AChosenHeadComesBeforeTheOneOfTheName) {
  const std::vector<KnownHead> known{{"mine", {"joy", "fear"}, core::HeadActivation::kSoftmax},
                                     {"other", {"fear", "joy"}, core::HeadActivation::kSoftmax}};
  std::map<std::string, std::vector<float>> weights{{"heads.mine.weight", {1, 2}},
                                                    {"heads.mine.bias", {3, 4}},
                                                    {"heads.other.weight", {5, 6}},
                                                    {"heads.other.bias", {7, 8}}};
  const std::vector<HeadPlan> plans{plan_of("mine", {"joy", "fear"})};
  const std::vector<std::optional<std::size_t>> chosen{1};
  EXPECT_EQ(carry_over_heads(plans, known, "", weights, chosen),
            std::vector<std::string>{"head 'mine' begins with 2 of its 2 classes from 'other'"});
  EXPECT_EQ(weights.at("heads.mine.weight"), (std::vector<float>{6, 5}));
  EXPECT_EQ(weights.at("heads.mine.bias"), (std::vector<float>{8, 7}));
}

TEST(HeadCarryOver, AStartKnowsAllWhereEveryClassHasARow) {
  HeadPlan plan;
  plan.name = "mine";
  plan.labels = {"happy", "sad"};
  const std::vector<KnownHead> known{{"basic", {"joy", "sadness", "anger"}}};
  EXPECT_TRUE(knows_all_classes(std::span(&plan, 1), known));
  plan.labels.emplace_back("billing");
  EXPECT_FALSE(knows_all_classes(std::span(&plan, 1), known));
  EXPECT_FALSE(knows_all_classes(std::span(&plan, 1), {}));
}

}  // namespace
}  // namespace emo::train
