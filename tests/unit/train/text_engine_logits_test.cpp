#include "train/text_engine_logits.hpp"

#include <gtest/gtest.h>

#include "models/text_model.hpp"
#include "text/tokenizer.hpp"
#include "tiny_bundle.hpp"
#include "toy_run.hpp"
#include "train/text_batches.hpp"

namespace emo::train {
namespace {

std::vector<TextExample> examples(std::size_t n) {
  std::vector<TextExample> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i].text = "text number " + std::to_string(i) + (i % 3 == 0 ? " happy" : "");
  return out;
}

TEST(TextEngineLogits, AreTheModelsHeadByHeadOnAnyNumberOfThreads) {
  const std::string folder = test::scratch_folder() + "/b";
  test::write_tiny_bundle(folder);
  const auto bundle = io::open_bundle(folder);
  ASSERT_TRUE(bundle);
  const auto texts = examples(150);  // more than two batches
  const auto one = text_engine_logits(*bundle, texts, 1);
  ASSERT_TRUE(one) << one.error().message;
  ASSERT_EQ(one->size(), 3U);
  EXPECT_EQ((*one)[1].size(), 150U * 28U);
  const auto three = text_engine_logits(*bundle, texts, 3);
  ASSERT_TRUE(three);
  EXPECT_EQ(*one, *three);

  const auto model = models::TextModel::load(*bundle);
  const auto tokenizer = text::parse_tokenizer(test::tiny_tokenizer_json());
  ASSERT_TRUE(model && tokenizer);
  const TextEncoderInput input(**tokenizer, 1, 32);
  models::TextWorkspace workspace;
  for (const std::size_t i : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{149}}) {
    const auto ids = input.ids(texts[i].text);
    const std::vector<std::span<const std::int32_t>> batch{ids};
    const auto logits = model->run(batch, workspace);
    ASSERT_TRUE(logits);
    for (std::size_t k = 0; k < 28; ++k) EXPECT_NEAR((*one)[1][i * 28 + k], (*logits)[7 + k], 1e-5);
  }
}

TEST(TextEngineLogits, TellHowFarTheyAreAndStopWhenNobodyAsksAnyMore) {
  const std::string folder = test::scratch_folder() + "/b";
  test::write_tiny_bundle(folder);
  const auto bundle = io::open_bundle(folder);
  ASSERT_TRUE(bundle);
  const auto texts = examples(1200);  // 19 batches, on one thread told after 8, 16 and 19
  const auto whole = text_engine_logits(*bundle, texts, 1);
  std::vector<std::size_t> told;
  const auto same = text_engine_logits(*bundle, texts, 1, [&](std::size_t done) {
    told.push_back(done);
    return true;
  });
  ASSERT_TRUE(whole && same);
  EXPECT_EQ(*whole, *same);
  EXPECT_EQ(told, (std::vector<std::size_t>{512, 1024, 1200}));
  const auto half = text_engine_logits(*bundle, texts, 1, [](std::size_t) { return false; });
  ASSERT_TRUE(half);
  EXPECT_EQ((*half)[0][511 * 7], (*whole)[0][511 * 7]);
  EXPECT_EQ((*half)[0][512 * 7], 0.0F) << "left out";
}

TEST(TextEngineLogits, OfALongTextTheyAreThoseOfAllItsWindowsAndProgressCountsTexts) {
  const std::string folder = test::scratch_folder() + "/b";
  test::write_tiny_bundle(folder);
  const auto bundle = io::open_bundle(folder);
  ASSERT_TRUE(bundle);
  auto texts = examples(2);
  for (int i = 0; i < 70; ++i) texts[0].text += " q";  // three windows and more
  std::vector<std::size_t> told;
  const auto joined = text_engine_logits(*bundle, texts, 1, [&](std::size_t done) {
    told.push_back(done);
    return true;
  });
  const auto windows = text_window_logits(*bundle, texts, 1);
  ASSERT_TRUE(joined && windows);
  EXPECT_EQ(told, (std::vector<std::size_t>{2}));
  ASSERT_GE(windows->windows.ids.size(), 4U);
  const auto whole = joined_windows(*windows, bundle->manifest.heads, 2);
  const std::size_t width = whole.size() / 2;
  EXPECT_EQ((*joined)[0][0], whole[0]);
  EXPECT_NE(whole[0], windows->logits[0]) << "not the first window's";
  EXPECT_EQ((*joined)[0][7], whole[width]) << "the second text, one window";
  EXPECT_EQ(whole[width], windows->logits[windows->logits.size() - width]);
}

TEST(TextEngineLogits, NoTextsGiveEmptyHeads) {
  const std::string folder = test::scratch_folder() + "/b";
  test::write_tiny_bundle(folder);
  const auto bundle = io::open_bundle(folder);
  ASSERT_TRUE(bundle);
  const auto logits = text_engine_logits(*bundle, {}, 2);
  ASSERT_TRUE(logits) << logits.error().message;
  EXPECT_TRUE((*logits)[0].empty());
}

}  // namespace
}  // namespace emo::train
