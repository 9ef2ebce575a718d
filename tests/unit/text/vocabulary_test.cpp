// Vocabulary storage and its limits.
#include "text/vocabulary.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

TEST(Vocabulary, KeepsPiecesByIdAndOrder) {
  Vocabulary vocabulary;
  ASSERT_TRUE(vocabulary.add("b", 3).has_value());
  ASSERT_TRUE(vocabulary.add("a", 0).has_value());
  vocabulary.finish();
  EXPECT_EQ(vocabulary.size(), 4);
  EXPECT_EQ(vocabulary.piece(3), "b");
  EXPECT_TRUE(vocabulary.contains(0));
  EXPECT_FALSE(vocabulary.contains(1));
  EXPECT_EQ(vocabulary.piece(1), "");
  EXPECT_EQ(vocabulary.piece(-1), "");
  EXPECT_EQ(vocabulary.piece(99), "");
  EXPECT_EQ(vocabulary.entries().front().first, "b");
}

TEST(Vocabulary, ViewsSurviveMoving) {
  Vocabulary vocabulary;
  ASSERT_TRUE(vocabulary.add("x", 0).has_value());
  vocabulary.finish();
  const std::string_view before = vocabulary.piece(0);
  const Vocabulary moved = std::move(vocabulary);
  EXPECT_EQ(moved.piece(0).data(), before.data());
}

TEST(Vocabulary, RefusesIdsAndPiecesBeyondItsLimits) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.add("a", -1).error().code, ErrorCode::kInvalidModel);
  EXPECT_EQ(vocabulary.add("a", Vocabulary::kMaxId + 1).error().code, ErrorCode::kInvalidModel);
  EXPECT_EQ(vocabulary.add(std::string(Vocabulary::kMaxPieceBytes + 1, 'a'), 0).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace emo::text
