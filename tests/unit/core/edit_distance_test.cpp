#include "core/edit_distance.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace emo::core
