#include "train/text_windows.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tiny_bundle.hpp"
#include "train/text_batches.hpp"

namespace emo::train {
namespace {

TextExample example(std::string text) {
  TextExample made;
  made.text = std::move(text);
  return made;
}

TEST(TextWindows, ALongTextIsCutAsItIsRead) {
  const auto tokenizer = text::parse_tokenizer(emo::test::tiny_tokenizer_json());
  ASSERT_TRUE(tokenizer) << tokenizer.error().message;
  const auto preprocess = emo::test::tiny_manifest().text_preprocess;  // 32 tokens, 8 of them shared
  std::string letters;
  for (int i = 0; i < 70; ++i) letters += "q ";
  const std::vector<TextExample> texts{example("q q"), example(letters), example("")};
  const auto whole = windows_of(texts, **tokenizer, preprocess);
  EXPECT_EQ(whole.text, (std::vector<std::size_t>{0, 1, 1, 1, 2})) << "0 to 30, 22 to 52, 40 to 70";
  ASSERT_EQ(whole.ids.size(), 5U);
  EXPECT_EQ(whole.ids[0].size(), 4U);
  for (std::size_t w = 1; w <= 3; ++w) {
    EXPECT_EQ(whole.ids[w].size(), 32U);
    EXPECT_EQ(whole.ids[w].front(), (*tokenizer)->first_id());
    EXPECT_EQ(whole.ids[w].back(), (*tokenizer)->last_id());
  }
  EXPECT_EQ(whole.weight[0], 1.0);
  EXPECT_DOUBLE_EQ(whole.weight[1], 30.0 / 70);
  EXPECT_DOUBLE_EQ(whole.weight[2], 22.0 / 70);
  EXPECT_DOUBLE_EQ(whole.weight[3], 18.0 / 70);
  const TextEncoderInput input(**tokenizer, preprocess.normalizer_version, preprocess.max_tokens);
  EXPECT_EQ(input.window(letters, 0), whole.ids[1]) << "training and serving begin with the same window";
}

TEST(TextWindows, ProbabilitiesAreAveragedAndNotLogits) {
  WindowLogits of;
  of.windows.text = {0, 1, 1};
  of.windows.weight = {1, 0.75, 0.25};
  const float six = 2 * std::log(3.0F);
  of.logits = {5, -7, 9, 0, six, 0, 50, 0, six};
  std::vector<io::HeadManifest> heads(2);
  heads[0].labels = {"joy", "anger"};
  heads[0].temperature = heads[1].temperature = 2;
  heads[1].labels = {"gratitude"};
  heads[1].activation = core::HeadActivation::kSigmoid;
  EXPECT_EQ(first_windows(of, 2), (std::vector<float>{5, -7, 9, 0, six, 0}));
  const auto joined = joined_windows(of, heads, 2);
  ASSERT_EQ(joined.size(), 6U);
  EXPECT_EQ(std::vector<float>(joined.begin(), joined.begin() + 3), (std::vector<float>{5, -7, 9}));
  // Joy .25 and 1, gratitude .5 and .75.
  EXPECT_NEAR(std::exp(joined[3] / 2), 0.75 * 0.25 + 0.25, 1e-6);
  EXPECT_NEAR(std::exp(joined[4] / 2), 0.75 * 0.75, 1e-6);
  EXPECT_NEAR(1 / (1 + std::exp(-joined[5] / 2)), 0.75 * 0.5 + 0.25 * 0.75, 1e-6);
}

}  // namespace
}  // namespace emo::train
