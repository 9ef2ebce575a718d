// Byte-level BPE on a vocabulary small enough to check by hand. Identity with the reference is in
// tests/golden/tokenizer.
#include "text/byte_level_bpe.hpp"

#include <gtest/gtest.h>

#include <string>

namespace emo::text {
namespace {

std::string small_model(const std::string& pre, const std::string& model_extra = "") {
  return R"({"added_tokens":[{"id":0,"content":"<s>","special":true,"normalized":false},
      {"id":1,"content":"</s>","special":true,"normalized":false},{"id":8,"content":"<mask>","lstrip":true,"normalized":true}],
    "normalizer":null,"pre_tokenizer":{"type":"ByteLevel",)" +
         pre + R"(},"post_processor":null,
    "model":{"type":"BPE","unk_token":null)" +
         model_extra + R"(,"vocab":{"<s>":0,"</s>":1,"a":2,"b":3,"\u0120":4,"ab":5,"\u0120ab":6,"abab":7},
    "merges":["a b","\u0120 ab",["ab","ab"]]}})";
}

std::vector<std::int32_t> ids_of(const std::string& json, std::string_view text) {
  const auto tokenizer = parse_tokenizer(json);
  EXPECT_TRUE(tokenizer.has_value()) << tokenizer.error().message;
  std::vector<std::int32_t> ids;
  if (tokenizer) (*tokenizer)->encode(text, ids);
  return ids;
}

using Ids = std::vector<std::int32_t>;

TEST(ByteLevelBpe, MergesByRank) {
  EXPECT_EQ(ids_of(small_model(R"("add_prefix_space":false)"), "abab ab b"), (Ids{7, 6, 4, 3}));
}

TEST(ByteLevelBpe, PrefixSpaceComesBeforeEachSegment) {
  EXPECT_EQ(ids_of(small_model(R"("add_prefix_space":true)"), "ab<s>ab ab"), (Ids{6, 0, 6, 6}));
}

TEST(ByteLevelBpe, AddedTokensInNormalizedText) {
  EXPECT_EQ(ids_of(small_model(R"("add_prefix_space":false)"), "ab  <mask>a"), (Ids{5, 8, 2}));
}

TEST(ByteLevelBpe, IgnoreMergesTakesWholeWords) {
  EXPECT_EQ(ids_of(small_model(R"("add_prefix_space":false)", R"(,"ignore_merges":true)"), "abab"), (Ids{7}));
}

TEST(ByteLevelBpe, BytesWithoutEntryAreDroppedWithoutAnUnknownToken) {
  EXPECT_EQ(ids_of(small_model(R"("add_prefix_space":false)"), "a\u00E9b"), (Ids{5}));
}

TEST(ByteLevelBpe, WithoutRegexTheSegmentIsOneWord) {
  EXPECT_EQ(ids_of(small_model(R"("add_prefix_space":false,"use_regex":false)"), "ab ab"), (Ids{5, 6}));
}

TEST(ByteLevelBpe, RefusesMergesOfUnknownPieces) {
  std::string json = small_model(R"("add_prefix_space":false)");
  json.replace(json.find("\"a b\""), 5, "\"a x\"");
  const auto tokenizer = parse_tokenizer(json);
  ASSERT_FALSE(tokenizer.has_value());
  EXPECT_EQ(tokenizer.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(tokenizer.error().message.find("merge 0"), std::string::npos) << tokenizer.error().message;
}

}  // namespace
}  // namespace emo::text
