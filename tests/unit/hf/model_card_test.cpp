// The card of an imported bundle says what is known and does not invent what is not.
#include "hf/model_card.hpp"

#include <gtest/gtest.h>

#include "hf/import.hpp"

namespace emo::hf {
namespace {

Checkpoint small() {
  Checkpoint checkpoint;
  checkpoint.name = "my-model";
  checkpoint.model_type = "bert";
  checkpoint.architecture.encoder.layers = 2;
  checkpoint.architecture.encoder.max_positions = 48;
  auto& head = checkpoint.heads.emplace_back();
  head.name = "labels";
  head.labels = {"up", "down"};
  head.taxonomy = "custom";
  checkpoint.tensors.push_back({"x", {3}, {1.0F, 2.0F, 3.0F}});
  return checkpoint;
}

TEST(ModelCard, StatesTheFacts) {
  Checkpoint checkpoint = small();
  checkpoint.licence = "mit";
  checkpoint.languages = {"en", "de"};
  const std::string card = model_card(checkpoint, manifest_of(checkpoint, {.name = "mine", .int8 = true}));
  for (const char* fact : {"# mine 1.0.0", "`my-model`", "Licence: mit", "en, de", "up, down", "3 parameters", "int8",
                           "at most 48 tokens"}) {
    EXPECT_NE(card.find(fact), std::string::npos) << fact << "\n" << card;
  }
}

TEST(ModelCard, SaysWhatIsNotStated) {
  const Checkpoint checkpoint = small();
  const std::string card = model_card(checkpoint, manifest_of(checkpoint, {}));
  EXPECT_NE(card.find("Licence: not stated"), std::string::npos) << card;
  EXPECT_NE(card.find("Languages: not stated"), std::string::npos) << card;
  EXPECT_NE(card.find("# my-model"), std::string::npos) << card;
  EXPECT_NE(card.find("fp32"), std::string::npos) << card;
}

}  // namespace
}  // namespace emo::hf
