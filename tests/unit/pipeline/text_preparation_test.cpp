#include "pipeline/text_preparation.hpp"

#include <gtest/gtest.h>

#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

class TextPreparation : public ::testing::Test {
 protected:
  void SetUp() override {
    auto parsed = text::parse_tokenizer(test::tiny_tokenizer_json());
    ASSERT_TRUE(parsed) << parsed.error().message;
    tokenizer_ = std::move(parsed).value();
  }
  [[nodiscard]] Result<PreparedText> prepare(std::string_view utf8) const {
    return prepare_text(utf8, *tokenizer_, test::tiny_manifest().text_preprocess, true);
  }
  std::unique_ptr<text::Tokenizer> tokenizer_;
};

TEST_F(TextPreparation, ShortTextIsOneWindowBetweenSpecialTokens) {
  const auto prepared = prepare("good word");
  ASSERT_TRUE(prepared);
  ASSERT_EQ(prepared->ids.size(), 4U);
  EXPECT_EQ(prepared->ids.front(), tokenizer_->first_id());
  EXPECT_EQ(prepared->ids.back(), tokenizer_->last_id());
  EXPECT_EQ(prepared->coverage.tokens, 2U);
  EXPECT_EQ(prepared->coverage.chars, 9U);
  EXPECT_EQ(prepared->coverage.windows, 1U);
  EXPECT_FALSE(prepared->coverage.truncated);
  std::vector<std::int32_t> storage;
  EXPECT_EQ(prepared->sequence(0, storage).size(), prepared->length(0));
  EXPECT_TRUE(storage.empty());
}

TEST_F(TextPreparation, CountsCodePointsNotBytes) {
  const auto prepared = prepare("caf\xC3\xA9 \xF0\x9F\x98\x8A");
  ASSERT_TRUE(prepared);
  EXPECT_EQ(prepared->coverage.chars, 6U);
}

TEST_F(TextPreparation, LongTextIsReadWholeByOverlappingWindows) {
  std::string long_text;
  for (int i = 0; i < 100; ++i) long_text += "good bad ";
  const auto prepared = prepare(long_text);
  ASSERT_TRUE(prepared);
  EXPECT_EQ(prepared->coverage.tokens, 200U);
  ASSERT_GT(prepared->windows.size(), 200U / 30);
  std::size_t shown = 0;
  std::size_t end = 0;
  for (std::size_t w = 0; w < prepared->windows.size(); ++w) {
    shown += prepared->new_tokens(w);
    EXPECT_LE(prepared->windows[w].begin, end) << "a gap before window " << w;
    end = prepared->windows[w].end;
    std::vector<std::int32_t> storage;
    const auto sequence = prepared->sequence(w, storage);
    EXPECT_EQ(sequence.size(), prepared->length(w));
    EXPECT_LE(sequence.size(), 32U);
    EXPECT_EQ(sequence.front(), tokenizer_->first_id());
    EXPECT_EQ(sequence.back(), tokenizer_->last_id());
    EXPECT_EQ(sequence[1], prepared->ids[prepared->windows[w].begin + 1]);
  }
  EXPECT_EQ(shown, 200U);
  EXPECT_EQ(end, 200U);
}

TEST_F(TextPreparation, SaysWhenTheVocabularyHasNoneOfTheWords) {
  for (const char* text : {"\u2713", "\U0001D4D8 \U0001D4F1\U0001D4EA!", "\u4F60\u597D, \u2713"}) {
    EXPECT_FALSE(prepare(text)->words_known) << text;
  }
  for (const char* text : {"", "good", "?!", "good \u2713", "\u2713 9"})
    EXPECT_TRUE(prepare(text)->words_known) << text;
}

TEST_F(TextPreparation, EmptyBlankAndControlTextsHaveNoWindow) {
  for (const std::string_view blank :
       {std::string_view(""), std::string_view("  \t\n "), std::string_view("\0\x01", 2)}) {
    const auto prepared = prepare(blank);
    ASSERT_TRUE(prepared);
    EXPECT_TRUE(prepared->windows.empty());
    EXPECT_EQ(prepared->coverage.tokens, 0U);
    EXPECT_EQ(prepared->coverage.language, "und");
  }
}

TEST_F(TextPreparation, BlanksAreNoTextToATokenizerThatHasTokensForThem) {
  const auto tokenizer = text::load_tokenizer(EMO_SOURCE_DIR "/tests/golden/hf/roberta");
  ASSERT_TRUE(tokenizer) << tokenizer.error().message;
  auto as_it_is = test::tiny_manifest().text_preprocess;
  as_it_is.normalizer_version = 0;
  for (const char* blank : {"   ", "\t", "\u00A0", "\u200B \n"}) {
    const auto prepared = prepare_text(blank, **tokenizer, as_it_is, true);
    ASSERT_TRUE(prepared);
    EXPECT_TRUE(prepared->windows.empty());
    EXPECT_EQ(prepared->coverage.tokens, 0U);
    EXPECT_EQ(prepared->ids.size(), 2U);
  }
  EXPECT_EQ(prepare_text(" .", **tokenizer, as_it_is, true)->windows.size(), 1U);
}

TEST_F(TextPreparation, InvalidUtf8IsRefusedWithItsPlace) {
  const auto prepared = prepare("abc\xFF\xFEz");
  ASSERT_FALSE(prepared);
  EXPECT_EQ(prepared.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(prepared.error().message.find('3'), std::string::npos) << prepared.error().message;
}

TEST_F(TextPreparation, LanguageSampleNeverCutsACharacter) {
  // 16 KiB falls inside a three-byte character here; a cut one would be undefined behaviour in the detector.
  std::string text = "a";
  for (int i = 0; i < 8000; ++i) text += "\xE2\x82\xAC";
  EXPECT_TRUE(prepare(text));
}

}  // namespace
}  // namespace emo::pipeline
