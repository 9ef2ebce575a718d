#include "linear/features.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace emo::linear {
namespace {

double squared_length(const std::vector<Feature>& features) {
  double sum = 0;
  for (const Feature& f : features) sum += static_cast<double>(f.value) * static_cast<double>(f.value);
  return sum;
}

TEST(Extract, AscendingWithoutRepeatsAndOfLengthOne) {
  const auto features = extract("The cat sat. The cat sat down!", {});
  ASSERT_GT(features.size(), 20U);
  for (std::size_t i = 1; i < features.size(); ++i) EXPECT_LT(features[i - 1].index, features[i].index);
  EXPECT_NEAR(squared_length(features), 1, 1e-5);
  EXPECT_LT(features.back().index, 1U << 19U);
}

TEST(Extract, NothingInNothingOut) {
  EXPECT_TRUE(extract("", {}).empty());
  EXPECT_TRUE(extract(" \t\n ", {}).empty());
}

TEST(Extract, CapitalsChangeOnlyTheirMarker) {
  const auto lower = extract("well done", {});
  const auto title = extract("Well Done", {});
  EXPECT_EQ(lower.size(), title.size());
  EXPECT_TRUE(std::equal(lower.begin(), lower.end(), title.begin(), [](auto a, auto b) { return a.index == b.index; }));
  EXPECT_GT(extract("WELL DONE", {}).size(), lower.size());
}

TEST(Extract, WordPairsMatter) {
  FeatureOptions words;
  words.char_ngram_max = 1;  // below char_ngram_min: no character n-grams
  EXPECT_EQ(extract("not good", words).size(), 3U);
  const auto one = extract("good not bad", words);
  const auto other = extract("bad not good", words);
  EXPECT_EQ(one.size(), other.size());
  EXPECT_FALSE(std::equal(one.begin(), one.end(), other.begin(), [](auto a, auto b) { return a.index == b.index; }));
}

TEST(Extract, CharacterNgramsCountCodePoints) {
  FeatureOptions characters;
  characters.word_ngram = 0;
  // " ключ " has 6 code points: 4 + 3 + 2 n-grams of 3 to 5; in bytes there would be more.
  EXPECT_EQ(extract("ключ", characters).size(), 9U);
}

TEST(Validate, RefusesWhatCannotBe) {
  FeatureOptions options;
  EXPECT_TRUE(validate(options));
  options.hash_bits = 30;
  EXPECT_NE(validate(options).error().message.find("hash_bits is 30"), std::string::npos);
  options = {};
  options.char_ngram_max = 99;
  EXPECT_FALSE(validate(options));
  options = {};
  options.normalizer_version = 77;
  EXPECT_NE(validate(options).error().message.find("77"), std::string::npos);
}

}  // namespace
}  // namespace emo::linear
