#include "core/edit_distance.hpp"

#include <gtest/gtest.h>

#include <array>

namespace emo::core {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsAndReplacements) {
  EXPECT_EQ(edit_distance("sadness", "sadness"), 0U);
  EXPECT_EQ(edit_distance("happines", "happiness"), 1U);
  EXPECT_EQ(edit_distance("angger", "anger"), 1U);
  EXPECT_EQ(edit_distance("fear", "feat"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, OfNothingIsTheLength) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("", "joy"), 3U);
  EXPECT_EQ(edit_distance("joy", ""), 3U);
}

TEST(EditDistance, IsTheSameBothWays) {
  EXPECT_EQ(edit_distance("surprise", "prise"), edit_distance("prise", "surprise"));
  EXPECT_EQ(edit_distance("disgust", "dust"), 3U);
}

TEST(EditDistance, TwoNeighboursSwappedAreOneEdit) {
  EXPECT_EQ(edit_distance("txet", "text"), 1U);
  EXPECT_EQ(edit_distance("trian", "train"), 1U);
  EXPECT_EQ(edit_distance("angre", "anger"), 1U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U) << "no byte is edited twice";
}

TEST(NearestSpelling, IsNoneWhereNothingLooksLikeTheWord) {
  const std::array<std::string, 5> known{"text", "face", "batch", "train", "report"};
  EXPECT_EQ(nearest_spelling("txet", known), "text");
  EXPECT_EQ(nearest_spelling("txt", known), "text");
  EXPECT_EQ(nearest_spelling("FACE", known), "face");
  EXPECT_EQ(nearest_spelling("repotr", known), "report");
  for (const char* word : {"help", "emo", "serve", "", "texttext"})
    EXPECT_EQ(nearest_spelling(word, known), "") << word;
  EXPECT_EQ(nearest_spelling(std::string(1 << 20, 'x'), known), "") << "and it takes no time";
  EXPECT_EQ(nearest_spelling("text", {}), "");
}

}  // namespace
}  // namespace emo::core
