// Our ids against those recorded from Hugging Face's tokenizers (tools/make_tokenizer_golden.py).
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/file.hpp"
#include "io/json.hpp"
#include "text/tokenizer.hpp"
#include "text/utf8.hpp"

namespace {

using emo::text::Tokenizer;
using emo::text::TokenSpan;
using Ids = std::vector<std::int32_t>;

class TokenizerGolden : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    folder_ = std::string(EMO_SOURCE_DIR) + "/tests/golden/tokenizer/" + GetParam();
    auto loaded = emo::text::load_tokenizer(folder_);
    ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
    tokenizer_ = std::move(loaded).value();
    const auto bytes = emo::io::read_file(folder_ + "/samples.json");
    ASSERT_TRUE(bytes.has_value()) << bytes.error().message;
    auto samples = emo::io::parse_json(*bytes, "samples.json");
    ASSERT_TRUE(samples.has_value()) << samples.error().message;
    samples_ = std::move(samples).value();
    ASSERT_GT(samples_.size(), 40U);
  }

  std::string folder_;
  std::unique_ptr<Tokenizer> tokenizer_;
  emo::io::Json samples_;
};

TEST_P(TokenizerGolden, GivesTheReferenceIds) {
  for (const auto& sample : samples_) {
    const auto text = sample.at("text").get<std::string>();
    Ids ids;
    tokenizer_->encode(text, ids);
    EXPECT_EQ(ids, sample.at("ids").get<Ids>()) << sample.dump();
  }
}

TEST_P(TokenizerGolden, OffsetsSliceTheText) {
  for (const auto& sample : samples_) {
    const auto text = sample.at("text").get<std::string>();
    Ids ids;
    std::vector<TokenSpan> spans;
    tokenizer_->encode(text, ids, spans);
    EXPECT_EQ(ids, sample.at("ids").get<Ids>()) << "the two encoders differ on " << sample.dump();
    ASSERT_EQ(spans.size(), ids.size());
    std::uint32_t last_begin = 0;
    for (const TokenSpan& span : spans) {
      ASSERT_LE(span.begin, span.end);
      ASSERT_LE(span.end, text.size());
      EXPECT_LE(last_begin, span.begin) << sample.dump();
      last_begin = span.begin;
      const auto slice = text.substr(span.begin, span.end - span.begin);
      EXPECT_TRUE(emo::text::validate_utf8(slice).has_value()) << "a code point is cut in " << sample.dump();
    }
  }
}

TEST_P(TokenizerGolden, SurvivesWritingAndReading) {
  const std::string json = tokenizer_->to_json();
  auto again = emo::text::parse_tokenizer(json);
  ASSERT_TRUE(again.has_value()) << again.error().message;
  EXPECT_EQ((*again)->vocab_size(), tokenizer_->vocab_size());
  EXPECT_EQ((*again)->first_id(), tokenizer_->first_id());
  EXPECT_EQ((*again)->last_id(), tokenizer_->last_id());
  EXPECT_EQ((*again)->unknown_id(), tokenizer_->unknown_id());
  EXPECT_EQ((*again)->pad_id(), tokenizer_->pad_id());
  EXPECT_EQ((*again)->to_json(), json);
  for (const auto& sample : samples_) {
    Ids ids;
    (*again)->encode(sample.at("text").get<std::string>(), ids);
    EXPECT_EQ(ids, sample.at("ids").get<Ids>()) << sample.dump();
  }
}

INSTANTIATE_TEST_SUITE_P(All, TokenizerGolden,
                         testing::Values("wordpiece_uncased", "wordpiece_cased", "wordpiece_accents", "byte_level_bpe",
                                         "byte_level_bpe_prefix"),
                         [](const auto& param) { return std::string(param.param); });

}  // namespace
