// WordPiece on a vocabulary small enough to check by hand. Identity with the reference is in tests/golden/tokenizer.
#include "text/wordpiece.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "io/file.hpp"
#include "text/utf8.hpp"

namespace emo::text {
namespace {

using Ids = std::vector<std::int32_t>;

std::unique_ptr<Tokenizer> small(const std::string& normalizer = R"("lowercase":true)") {
  auto made = parse_tokenizer(R"({"added_tokens":[{"id":3,"content":"[SEP]","special":true,"normalized":false}],
    "normalizer":{"type":"BertNormalizer",)" +
                              normalizer + R"(},"pre_tokenizer":{"type":"BertPreTokenizer"},
    "model":{"type":"WordPiece","vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"un":4,"##happy":5,"##ly":6,"happy":7,"!":8,
    "h":9,"##h":10,"\u4e2d":11,"caf\u00e9":12,"cafe":13,"##":14}}})");
  EXPECT_TRUE(made.has_value()) << made.error().message;
  return made ? std::move(made).value() : nullptr;
}

Ids ids_of(const Tokenizer& tokenizer, std::string_view text) {
  Ids ids;
  tokenizer.encode(text, ids);
  return ids;
}

TEST(WordPiece, CutsGreedily) {
  const auto t = small();
  EXPECT_EQ(ids_of(*t, "Unhappy unhappyly happy!"), (Ids{4, 5, 4, 5, 6, 7, 8}));
  EXPECT_EQ(ids_of(*t, "unhappyx"), (Ids{1}));  // one bad piece: the word is unknown
  EXPECT_EQ(ids_of(*t, ""), Ids{});
  EXPECT_EQ(ids_of(*t, " \n\t"), Ids{});
}

TEST(WordPiece, AppendsToWhatIsThere) {
  Ids ids{42};
  small()->encode("happy", ids);
  EXPECT_EQ(ids, (Ids{42, 7}));
}

TEST(WordPiece, SpecialTokensInTheText) {
  EXPECT_EQ(ids_of(*small(), "happy[SEP]happy [sep]"), (Ids{7, 3, 7, 1, 1, 1}));
}

TEST(WordPiece, AccentsAndCase) {
  EXPECT_EQ(ids_of(*small(), "CAF\u00C9 cafe\u0301"), (Ids{13, 13}));
  EXPECT_EQ(ids_of(*small(R"("lowercase":true,"strip_accents":false)"), "CAF\u00C9"), (Ids{12}));
  EXPECT_EQ(ids_of(*small(R"("lowercase":false)"), "caf\u00E9 HAPPY"), (Ids{12, 1}));
}

TEST(WordPiece, ControlCharactersJoinAndIdeographsStandAlone) {
  EXPECT_EQ(ids_of(*small(), std::string_view("hap\0py", 6)), (Ids{7}));
  EXPECT_EQ(ids_of(*small(), "happy\u4E2Dhappy"), (Ids{7, 11, 7}));
}

TEST(WordPiece, WordsOfMoreThanAHundredCharactersAreUnknown) {
  EXPECT_EQ(ids_of(*small(), std::string(100, 'h')).size(), 100U);
  EXPECT_EQ(ids_of(*small(), std::string(101, 'h')), (Ids{1}));
  EXPECT_EQ(ids_of(*small(), std::string(1'000'000, 'h') + " happy"), (Ids{1, 7}));
  EXPECT_EQ(ids_of(*small(R"("lowercase":false,"clean_text":false)"), std::string(200'000, '\0')), (Ids{1}));
}

TEST(WordPiece, SpansCoverTheirSource) {
  const std::string text = "  UNHAPPY\u4E2D caf\u00E9! [SEP]";
  Ids ids;
  std::vector<TokenSpan> spans;
  small()->encode(text, ids, spans);
  ASSERT_EQ(ids, (Ids{4, 5, 11, 13, 8, 3}));
  std::vector<std::string> slices;
  for (const TokenSpan& span : spans) slices.push_back(text.substr(span.begin, span.end - span.begin));
  EXPECT_EQ(slices, (std::vector<std::string>{"UN", "HAPPY", "\u4E2D", "caf\u00E9", "!", "[SEP]"}));
}

TEST(WordPieceProperty, BothEncodersAgreeOnRandomText) {
  const auto t = small();
  std::mt19937 random(5);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto n = random() % 20; n > 0; --n) {
      static constexpr char32_t kTop[] = {0x80, 0x80, 0x600, 0x3400, 0x11000};
      char32_t cp = static_cast<char32_t>(random()) % kTop[random() % std::size(kTop)];
      if (random() % 4 == 0) cp = 0x2F00 + static_cast<char32_t>(random()) % 0x200;
      if (cp >= 0xD800 && cp <= 0xDFFF) cp = 'a';
      append_code_point(text, cp);
      if (random() % 3 == 0) text += "\u302E\u0323";
    }
    Ids ids, again;
    std::vector<TokenSpan> spans;
    t->encode(text, ids);
    t->encode(text, again, spans);
    ASSERT_EQ(ids, again);
    ASSERT_EQ(spans.size(), ids.size());
    for (const TokenSpan& span : spans) {
      ASSERT_LE(span.begin, span.end);
      ASSERT_TRUE(validate_utf8(std::string_view(text).substr(span.begin, span.end - span.begin)).has_value());
    }
  }
}

}  // namespace
}  // namespace emo::text
