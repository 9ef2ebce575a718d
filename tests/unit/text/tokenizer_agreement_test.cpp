#include "text/tokenizer_agreement.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace emo::text {
namespace {

/// A small tokenizer.json of BERT's kind, with `added` among its added tokens.
TokenizerSpec bert_with(const std::string& added) {
  auto spec = parse_tokenizer_json(
      R"({"added_tokens":[)" + added +
      R"(],"normalizer":{"type":"BertNormalizer","lowercase":true},"pre_tokenizer":{"type":"BertPreTokenizer"},
      "post_processor":{"type":"BertProcessing","sep":["[SEP]",3],"cls":["[CLS]",2]},
      "model":{"type":"WordPiece","unk_token":"[UNK]","vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"a":4}}})");
  EXPECT_TRUE(spec) << spec.error().message;
  return spec ? std::move(*spec) : TokenizerSpec{};
}

TokenizerConfig config_of(const std::string& json) {
  auto config = parse_tokenizer_config(json);
  EXPECT_TRUE(config) << json;
  return config ? std::move(*config) : TokenizerConfig{};
}

TEST(TokenizerAgreement, StatedMembersWinAndAbsentOnesStay) {
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

TEST(TokenizerAgreement, CleanTextIsTheFilesOwn) {
  for (const bool clean : {true, false}) {
    TokenizerSpec spec;
    spec.bert.clean_text = clean;
    apply_config(*parse_tokenizer_config(R"({"do_lower_case": true})"), spec);
    EXPECT_EQ(spec.bert.clean_text, clean);
  }
}

TEST(TokenizerAgreement, AClassThatTakesTheFileAsItIsChangesNothing) {
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

TEST(TokenizerAgreement, SaysWhereTransformersWouldTakeItsDefaults) {
  const auto line = [](std::string_view json, const TokenizerSpec& read) {
    const auto config = parse_tokenizer_config(json);
    EXPECT_TRUE(config.has_value()) << json;
    TokenizerSpec spec;
    spec.model = read.model;
    spec.bert = read.bert;
    spec.byte_level = read.byte_level;
    spec.max_word_chars = read.max_word_chars;
    spec.ends_stated = false;
    apply_config(*config, spec);
    const auto lines = differences(*config, spec);
    return lines.empty() ? std::string() : lines.front();
  };
  TokenizerSpec bert;
  EXPECT_EQ(line("{}", bert), "");
  bert.bert.lowercase = bert.bert.strip_accents = false;
  const auto told = line(R"({"tokenizer_class": "BertTokenizer"})", bert);
  EXPECT_NE(told.find("do_lower_case false, strip_accents false, which tokenizer_config.json does not state"),
            std::string::npos)
      << told;
  EXPECT_NE(told.find("(true, true)"), std::string::npos) << told;
  EXPECT_EQ(line(R"({"do_lower_case": false})", bert), "") << "stated";
  EXPECT_EQ(line(R"({"tokenizer_class": "PreTrainedTokenizerFast"})", bert), "") << "takes the file as it is";
  bert.bert = {true, false, true, true};
  EXPECT_NE(line("{}", bert).find("tokenize_chinese_chars false"), std::string::npos);
  bert.bert = {false, true, true, true};
  bert.max_word_chars = 5;
  EXPECT_EQ(line("{}", bert),
            "tokenizer.json has clean_text false, max_input_chars_per_word 5: it is kept, where transformers takes its "
            "class's default (true, 100)");

  TokenizerSpec roberta;
  roberta.model = TokenizerSpec::Model::kBytePairEncoding;
  roberta.byte_level.add_prefix_space = true;
  EXPECT_NE(line(R"({"tokenizer_class": "RobertaTokenizer"})", roberta).find("add_prefix_space true"),
            std::string::npos);
  EXPECT_EQ(line(R"({"add_prefix_space": true})", roberta), "");
  EXPECT_EQ(line(R"({"tokenizer_class": "XLMRobertaTokenizer"})", roberta), "") << "has no such default";
  roberta.byte_level.add_prefix_space = false;
  EXPECT_EQ(line("{}", roberta), "");
  roberta.byte_level.use_regex = false;
  EXPECT_NE(line("{}", roberta).find("use_regex false"), std::string::npos);
}

TEST(TokenizerAgreement, ATokenThatIsAddedBesideTheFileIsRefused) {
  const TokenizerSpec without = bert_with("");
  const TokenizerSpec with = bert_with(R"({"id":5,"content":"hap"})");
  for (const char* json : {R"({"added_tokens_decoder": {"5": {"content": "hap"}}})",
                           R"({"additional_special_tokens": ["hap"]})", R"({"extra_special_tokens": ["hap"]})"}) {
    const auto refused = check_added(config_of(json), without);
    ASSERT_FALSE(refused) << json;
    EXPECT_NE(refused.error().message.find("'hap'"), std::string::npos) << refused.error().message;
    EXPECT_TRUE(check_added(config_of(json), with)) << json;
  }
  EXPECT_TRUE(check_added(config_of(R"({"additional_special_tokens": ["a"]})"), without)) << "a piece of the model";
  EXPECT_TRUE(check_added(config_of(R"({"pad_token": "<pad>"})"), without)) << "stands in no text";
}

TEST(TokenizerAgreement, OtherRolesAndFlagsAreTold) {
  const TokenizerSpec spec = bert_with(R"({"id":5,"content":"hap","lstrip":true})");
  const auto lines = [&](const std::string& json) { return differences(config_of(json), spec); };
  EXPECT_TRUE(lines(R"({"cls_token": "[CLS]", "sep_token": "[SEP]", "unk_token": "[UNK]"})").empty());
  const auto swapped = lines(R"({"cls_token": "[SEP]", "sep_token": "[CLS]"})");
  ASSERT_EQ(swapped.size(), 2U);
  EXPECT_NE(swapped[0].find("names '[SEP]' as cls_token, tokenizer.json has '[CLS]' before a text"), std::string::npos)
      << swapped[0];
  EXPECT_TRUE(lines(R"({"cls_token": "[SEP]", "tokenizer_class": "PreTrainedTokenizerFast"})").empty());
  TokenizerConfig old = config_of("{}");
  old.added = {AddedToken{.content = "hap", .id = 5}};
  old.added_are_old = true;
  EXPECT_TRUE(differences(old, spec).empty()) << "added_tokens.json has no flags";
  EXPECT_EQ(lines(R"({"unk_token": "[PAD]", "tokenizer_class": "PreTrainedTokenizerFast"})").size(), 1U);
  const auto flags = lines(R"({"added_tokens_decoder": {"5": {"content": "hap", "lstrip": false}}})");
  ASSERT_EQ(flags.size(), 1U);
  EXPECT_NE(flags[0].find("'hap' has other flags"), std::string::npos) << flags[0];
  EXPECT_TRUE(lines(R"({"added_tokens_decoder": {"5": {"content": "hap", "lstrip": true}}})").empty());
  const auto own = lines(R"({"additional_special_tokens": ["a"], "bos_token": "hop", "mask_token": "[MASK]"})");
  ASSERT_EQ(own.size(), 1U);
  EXPECT_NE(own[0].find("transformers finds 'a', 'hop' in texts"), std::string::npos) << own[0];
}

}  // namespace
}  // namespace emo::text
