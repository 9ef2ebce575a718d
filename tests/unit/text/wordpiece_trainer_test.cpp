#include "text/wordpiece_trainer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/tokenizer.hpp"

namespace emo::text {
namespace {

std::vector<std::string> pieces_of(const Tokenizer& tokenizer, const std::string& text) {
  std::vector<std::int32_t> ids;
  tokenizer.encode(text, ids);
  std::vector<std::string> pieces;
  for (const auto id : ids) pieces.emplace_back(tokenizer.piece(id));
  return pieces;
}

std::unique_ptr<Tokenizer> trained(const std::vector<std::string>& texts, std::size_t most = kUsualPieces) {
  const auto json = train_wordpiece(texts, most);
  EXPECT_TRUE(json) << json.error().message;
  auto tokenizer = parse_tokenizer(*json);
  EXPECT_TRUE(tokenizer) << tokenizer.error().message;
  return std::move(*tokenizer);
}

TEST(WordPieceTrainer, FrequentWordsBecomePiecesAndOthersAreCut) {
  const auto tokenizer = trained({"low low low lower", "Low newest newest, lowest!"});
  EXPECT_EQ(pieces_of(*tokenizer, "low"), std::vector<std::string>{"low"});
  EXPECT_EQ(pieces_of(*tokenizer, "NEWEST!"), (std::vector<std::string>{"newest", "!"})) << "case does not matter";
  const auto rare = pieces_of(*tokenizer, "lowers");
  EXPECT_EQ(rare.front(), "low");
  EXPECT_TRUE(std::none_of(rare.begin(), rare.end(), [](const auto& piece) { return piece == "[UNK]"; }))
      << "letters that are known in any place are known in all";
  EXPECT_EQ(pieces_of(*tokenizer, "xyz"), std::vector<std::string>{"[UNK]"});
  EXPECT_EQ(tokenizer->piece(tokenizer->first_id()), "[CLS]");
  EXPECT_EQ(tokenizer->piece(tokenizer->last_id()), "[SEP]");
  EXPECT_EQ(tokenizer->pad_id(), 0);
}

TEST(WordPieceTrainer, EveryScriptKeepsItsMarks) {
  const auto tokenizer = trained({"हिन्दी हिन्दी", "Ärger ärger", "我很高兴 我"});
  EXPECT_EQ(pieces_of(*tokenizer, "हिन्दी"), std::vector<std::string>{"हिन्दी"});
  EXPECT_EQ(pieces_of(*tokenizer, "Ärger"), std::vector<std::string>{"ärger"});
  EXPECT_EQ(pieces_of(*tokenizer, "我很"), (std::vector<std::string>{"我", "很"}));
}

TEST(WordPieceTrainer, RepeatedLettersAreCountedRight) {
  const auto tokenizer = trained({"aaaa aaaa aaaa"});
  EXPECT_EQ(pieces_of(*tokenizer, "aaaa"), std::vector<std::string>{"aaaa"});
}

TEST(WordPieceTrainer, TheSameTextsGiveTheSameBytesAndTheRoomIsKept) {
  std::vector<std::string> texts;
  for (int i = 0; i < 500; ++i) texts.push_back("word" + std::to_string(i * 7919 % 1000) + " und noch eins");
  const auto first = train_wordpiece(texts, 100), second = train_wordpiece(texts, 100);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(trained(texts, 100)->vocab_size(), 100);
  std::reverse(texts.begin(), texts.end());
  EXPECT_EQ(*train_wordpiece(texts, 100), *first) << "the order of the texts does not matter";
}

TEST(WordPieceTrainer, RareCharactersMakeRoomForPieces) {
  std::vector<std::string> texts(50, "good good");
  std::string many;
  for (char32_t c = 0x4E00; c < 0x4E00 + 100; ++c) {
    many += {static_cast<char>(0xE0 | (c >> 12U)), static_cast<char>(0x80 | ((c >> 6U) & 63U)),
             static_cast<char>(0x80 | (c & 63U))};
  }
  texts.push_back(many);
  const auto tokenizer = trained(texts, 60);
  EXPECT_EQ(pieces_of(*tokenizer, "good"), std::vector<std::string>{"good"});
  EXPECT_LE(tokenizer->vocab_size(), 60);
}

TEST(WordPieceTrainer, TextsWithoutAWordAreRefused) {
  const auto json = train_wordpiece({"", " \t"});
  ASSERT_FALSE(json);
  EXPECT_EQ(json.error().code, ErrorCode::kInvalidData);
}

}  // namespace
}  // namespace emo::text
