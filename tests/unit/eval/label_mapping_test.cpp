#include "eval/label_mapping.hpp"

#include <gtest/gtest.h>

#include "fake_scorer.hpp"

namespace emo::eval {
namespace {

Result<LabelMapping> mapping_of(const std::vector<std::string>& labels, const MappingOptions& options = {}) {
  const FakeScorer scorer;
  std::vector<io::Row> rows;
  for (const std::string& label : labels) rows.push_back(labelled_row(rows.size() + 1, "x", {label}));
  return map_labels(scorer.heads(), scorer.primary_head(), rows, options);
}

TEST(MapLabels, SynonymsOfOtherDataSetsNeedNoMap) {
  const auto mapping = mapping_of({"Happy", "love", "no_emotion", "others", "pessimism", "trust", "anticipation"});
  ASSERT_TRUE(mapping) << mapping.error().message;
  EXPECT_EQ(mapping->head, 1U);
  EXPECT_EQ(mapping->positions.at("Happy"), 3U);
  EXPECT_EQ(mapping->positions.at("love"), 3U);
  EXPECT_EQ(mapping->positions.at("no_emotion"), 4U);
  EXPECT_EQ(mapping->positions.at("others"), 4U);
  EXPECT_EQ(mapping->positions.at("pessimism"), 5U);
  EXPECT_EQ(mapping->positions.at("trust"), std::nullopt) << "known, but no basic class";
  EXPECT_EQ(mapping->positions.at("anticipation"), std::nullopt);
}

TEST(MapLabels, FineLabelsChooseTheFineHead) {
  EXPECT_EQ(mapping_of({"joy", "anger", "love", "amusement", "gratitude"})->head, 0U);
  EXPECT_EQ(mapping_of({"joy", "anger", "love"})->head, 1U) << "one finer label is a synonym (CARER)";
  EXPECT_EQ(mapping_of({"joy", "gratitude"})->head, 0U) << "half of all are";
  EXPECT_EQ(mapping_of({"positive", "negative", "neutral"})->head, 2U) << "the basic head would drop two of them";
  EXPECT_EQ(mapping_of({"pos", "neg", "no_impact"})->head, 2U);
  EXPECT_EQ(mapping_of({"happiness", "anger", "trust"})->head, 1U) << "a polarity of trust is no reason";
}

TEST(MapLabels, SeveralLabelsARowChooseTheSigmoidHeadWithTheSameLabels) {
  const std::vector<HeadView> heads{{"basic", {"anger", "joy"}, core::HeadActivation::kSoftmax, {}},
                                    {"ekman", {"anger", "joy"}, core::HeadActivation::kSigmoid, {}}};
  const std::vector<io::Row> single{labelled_row(1, "x", {"joy"}), labelled_row(2, "x", {"anger"})};
  const std::vector<io::Row> several{labelled_row(1, "x", {"joy", "anger"})};
  EXPECT_EQ(map_labels(heads, 0, single, {})->head, 0U);
  EXPECT_EQ(map_labels(heads, 0, several, {})->head, 1U);
  MappingOptions options;
  options.head = "basic";
  EXPECT_EQ(map_labels(heads, 0, several, options)->head, 0U);
  options.head.clear();
  options.classes = {"anger", "joy"};
  EXPECT_EQ(map_labels(heads, 0, several, options)->head, 0U) << "a forced choice has one answer";
}

TEST(MapLabels, AHeadThatLearntTheVeryLabelsComesBeforeThePrimaryOne) {
  const std::vector<HeadView> heads{{"expression", {"fear", "joy"}, core::HeadActivation::kSoftmax, {}},
                                    {"fer2013", {"fear", "joy"}, core::HeadActivation::kSoftmax, {}}};
  DataLabels labels;
  labels.add(std::vector<std::string>{"happy"}, 1);
  EXPECT_EQ(map_labels(heads, 0, labels, {})->head, 0U);
  labels.labelled_by = "fer2013";
  EXPECT_EQ(map_labels(heads, 0, labels, {})->head, 1U);
  MappingOptions options;
  options.head = "expression";
  EXPECT_EQ(map_labels(heads, 0, labels, options)->head, 0U);
  labels.labelled_by = "another set";
  EXPECT_EQ(map_labels(heads, 0, labels, {})->head, 0U);
}

TEST(MapLabels, TheNamedHeadIsTaken) {
  MappingOptions options;
  options.head = "basic";
  EXPECT_EQ(mapping_of({"love", "amusement", "gratitude"}, options)->head, 1U);
  options.head = "bassic";
  const auto wrong = mapping_of({"joy"}, options);
  EXPECT_EQ(wrong.error().code, ErrorCode::kNotFound);
  EXPECT_NE(wrong.error().message.find("emotions, basic, sentiment"), std::string::npos);
}

TEST(MapLabels, UnknownLabelNamesItselfItsRowAndTheNearest) {
  const auto mapping = mapping_of({"joy", "angr"});
  ASSERT_FALSE(mapping);
  EXPECT_EQ(mapping.error().code, ErrorCode::kInvalidData);
  for (const char* part : {"row 2", "'angr'", "'basic'", "'anger'"}) {
    EXPECT_NE(mapping.error().message.find(part), std::string::npos) << mapping.error().message;
  }
}

TEST(MapLabels, AMapFileDecides) {
  MappingOptions options;
  options.label_map = {{"bad", "anger"}, {"meh", std::nullopt}};
  const auto mapping = mapping_of({"bad", "meh", "joy"}, options);
  ASSERT_TRUE(mapping) << mapping.error().message;
  EXPECT_EQ(mapping->positions.at("bad"), 0U);
  EXPECT_EQ(mapping->positions.at("meh"), std::nullopt);
  EXPECT_EQ(mapping->positions.at("joy"), 3U);
  options.label_map["bad"] = "angry_bird";
  const auto wrong = mapping_of({"bad"}, options);
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("'angry_bird'"), std::string::npos) << wrong.error().message;
}

TEST(MapLabels, AnotherSpellingInTheMapIsTheSameEverywhere) {
  MappingOptions exact, other;
  exact.label_map = {{"Trust", std::nullopt}};
  other.label_map = {{"trust ", std::nullopt}};
  const std::vector<std::string> labels{"gratitude", "joy", "Trust"};
  EXPECT_EQ(mapping_of(labels, exact)->head, mapping_of(labels, other)->head)
      << "what is dropped stands against no head";
  other.label_map = {{"happy one", "jooy"}};
  const auto refused = mapping_of({"Happy One"}, other);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("is mapped to 'jooy'"), std::string::npos) << refused.error().message;
}

TEST(MapLabels, ForcedChoiceKeepsTheHeadsOrder) {
  MappingOptions options;
  options.classes = {"sadness", "happiness", "joy"};
  const auto mapping = mapping_of({"joy", "fear", "sadness"}, options);
  ASSERT_TRUE(mapping);
  EXPECT_TRUE(mapping->forced_choice);
  EXPECT_EQ(mapping->classes, (std::vector<std::size_t>{3, 5}));
  EXPECT_EQ(mapping->positions.at("sadness"), 1U);
  EXPECT_EQ(mapping->positions.at("fear"), std::nullopt);
  EXPECT_EQ(mapping->outside.at("fear"), "fear");
  options.classes = {"boredom"};
  EXPECT_EQ(mapping_of({"joy"}, options).error().code, ErrorCode::kNotFound);
  options.classes = {"hapiness"};
  const auto misspelt = mapping_of({"joy"}, options);
  ASSERT_FALSE(misspelt);
  EXPECT_NE(misspelt.error().message.find("nearest: 'happiness', that is 'joy';"), std::string::npos)
      << misspelt.error().message;
}

TEST(MapLabels, AnUnknownLabelIsToldTheNearestNameThatDataMayUse) {
  const auto mapping = mapping_of({"joy", "hapiness"});
  ASSERT_FALSE(mapping);
  EXPECT_NE(mapping.error().message.find("label 'hapiness'"), std::string::npos) << mapping.error().message;
  EXPECT_NE(mapping.error().message.find("nearest known label: 'happiness'"), std::string::npos)
      << mapping.error().message;
}

TEST(MapLabels, LabelsThatWereNotPartedNameTheOptionThatPartsThem) {
  const auto mapping = mapping_of({"joy", "anger; fear"});
  ASSERT_FALSE(mapping);
  EXPECT_NE(mapping.error().message.find("are parted by --label-separator ';'"), std::string::npos)
      << mapping.error().message;
}

TEST(MapLabels, WhereNoHeadTakesAllTheOneThatDropsFewestNamesTheUnknown) {
  const auto mapping = mapping_of({"negative", "positive", "no_impact", "unheard of"});
  ASSERT_FALSE(mapping);
  EXPECT_NE(mapping.error().message.find("unknown to head 'sentiment'; it has "), std::string::npos)
      << mapping.error().message;
}

TEST(MapLabels, ALabelOfNoPolarityIsDroppedAmongPolarities) {
  const auto mapping = mapping_of({"negative", "positive", "no_impact", "mixed"});
  ASSERT_TRUE(mapping) << mapping.error().message;
  EXPECT_EQ(mapping->positions.at("mixed"), std::nullopt);
}

TEST(NearestLabel, ByEditDistanceWithoutCase) {
  const std::vector<std::string> known{"anger", "fear", "joy"};
  EXPECT_EQ(nearest_label("FEER", known), "fear");
  EXPECT_EQ(nearest_label("mixture", known), "") << "none is near";
  EXPECT_EQ(nearest_label("", known), "");
  EXPECT_EQ(nearest_label("x", {}), "");
  const std::vector<std::string> faces{"fear", "happiness"};  // which is compared as 'joy' too
  for (const char* label : {"0", "9", "xyz"}) EXPECT_EQ(nearest_label(label, faces), "") << label;
  EXPECT_EQ(nearest_label("hapiness", faces), "happiness");
  EXPECT_EQ(nearest_label("jooy", faces), "happiness");
  EXPECT_EQ(label_advice("FEER", known), "nearest: 'fear'");
  EXPECT_EQ(label_advice("mixture", known), "there are anger, fear, joy") << "rather than an empty suggestion";
}

}  // namespace
}  // namespace emo::eval
