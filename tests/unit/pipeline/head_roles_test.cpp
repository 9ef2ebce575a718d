#include "pipeline/head_roles.hpp"

#include <gtest/gtest.h>

#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

io::HeadManifest head(const std::string& name, const std::string& taxonomy, core::HeadActivation activation) {
  io::HeadManifest head;
  head.name = name;
  head.taxonomy = taxonomy;
  head.activation = activation;
  head.labels = {"x", "y"};
  return head;
}

constexpr auto kSoftmax = core::HeadActivation::kSoftmax;
constexpr auto kSigmoid = core::HeadActivation::kSigmoid;

TEST(HeadRoles, OwnModelHasAllThree) {
  const auto roles = head_roles(test::tiny_manifest());
  EXPECT_EQ(roles.primary, 0U);
  EXPECT_EQ(roles.fine, 1U);
  EXPECT_EQ(roles.sentiment, 2U);
}

TEST(HeadRoles, OrderOfHeadsDoesNotMatter) {
  io::Manifest manifest;
  manifest.heads = {head("polarity", "polarity3", kSoftmax), head("fine", "goemotions28", kSigmoid),
                    head("seven", "basic7", kSoftmax)};
  const auto roles = head_roles(manifest);
  EXPECT_EQ(roles.primary, 2U);
  EXPECT_EQ(roles.fine, 1U);
  EXPECT_EQ(roles.sentiment, 0U);
}

TEST(HeadRoles, ImportedSingleHeadAnswersAlone) {
  io::Manifest manifest;
  manifest.heads = {head("labels", "custom", kSoftmax)};
  auto roles = head_roles(manifest);
  EXPECT_EQ(roles.primary, 0U);
  EXPECT_FALSE(roles.fine.has_value());
  EXPECT_FALSE(roles.sentiment.has_value());
  manifest.heads = {head("labels", "custom", kSigmoid)};
  roles = head_roles(manifest);
  EXPECT_EQ(roles.primary, 0U);
  EXPECT_EQ(roles.fine, 0U);
}

TEST(HeadRoles, APolarityHeadIsPrimaryOnlyWhenNothingElseIs) {
  io::Manifest manifest;
  manifest.heads = {head("polarity", "polarity3", kSoftmax), head("mine", "custom", kSoftmax)};
  EXPECT_EQ(head_roles(manifest).primary, 1U);
  manifest.heads.pop_back();
  EXPECT_EQ(head_roles(manifest).primary, 0U);
}

}  // namespace
}  // namespace emo::pipeline
