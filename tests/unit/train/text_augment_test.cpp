#include "train/text_augment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace emo::train {
namespace {

const std::string kText = "Didn't we, naïve as we were, LOVE it?! 日本語テスト \U0001F600 (really) 42.";

TextAugmentation every(double p) {
  return {p, p, p, p};
}

std::string foreign_bytes(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9')) out.push_back(c);
  }
  return out;
}

TEST(TextAugment, ZeroProbabilitiesChangeNothing) {
  for (std::uint64_t i = 0; i < 50; ++i) EXPECT_EQ(augment(kText, every(0), 1, 2, i), kText);
}

TEST(TextAugment, TheSamePlaceGivesTheSameTextAndOthersGiveOthers) {
  std::set<std::string> seen;
  for (std::uint64_t i = 0; i < 50; ++i) {
    EXPECT_EQ(augment(kText, every(0.5), 1, 2, i), augment(kText, every(0.5), 1, 2, i));
    seen.insert(augment(kText, every(0.5), 1, 2, i));
  }
  EXPECT_GT(seen.size(), 10U);
  int differing = 0;
  for (std::uint64_t i = 0; i < 50; ++i) {
    differing += augment(kText, every(0.5), 1, 2, i) != augment(kText, every(0.5), 1, 3, i) ? 1 : 0;
  }
  EXPECT_GT(differing, 20) << "epochs differ";
}

TEST(TextAugment, OnlyAsciiLettersAndPunctuationAreTouched) {
  for (std::uint64_t i = 0; i < 300; ++i) {
    EXPECT_EQ(foreign_bytes(augment(kText, every(0.7), 9, 0, i)), foreign_bytes(kText));
  }
}

TEST(TextAugment, StrippingRemovesPunctuationOnly) {
  TextAugmentation strip;
  strip.strip_punctuation = 1;
  EXPECT_EQ(augment("Well, I didn't (really)!", strip, 1, 1, 1), "Well  I didnt  really  ");
}

TEST(TextAugment, ATypoIsOneSlipInsideALongWord) {
  TextAugmentation typo;
  typo.typo = 1;
  for (std::uint64_t i = 0; i < 100; ++i) {
    const std::string text = augment("a wonderful of it", typo, 1, 0, i);
    EXPECT_EQ(text.substr(0, 3), "a w");
    EXPECT_EQ(text.substr(text.size() - 6), " of it");
    EXPECT_LE(text.size(), 18U);
    EXPECT_GE(text.size(), 16U);
  }
  EXPECT_EQ(augment("a of it", typo, 1, 0, 0), "a of it") << "nowhere to slip";
  EXPECT_EQ(augment("", typo, 1, 0, 0), "");
}

TEST(TextAugment, ElongationRepeatsOneVowel) {
  TextAugmentation elongate;
  elongate.elongate = 1;
  const std::string text = augment("that was lovely", elongate, 1, 0, 4);
  EXPECT_GT(text.size(), 15U);
  EXPECT_LE(text.size(), 18U);
  std::string squeezed = text;
  squeezed.erase(std::unique(squeezed.begin(), squeezed.end()), squeezed.end());
  EXPECT_EQ(squeezed, "that was lovely");
}

TEST(TextAugment, ShoutingRaisesLetters) {
  TextAugmentation shout;
  shout.shout = 1;
  EXPECT_EQ(augment("Go, naïve!", shout, 1, 0, 0), "GO, NAïVE!");
}

TEST(TextAugment, ProbabilitiesAreShares) {
  TextAugmentation shout;
  shout.shout = 0.3;
  int shouted = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) shouted += augment("go", shout, 7, 0, i) == "GO" ? 1 : 0;
  EXPECT_NEAR(shouted / 2000.0, 0.3, 0.04);
}

}  // namespace
}  // namespace emo::train
