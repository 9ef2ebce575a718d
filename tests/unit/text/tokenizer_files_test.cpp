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
}

TEST(TokenizerFiles, StatedMembersWinAndAbsentOnesStay) {
  const auto applied = [](std::string_view json, BertNormalizerSpec bert) {
    const auto config = parse_tokenizer_config(json);
    EXPECT_TRUE(config.has_value()) << json;
    TokenizerSpec spec;
    spec.bert = bert;
    if (config) apply_config(*config, spec);
    return std::vector<bool>{spec.bert.handle_chinese_chars, spec.bert.strip_accents, spec.bert.lowercase,
                             spec.byte_level.add_prefix_space};
  };
  using Flags = std::vector<bool>;
  const BertNormalizerSpec cased{true, true, false, false};
  EXPECT_EQ(applied(R"({"tokenizer_class": "BertTokenizer"})", cased), (Flags{true, false, false, true}));
  EXPECT_EQ(applied(R"({"do_lower_case": null, "add_prefix_space": null})", cased), (Flags{true, false, false, true}));
  EXPECT_EQ(applied(R"({"do_lower_case": true})", cased), (Flags{true, true, true, true})) << "accents as the case";
  EXPECT_EQ(applied(R"({"do_lower_case": true, "strip_accents": false})", cased), (Flags{true, false, true, true}));
  EXPECT_EQ(applied(R"({"do_lower_case": false})", {}), (Flags{true, false, false, true}));
  EXPECT_EQ(applied(R"({"tokenize_chinese_chars": false})", cased), (Flags{false, false, false, true}));
  EXPECT_EQ(applied(R"({"strip_accents": true})", cased), (Flags{true, true, false, true}));
  EXPECT_EQ(applied(R"({"add_prefix_space": false})", cased), (Flags{true, false, false, false}));
}

TEST(TokenizerFiles, AClassThatTakesTheFileAsItIsChangesNothing) {
  for (const char* name : {"PreTrainedTokenizerFast", "TokenizersBackend"}) {
    const auto config = parse_tokenizer_config(
        R"({"do_lower_case": true, "add_prefix_space": false, "tokenizer_class": ")" + std::string(name) + "\"}");
    ASSERT_TRUE(config.has_value()) << config.error().message;
    TokenizerSpec spec;
    spec.bert = {true, true, false, false};
    apply_config(*config, spec);
    EXPECT_FALSE(spec.bert.lowercase || spec.bert.strip_accents) << name;
    EXPECT_TRUE(spec.byte_level.add_prefix_space) << name;
  }
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
