// tokenizer.json: what is read, what is refused and how it is named.
#include <gtest/gtest.h>

#include <string>

#include "text/tokenizer_spec.hpp"

namespace emo::text {
namespace {

const std::string kGood =
    R"({"version":"1.0","truncation":{"max_length":128},"padding":{"pad_id":0},"added_tokens":[],
    "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true},
    "pre_tokenizer":{"type":"BertPreTokenizer"},"post_processor":{"type":"BertProcessing","sep":["[SEP]",3],"cls":["[CLS]",2]},
    "decoder":{"type":"WordPiece"},"model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
    "max_input_chars_per_word":100,"vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"a":4}}})";

Error error_after(const std::string& from, const std::string& to) {
  std::string json = kGood;
  const std::size_t at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  json.replace(at, from.size(), to);
  const auto spec = parse_tokenizer_json(json);
  EXPECT_FALSE(spec.has_value()) << to;
  return spec ? Error{} : spec.error();
}

TEST(TokenizerJson, ReadsAWordPieceFile) {
  const auto spec = parse_tokenizer_json(kGood);
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  EXPECT_TRUE(spec->bert.strip_accents);  // null follows lowercase
  EXPECT_EQ(spec->first_id, 2);
  EXPECT_EQ(spec->last_id, 3);
  EXPECT_EQ(spec->unknown_id, 1);
  EXPECT_EQ(spec->vocabulary.size(), 5);
}

TEST(TokenizerJson, NamesWhatItDoesNotSupport) {
  const std::pair<const char*, const char*> changes[] = {
      {R"("type":"WordPiece","unk_token")", R"("type":"WordLevel","unk_token")"},
      {"BertPreTokenizer", "Whitespace"},
      {R"({"type":"BertNormalizer")", R"({"type":"Nmt")"},
      {R"({"type":"BertPreTokenizer"})", "null"},
      {R"("max_input_chars_per_word":100)", R"("max_input_chars_per_word":100000)"}};
  for (const auto& [from, to] : changes) EXPECT_EQ(error_after(from, to).code, ErrorCode::kUnsupported) << to;
  EXPECT_NE(error_after("BertPreTokenizer", "Whitespace").message.find("Whitespace"), std::string::npos);
}

TEST(TokenizerJson, AddedTokensHaveTheIdsThatTheLibraryGivesThem) {
  const auto refusal = [](const std::string& tokens) {
    std::string json = kGood;
    json.replace(json.find("\"added_tokens\":[]"), 17, "\"added_tokens\":[" + tokens + "]");
    const auto spec = parse_tokenizer_json(json);
    return spec ? std::string() : spec.error().message;
  };
  EXPECT_EQ(refusal(R"({"id":5,"content":"x"},{"id":6,"content":"y"},{"id":2,"content":"[CLS]"})"), "");
  EXPECT_EQ(refusal(R"({"id":5,"content":"x"},{"id":5,"content":"x"})"), "") << "the same again";
  EXPECT_EQ(refusal(R"({"id":6,"content":"y"},{"id":5,"content":"x"})"), "") << "as a bundle of before may have them";
  EXPECT_NE(refusal(R"({"id":4,"content":"x"})").find("'x' has id 4, expected 5"), std::string::npos) << "another's";
  EXPECT_NE(refusal(R"({"id":7,"content":"x"})").find("expected 5"), std::string::npos) << "a gap";
  EXPECT_NE(refusal(R"({"id":5,"content":"x"},{"id":6,"content":"x"})").find("expected 5"), std::string::npos);
}

TEST(TokenizerJson, RefusesWhatStandsOtherwiseAroundAText) {
  const std::string bert = R"({"type":"BertProcessing","sep":["[SEP]",3],"cls":["[CLS]",2]})";
  const auto single = [](const std::string& parts, const std::string& cls = "[2]") {
    return R"({"type":"TemplateProcessing","single":[)" + parts +
           R"(],"pair":[],"special_tokens":{"[CLS]":{"id":"[CLS]","ids":)" + cls +
           R"(,"tokens":["[CLS]"]},"[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}})";
  };
  const std::string cls = R"({"SpecialToken":{"id":"[CLS]","type_id":0}})";
  const std::string sep = R"({"SpecialToken":{"id":"[SEP]","type_id":0}})";
  const std::string text = R"({"Sequence":{"id":"A","type_id":0}})";
  const std::string good = single(cls + "," + text + "," + sep);
  for (const std::string& wrong :
       {single(cls + "," + text + "," + text + "," + sep),
        single(cls + R"(,{"Sequence":{"id":"B","type_id":0}},)" + sep), single(cls + "," + text),
        single(text + "," + sep), single(cls + "," + text + "," + sep, "[4]"),
        single(cls + "," + text + "," + sep, "[2,4]"),
        single(cls + "," + text + R"(,{"SpecialToken":{"id":"[SEP]","type_id":1}})"),
        single(cls + R"(,{"Sequence":{"id":"A","type_id":1}},)" + sep),
        R"({"type":"Sequence","processors":[)" + bert + "," + good + "]}",
        std::string(R"({"type":"BertProcessing","sep":["[SEP]",3],"cls":["[CLS]",4]})")}) {
    EXPECT_EQ(error_after(bert, wrong).code, ErrorCode::kUnsupported) << wrong;
  }
  for (const std::string& right : {good, R"({"type":"Sequence","processors":[)" + good + R"(,{"type":"ByteLevel"}]})",
                                   std::string(R"({"type":"BertProcessing","sep":["[SEP]",3],"cls":["[SEP]",3]})")}) {
    std::string json = kGood;
    json.replace(json.find(bert), bert.size(), right);
    const auto spec = parse_tokenizer_json(json);
    ASSERT_TRUE(spec.has_value()) << spec.error().message;
    EXPECT_TRUE(spec->ends_stated) << right;
  }
  for (const std::string& nothing : {std::string("null"), single(text), std::string(R"({"type":"ByteLevel"})")}) {
    std::string json = kGood;
    json.replace(json.find(bert), bert.size(), nothing);
    const auto spec = parse_tokenizer_json(json);
    ASSERT_TRUE(spec.has_value()) << spec.error().message;
    EXPECT_FALSE(spec->ends_stated) << nothing;
  }
}

TEST(TokenizerJson, ASequenceOfOneIsThatOne) {
  const std::string bert =
      R"({"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true})";
  const std::string pre = R"({"type":"BertPreTokenizer"})";
  std::string json = kGood;
  json.replace(json.find(bert), bert.size(), R"({"type":"Sequence","normalizers":[)" + bert + "]}");
  json.replace(json.find(pre), pre.size(), R"({"pretokenizers":[)" + pre + R"(],"type":"Sequence"})");
  const auto spec = parse_tokenizer_json(json);
  ASSERT_TRUE(spec.has_value()) << spec.error().message;
  EXPECT_TRUE(spec->bert.lowercase);
  EXPECT_NE(error_after(bert, R"({"type":"Sequence","normalizers":[)" + bert + R"(,{"type":"NFC"}]})")
                .message.find("normalizer 'Sequence'"),
            std::string::npos);
  EXPECT_NE(error_after(pre, R"({"type":"Sequence","pretokenizers":[)" + pre + R"(,{"type":"Digits"}]})")
                .message.find("pre-tokenizer 'Sequence'"),
            std::string::npos);
}

TEST(TokenizerJson, ADropoutOfNothingIsNone) {
  const auto with = [](const std::string& dropout) {
    return parse_tokenizer_json(
        R"({"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},"post_processor":{"type":"RobertaProcessing",
            "sep":["</s>",1],"cls":["<s>",0]},"model":{"type":"BPE","dropout":)" +
        dropout + R"(,"vocab":{"<s>":0,"</s>":1,"<unk>":2,"a":3,"b":4,"ab":5},"merges":["a b"]}})");
  };
  EXPECT_TRUE(with("null").has_value());
  EXPECT_TRUE(with("0.0").has_value()) << with("0.0").error().message;
  EXPECT_EQ(with("0.1").error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(with("\"no\"").error().code, ErrorCode::kInvalidModel);
}

TEST(TokenizerJson, RefusesDamage) {
  EXPECT_EQ(error_after(R"("a":4)", R"("a":-4)").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(error_after(R"("a":4)", R"("a":99999999)").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(error_after(R"("a":4)", R"("a":"4")").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(error_after(R"("[UNK]":1,)", "").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(error_after(R"("[SEP]":3,)", "").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(error_after(R"("a":4)", "\"\xFF\":4").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(error_after(R"(,"a":4}}})", R"(,"a":4)").code, ErrorCode::kInvalidModel);
  EXPECT_EQ(parse_tokenizer_json("").error().code, ErrorCode::kInvalidModel);
  EXPECT_EQ(parse_tokenizer_json("{}").error().code, ErrorCode::kUnsupported);
}

TEST(TokenizerJson, EveryTruncationIsAnErrorNotACrash) {
  for (std::size_t size = 0; size + 1 < kGood.size(); ++size) {
    EXPECT_FALSE(parse_tokenizer_json(std::string_view(kGood).substr(0, size)).has_value()) << size;
  }
}

TEST(TokenizerJson, AModelOfSentencePieceIsNamedBeforeItsNormalizer) {
  const auto spec = parse_tokenizer_json(
      R"({"normalizer":{"type":"Sequence","normalizers":[{"type":"Nmt"},{"type":"NFKC"}]},
          "pre_tokenizer":{"type":"Metaspace","replacement":"_","add_prefix_space":true},
          "model":{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0.0],["a",-1.5]]}})");
  ASSERT_FALSE(spec.has_value());
  EXPECT_EQ(spec.error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(spec.error().message,
            "tokenizer.json: model 'Unigram': SentencePiece is not read; expected a checkpoint with WordPiece or "
            "byte-level BPE");
  EXPECT_NE(error_after(R"({"type":"BertNormalizer")", R"({"type":"Nmt")").message.find("normalizer 'Nmt'"),
            std::string::npos);
}

}  // namespace
}  // namespace emo::text
