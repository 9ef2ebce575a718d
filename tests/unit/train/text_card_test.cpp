#include "train/text_card.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(TextCard, StatesHeadsDataStartAndScores) {
  io::Manifest manifest;
  manifest.name = "mood";
  manifest.version = "1.2.0";
  io::HeadManifest head;
  head.name = "basic";
  head.labels = {"joy", "anger"};
  manifest.heads.push_back(head);
  manifest.provenance.datasets = {{"own", "CC BY 4.0", "train", 1234, "00"}, {"other", "", "dev", 5, "11"}};
  manifest.provenance.base_weights = "base";
  manifest.provenance.base_licence = "Apache-2.0";
  manifest.provenance.teachers = {"wise 2.0.0", "old 1.0.0"};
  manifest.provenance.command = "emo train text --seed 42";
  manifest.metrics = {{"basic.macro_f1", "own", "dev", 0.51239, 77}};
  const std::string card = text_card(manifest, {3, 3, 3, 42, "half of this and half of that"});
  for (const char* fact :
       {"# mood 1.2.0", "| basic | softmax (sum 1) | joy, anger |", "| own | train | 1234 | CC BY 4.0 |",
        "| other | dev | 5 | not stated |", "base (Apache-2.0)", "Taught by: wise 2.0.0, old 1.0.0. Epochs: 3, seed 42",
        "`emo train text --seed 42`. The weights are half of this and half of that.",
        "| basic.macro_f1 | own | dev | 77 | 0.5124 |"}) {
    EXPECT_NE(card.find(fact), std::string::npos) << fact << "\n" << card;
  }
  EXPECT_EQ(text_card(manifest, {3, 3, 3, 42}).find("The weights are"), std::string::npos);
  EXPECT_NE(text_card(manifest, {30, 15, 14, 1}).find("Epochs: 15 of 30 (14 kept), seed 1"), std::string::npos);
  EXPECT_NE(text_card(manifest, {5, 5, 0, 1}).find("Epochs: 5 (the start was kept), seed 1"), std::string::npos);
}

}  // namespace
}  // namespace emo::train
