// vocab.txt, vocab.json + merges.txt, tokenizer_config.json.
#include "text/tokenizer_files.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

TEST(TokenizerFiles, ReadsVocabTxt) {
  const auto spec = parse_vocab_txt("[PAD]\n[UNK]\r\n[CLS]\n[SEP]\nhappy\n##ly", TokenizerConfig{});
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  EXPECT_EQ(spec->vocabulary.piece(4), "happy");
  EXPECT_EQ(spec->vocabulary.piece(1), "[UNK]");
  EXPECT_EQ(spec->added.size(), 4U);
  EXPECT_TRUE(spec->bert.lowercase && spec->bert.strip_accents);
}

TEST(TokenizerFiles, ConfigDecidesCase) {
  const auto config =
      parse_tokenizer_config(R"({"do_lower_case": false, "strip_accents": null, "model_max_length": 1e30})");
  ASSERT_TRUE(config.has_value()) << config.error().message;
  const auto spec = parse_vocab_txt("[UNK]\n[CLS]\n[SEP]", *config);
  ASSERT_TRUE(spec.has_value());
  EXPECT_FALSE(spec->bert.lowercase || spec->bert.strip_accents);
  EXPECT_FALSE(parse_tokenizer_config("{\"do_lower_case\": 1}").has_value());
  const auto splitting = parse_tokenizer_config(R"({"split_special_tokens": true})");
  ASSERT_FALSE(splitting.has_value());
  EXPECT_EQ(splitting.error().code, ErrorCode::kUnsupported);
  EXPECT_TRUE(parse_tokenizer_config(R"({"split_special_tokens": false})").has_value());
}

TEST(TokenizerFiles, TokensThatWereAddedAreFound) {
  const std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\n[\n]\nhappy";
  const auto config = parse_tokenizer_config(R"({"added_tokens_decoder": {
    "1": {"content": "[UNK]", "lstrip": false, "normalized": false, "rstrip": false, "single_word": false, "special": true},
    "9": {"content": "[happy]", "lstrip": true, "normalized": false, "rstrip": false, "single_word": false, "special": false}}})");
  ASSERT_TRUE(config.has_value()) << config.error().message;
  const auto spec = parse_vocab_txt(vocabulary, *config);
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  ASSERT_EQ(spec->added.size(), 5U) << "the four of the class, and one more";
  EXPECT_EQ(spec->added.back().content, "[happy]");
  EXPECT_EQ(spec->added.back().id, 9);
  EXPECT_TRUE(spec->added.back().lstrip);
  EXPECT_EQ(spec->vocabulary.piece(9), "[happy]");
  TokenizerConfig older;
  older.added = *parse_added_tokens(R"({"[happy]": 9})");
  EXPECT_EQ(parse_vocab_txt(vocabulary, older)->vocabulary.piece(9), "[happy]");
  EXPECT_FALSE(parse_added_tokens(R"({"[happy]": -1})").has_value());
  EXPECT_FALSE(parse_tokenizer_config(R"({"added_tokens_decoder": {"x": {"content": "y"}}})").has_value());
}

TEST(TokenizerFiles, AnotherClassIsNamed) {
  const std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na";
  for (const char* name : {"BertTokenizer", "ElectraTokenizerFast", "PreTrainedTokenizerFast"}) {
    EXPECT_TRUE(
        parse_vocab_txt(vocabulary, *parse_tokenizer_config(R"({"tokenizer_class": ")" + std::string(name) + "\"}")))
        << name;
  }
  const auto config = parse_tokenizer_config(R"({"tokenizer_class": "BertJapaneseTokenizer"})");
  ASSERT_TRUE(config.has_value());
  const auto refused = parse_vocab_txt(vocabulary, *config);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(refused.error().message.find("BertJapaneseTokenizer"), std::string::npos) << refused.error().message;
  TokenizerConfig silent;
  ASSERT_TRUE(parse_model_class(R"({"model_type": "bert", "tokenizer_class": "HerbertTokenizerFast"})", silent));
  const auto polish = parse_vocab_and_merges(R"({"<s>":0,"</s>":1,"a":2})", "", silent);
  ASSERT_FALSE(polish.has_value());
  EXPECT_NE(polish.error().message.find("HerbertTokenizer"), std::string::npos) << polish.error().message;
  EXPECT_FALSE(parse_model_class("[", silent).has_value());
}

TEST(TokenizerFiles, MpnetHasMarksOfItsOwnBesideThoseOfBert) {
  const std::string vocabulary = "<s>\n<pad>\n</s>\n[UNK]\n[PAD]\n[CLS]\n[SEP]\n<mask>\na";
  TokenizerConfig config;
  ASSERT_TRUE(parse_model_class(R"({"hidden_size": 8, "model_type": "mpnet"})", config));
  const auto spec = parse_vocab_txt(vocabulary, config);
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  EXPECT_EQ(spec->first_id, 0);
  EXPECT_EQ(spec->last_id, 2);
  EXPECT_EQ(spec->unknown_id, 3);
  EXPECT_EQ(spec->added.size(), 5U);
  EXPECT_EQ(parse_vocab_txt(vocabulary, {})->first_id, 5);
}

TEST(TokenizerFiles, SpecialTokensAreThoseThatAreStated) {
  const std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n<a>\n<z>";
  const auto config =
      parse_tokenizer_config(R"({"cls_token": "<a>", "mask_token": null, "sep_token": {"content": "<z>"},
    "unk_token": "[PAD]", "additional_special_tokens": ["a", "nowhere"]})");
  ASSERT_TRUE(config.has_value()) << config.error().message;
  const auto spec = parse_vocab_txt(vocabulary, *config);
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  EXPECT_EQ(spec->first_id, 5);
  EXPECT_EQ(spec->last_id, 6);
  EXPECT_EQ(spec->unknown_id, 0);
  EXPECT_EQ(spec->vocabulary.size(), 7);
  EXPECT_EQ(spec->added.back().content, "a");
  TokenizerConfig older;
  older.added = *parse_added_tokens(R"({"[happy]": 7})");
  older.added_are_old = true;
  ASSERT_TRUE(parse_special_tokens(R"({"additional_special_tokens": ["[happy]"], "other": 1})", older));
  const auto special = parse_vocab_txt(vocabulary, older);
  ASSERT_TRUE(special.has_value()) << special.error().message;
  EXPECT_EQ(special->added.back().id, 7);
  EXPECT_TRUE(special->added.back().special && !special->added.back().normalized);
}

TEST(TokenizerFiles, ReadsVocabAndMerges) {
  const auto spec =
      parse_vocab_and_merges(R"({"<s>":0,"</s>":1,"a":2,"b":3,"ab":4,"<mask>":5})", "#version: 0.2\na b\n", {});
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  ASSERT_EQ(spec->merges.size(), 1U);
  EXPECT_EQ(spec->merges[0].second, "b");
  EXPECT_TRUE(spec->added.back().lstrip);
  EXPECT_EQ(spec->added.back().content, "<mask>");
}

TEST(TokenizerFiles, NamesFileAndLine) {
  const auto bad = parse_vocab_and_merges(R"({"<s>":0,"</s>":1,"a":2})", "#version: 0.2\na\n", {});
  ASSERT_FALSE(bad.has_value());
  EXPECT_NE(bad.error().message.find("merges.txt: line 2"), std::string::npos) << bad.error().message;
  EXPECT_FALSE(parse_vocab_and_merges("{", "", {}).has_value());
  EXPECT_FALSE(parse_vocab_txt("a\nb\n", {}).has_value());
}

}  // namespace
}  // namespace emo::text
