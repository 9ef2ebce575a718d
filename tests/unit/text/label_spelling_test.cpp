#include "text/label_spelling.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

TEST(LabelSpelling, CaseAndSurroundingBlanksDoNotMatter) {
  for (const char* label : {"joy", "JOY", "Joy ", " \tjoy\n", "\u00a0Joy"}) EXPECT_EQ(label_key(label), "joy") << label;
  EXPECT_EQ(label_key("\u00c4rger"), label_key("\u00e4rger")) << "in every script";
  EXPECT_NE(label_key("no emotion"), label_key("noemotion"));
  EXPECT_EQ(label_key(" \t "), "");
  EXPECT_EQ(label_key("\xff"), "\xff") << "no UTF-8: as it is";
}

TEST(LabelSpelling, TheMostFrequentSpellingNamesTheLabel) {
  const auto usual = usual_spellings({{"JOY", 3}, {"Joy", 2}, {"Joy ", 2}, {"fear", 1}});
  EXPECT_EQ(usual,
            (std::map<std::string, std::string>{{"JOY", "Joy"}, {"Joy", "Joy"}, {"Joy ", "Joy"}, {"fear", "fear"}}))
      << "'Joy' with and without a blank is one name";
  EXPECT_EQ(usual_spellings({{"JOY", 1}, {"joy", 1}}).at("JOY"), "joy") << "small letters where it is even";
}

TEST(LabelSpelling, AWholeNumberIsOneLabelHoweverItIsWritten) {
  for (const char* label : {"2", "2.0", "2.", " 2.00 "}) EXPECT_EQ(label_key(label), "2") << label;
  for (const char* label : {"2.5", ".0", "v1.0", "-2.0"}) EXPECT_EQ(label_key(label), label);
  EXPECT_EQ(usual_spellings({{"2.0", 3}, {"2", 1}}).at("2.0"), "2");
}

TEST(LabelSpelling, OtherSpellingsAreListed) {
  EXPECT_EQ(other_spellings(usual_spellings({{"JOY", 1}, {"joy", 2}, {" joy", 1}})), "' joy' = 'joy', 'JOY' = 'joy'");
  EXPECT_EQ(other_spellings(usual_spellings({{"fear", 1}, {"joy", 2}})), "");
}

TEST(LabelSpelling, IsFoundAmongOthersTheVeryNameFirst) {
  const std::vector<std::string> labels{"Joy", "joy", "Wut"};
  EXPECT_EQ(find_spelling(labels, "joy"), 1U);
  EXPECT_EQ(find_spelling(labels, " JOY"), 0U);
  EXPECT_EQ(find_spelling(labels, "wut"), 2U);
  EXPECT_EQ(find_spelling(labels, "fear"), std::nullopt);
}

TEST(LabelSpelling, SeveralLabelsInOneWordAreSeen) {
  const std::vector<std::string> labels{"anger", "fear, Joy", "joy", "fear", "no, thanks"};
  const auto unparted = unparted_label(labels);
  ASSERT_TRUE(unparted);
  EXPECT_EQ(unparted->first, "fear, Joy");
  EXPECT_EQ(unparted->second, ',');
  EXPECT_FALSE(unparted_label(std::vector<std::string>{"anger", "no, thanks", "anger,haste"}));
  EXPECT_TRUE(unparted_label(std::vector<std::string>{"anger, fear"})) << "known emotions need not be classes";
}

TEST(LabelSpelling, NumbersAreNoNames) {
  EXPECT_TRUE(are_numbers(std::vector<std::string>{"0", "12"}));
  EXPECT_FALSE(are_numbers(std::vector<std::string>{"0", "joy"}));
  EXPECT_FALSE(are_numbers(std::vector<std::string>{"0", ""}));
  EXPECT_FALSE(are_numbers({}));
}

}  // namespace
}  // namespace emo::text
