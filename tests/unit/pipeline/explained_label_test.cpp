#include "pipeline/explained_label.hpp"

#include <gtest/gtest.h>

#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

TEST(ExplainedLabel, ThePrimaryHeadComesFirst) {
  const auto manifest = test::tiny_manifest();  // "anger" is in the heads 0 (basic) and 1 (emotions)
  const auto basic = find_label(manifest, 0, "anger");
  ASSERT_TRUE(basic);
  EXPECT_EQ(basic->head, 0U);
  const auto fine = find_label(manifest, 1, "anger");
  ASSERT_TRUE(fine);
  EXPECT_EQ(fine->head, 1U);
  EXPECT_EQ(manifest.heads[1].labels[fine->index], "anger");
}

TEST(ExplainedLabel, OtherHeadsAreSearched) {
  const auto found = find_label(test::tiny_manifest(), 0, "positive");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->head, 2U);
}

TEST(ExplainedLabel, SynonymsWorkBothWays) {
  auto manifest = test::tiny_manifest();
  const auto joy = find_label(manifest, 0, "Happiness");
  ASSERT_TRUE(joy);
  EXPECT_EQ(manifest.heads[0].labels[joy->index], "joy");
  manifest.heads[0].labels[joy->index] = "happiness";  // as face models call it
  const auto happiness = find_label(manifest, 0, "happy");
  ASSERT_TRUE(happiness);
  EXPECT_EQ(happiness->head, 0U);
}

TEST(ExplainedLabel, AnUnknownLabelIsAnsweredWithThoseThereAre) {
  const auto unknown = find_label(test::tiny_manifest(), 0, "glorp");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
  for (const char* part : {"glorp", "basic: anger", "sentiment: negative"}) {
    EXPECT_NE(unknown.error().message.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace emo::pipeline
