// config.json: what is read, and that everything the engine does not compute is refused by key and value.
#include "hf/config.hpp"

#include <gtest/gtest.h>

#include "io/json.hpp"

namespace emo::hf {
namespace {

io::Json bert_config() {
  return {{"model_type", "bert"},    {"architectures", {"BertForSequenceClassification"}},
          {"vocab_size", 100},       {"hidden_size", 32},
          {"num_hidden_layers", 2},  {"num_attention_heads", 4},
          {"intermediate_size", 64}, {"max_position_embeddings", 48},
          {"type_vocab_size", 2},    {"layer_norm_eps", 1e-7},
          {"hidden_act", "gelu"},    {"id2label", {{"0", "a"}, {"1", "b"}}}};
}

Result<Config> parsed(const io::Json& json) {
  return parse_config(io::dump_json(json));
}

/// Expects a refusal with `code` whose message holds `key` and `value`.
void expect_refused(const io::Json& json, ErrorCode code, std::string_view key, std::string_view value) {
  const auto config = parsed(json);
  ASSERT_FALSE(config) << key;
  EXPECT_EQ(config.error().code, code) << config.error().message;
  EXPECT_NE(config.error().message.find(key), std::string::npos) << config.error().message;
  EXPECT_NE(config.error().message.find(value), std::string::npos) << config.error().message;
}

/// The same of the head: the encoder can be read.
void expect_head_refused(const io::Json& json, ErrorCode code, std::string_view key, std::string_view value) {
  const auto config = parsed(json);
  ASSERT_TRUE(config) << config.error().message;
  ASSERT_FALSE(config->head) << key;
  EXPECT_EQ(config->head.error().code, code) << config->head.error().message;
  EXPECT_NE(config->head.error().message.find(key), std::string::npos) << config->head.error().message;
  EXPECT_NE(config->head.error().message.find(value), std::string::npos) << config->head.error().message;
}

TEST(ParseConfig, ReadsBert) {
  const auto config = parsed(bert_config());
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->family, Family::kBert);
  EXPECT_EQ(config->purpose, Purpose::kSequenceClassification);
  EXPECT_EQ(config->encoder.vocab_size, 100);
  EXPECT_EQ(config->encoder.hidden, 32);
  EXPECT_EQ(config->encoder.layers, 2);
  EXPECT_EQ(config->encoder.heads, 4);
  EXPECT_EQ(config->encoder.feed_forward, 64);
  EXPECT_EQ(config->encoder.max_positions, 48);
  EXPECT_EQ(config->encoder.position_offset, 0);
  EXPECT_EQ(config->encoder.token_types, 2);
  EXPECT_DOUBLE_EQ(config->encoder.layer_norm_eps, 1e-7);
  EXPECT_EQ(config->class_name, "BertForSequenceClassification");
  ASSERT_TRUE(config->head) << config->head.error().message;
  EXPECT_EQ(config->head->activation, core::HeadActivation::kSoftmax);
  EXPECT_EQ(config->head->labels, (std::vector<std::string>{"a", "b"}));
}

TEST(ParseConfig, RobertaPositionsStartAfterThePaddingId) {
  auto json = bert_config();
  json["model_type"] = "roberta";
  json["pad_token_id"] = 1;
  const auto config = parsed(json);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->encoder.position_offset, 2);
  EXPECT_EQ(config->encoder.max_tokens(), 46);
  json["pad_token_id"] = 48;
  expect_refused(json, ErrorCode::kInvalidModel, "pad_token_id", "48");
}

TEST(ParseConfig, MpnetHasBiasesByDistanceAndNoTokenTypes) {
  auto json = bert_config();
  json["model_type"] = "mpnet";
  json["pad_token_id"] = 0;  // its modelling code does not read the key
  auto config = parsed(json);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->encoder.token_types, 0);
  EXPECT_EQ(config->encoder.position_offset, 2);
  EXPECT_EQ(config->encoder.relative_buckets, 32);
  EXPECT_EQ(config->encoder.relative_distance, 128);
  json["relative_attention_num_buckets"] = 16;
  config = parsed(json);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->encoder.relative_buckets, 16);
  json["relative_attention_num_buckets"] = 64;  // its modelling code has a table of 64 and takes 32 of it
  expect_refused(json, ErrorCode::kUnsupported, "relative_attention_num_buckets", "64");
}

TEST(ParseConfig, DistilBertHasItsOwnKeysAndNoTokenTypes) {
  const io::Json json{{"model_type", "distilbert"},
                      {"architectures", {"DistilBertModel"}},
                      {"vocab_size", 100},
                      {"dim", 32},
                      {"n_layers", 2},
                      {"n_heads", 4},
                      {"hidden_dim", 64},
                      {"max_position_embeddings", 48},
                      {"activation", "relu"},
                      {"layer_norm_eps", 0.5}};
  const auto config = parsed(json);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->purpose, Purpose::kByWeights);
  EXPECT_EQ(config->encoder.token_types, 0);
  EXPECT_EQ(config->encoder.activation, core::Activation::kRelu);
  EXPECT_DOUBLE_EQ(config->encoder.layer_norm_eps, 1e-12);  // its modelling code does not read the key
}

TEST(ParseConfig, ActivationNames) {
  for (const auto& [name, activation] :
       {std::pair{"gelu_new", core::Activation::kGeluTanh}, std::pair{"gelu_pytorch_tanh", core::Activation::kGeluTanh},
        std::pair{"gelu_fast", core::Activation::kGeluTanh}, std::pair{"gelu_python", core::Activation::kGelu}}) {
    auto json = bert_config();
    json["hidden_act"] = name;
    const auto config = parsed(json);
    ASSERT_TRUE(config) << name;
    EXPECT_EQ(config->encoder.activation, activation) << name;
  }
}

TEST(ParseConfig, RefusesWhatTheEngineDoesNotCompute) {
  const auto with = [](const char* key, const io::Json& value) {
    auto json = bert_config();
    json[key] = value;
    return json;
  };
  expect_refused(with("model_type", "t5"), ErrorCode::kUnsupported, "model_type", "t5");
  expect_refused(with("model_type", nullptr), ErrorCode::kUnsupported, "has no \"model_type\"", "bert");
  expect_refused(with("hidden_act", "silu"), ErrorCode::kUnsupported, "hidden_act", "silu");
  expect_refused(with("position_embedding_type", "relative_key"), ErrorCode::kUnsupported, "position_embedding_type",
                 "relative_key");
  expect_refused(with("is_decoder", true), ErrorCode::kUnsupported, "is_decoder", "true");
  expect_refused(with("add_cross_attention", true), ErrorCode::kUnsupported, "add_cross_attention", "true");
  expect_refused(with("pruned_heads", {{"0", {1}}}), ErrorCode::kUnsupported, "pruned_heads", "[1]");
  expect_head_refused(with("problem_type", "regression"), ErrorCode::kUnsupported, "problem_type", "regression");
  expect_head_refused(with("architectures", {"BertForTokenClassification"}), ErrorCode::kUnsupported, "architectures",
                      "BertForTokenClassification");
  auto electra = with("embedding_size", 16);
  electra["model_type"] = "electra";
  expect_refused(electra, ErrorCode::kUnsupported, "embedding_size", "16");
}

TEST(ParseConfig, RefusesDamagedValues) {
  const auto with = [](const char* key, const io::Json& value) {
    auto json = bert_config();
    json[key] = value;
    return json;
  };
  expect_refused(with("hidden_size", -1), ErrorCode::kInvalidModel, "hidden_size", "-1");
  expect_refused(with("hidden_size", 1.5), ErrorCode::kInvalidModel, "hidden_size", "1.5");
  expect_refused(with("hidden_size", "32"), ErrorCode::kInvalidModel, "hidden_size", "32");
  expect_refused(with("vocab_size", 18446744073709551615ULL), ErrorCode::kInvalidModel, "vocab_size",
                 "18446744073709551615");
  expect_refused(with("vocab_size", nullptr), ErrorCode::kInvalidModel, "vocab_size", "missing");
  expect_refused(with("layer_norm_eps", 0), ErrorCode::kInvalidModel, "layer_norm_eps", "0");
  expect_refused(with("is_decoder", "no"), ErrorCode::kInvalidModel, "is_decoder", "no");
  expect_refused(with("architectures", "BertModel"), ErrorCode::kInvalidModel, "architectures", "BertModel");
  EXPECT_FALSE(parse_config(""));
  EXPECT_FALSE(parse_config("[1]"));
  EXPECT_FALSE(parse_config("{\"model_type\": \"bert\""));
  EXPECT_FALSE(parse_config(std::string(100'000, '[')));
}

TEST(ParseConfig, LabelsAreOrderedByIdNotByText) {
  auto json = bert_config();
  json["id2label"] = io::Json::object();
  for (int id = 0; id < 12; ++id) json["id2label"][std::to_string(id)] = "label" + std::to_string(id);
  const auto config = parsed(json);
  ASSERT_TRUE(config && config->head);
  EXPECT_EQ(config->head->labels[2], "label2");
  EXPECT_EQ(config->head->labels[10], "label10");
}

TEST(ParseConfig, RefusesLabelTablesWithHolesOrRepeats) {
  auto json = bert_config();
  json["id2label"] = {{"0", "a"}, {"2", "b"}};
  expect_head_refused(json, ErrorCode::kInvalidModel, "id2label", "2");
  json["id2label"] = {{"0", "a"}, {"00", "b"}};
  expect_head_refused(json, ErrorCode::kInvalidModel, "id2label", "0");
  json["id2label"] = {{"0", "a"}, {"x", "b"}};
  expect_head_refused(json, ErrorCode::kInvalidModel, "id2label", "x");
  json["id2label"] = {{"0", "a"}, {"1", "a"}};
  expect_head_refused(json, ErrorCode::kInvalidModel, "id2label", "a");
  json["id2label"] = {{"0", "a"}, {"1", nullptr}};
  expect_head_refused(json, ErrorCode::kInvalidModel, "id2label", "null");
  json["id2label"] = {{"0", "a"}, {"1", "b\nc"}};
  expect_head_refused(json, ErrorCode::kInvalidModel, "id2label", "control characters");
}

TEST(ParseConfig, MultiLabelMeansSigmoid) {
  auto json = bert_config();
  json["problem_type"] = "multi_label_classification";
  const auto config = parsed(json);
  ASSERT_TRUE(config && config->head);
  EXPECT_EQ(config->head->activation, core::HeadActivation::kSigmoid);
}

TEST(ParseConfig, AClassCalledMultiLabelMeansSigmoidWhereNoProblemIsStated) {
  auto json = bert_config();
  json["architectures"] = {"BertForMultiLabelClassification"};
  const auto config = parsed(json);
  ASSERT_TRUE(config && config->head);
  EXPECT_EQ(config->purpose, Purpose::kByWeights);
  EXPECT_EQ(config->head->activation, core::HeadActivation::kSigmoid);
  json["problem_type"] = "single_label_classification";
  EXPECT_EQ(parsed(json)->head->activation, core::HeadActivation::kSoftmax);
}

TEST(ParseShardIndex, ListsEachFileOnce) {
  const auto files = parse_shard_index(
      R"({"weight_map":{"x":"model-00002-of-00002.safetensors","y":"model-00001-of-00002.safetensors",
          "z":"model-00002-of-00002.safetensors"}})",
      ".safetensors");
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, (std::vector<std::string>{"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"}));
}

TEST(ParseShardIndex, RefusesPathsAndDamage) {
  for (const char* json :
       {R"({"weight_map":{"x":"../secret.safetensors"}})", R"({"weight_map":{"x":"/a.safetensors"}})",
        R"({"weight_map":{"x":"a.bin"}})", R"({"weight_map":{"x":7}})", R"({"weight_map":[]})", "{}", "x"}) {
    const auto files = parse_shard_index(json, ".safetensors");
    ASSERT_FALSE(files) << json;
    EXPECT_EQ(files.error().code, ErrorCode::kInvalidModel) << json;
  }
}

TEST(ParsePooling, MeanFirstAndNothingElse) {
  EXPECT_EQ(*parse_pooling(R"({"pooling_mode_mean_tokens":true,"pooling_mode_cls_token":false})"),
            core::Pooling::kMean);
  EXPECT_EQ(*parse_pooling(R"({"pooling_mode_cls_token":true})"), core::Pooling::kFirst);
  EXPECT_EQ(parse_pooling(R"({"pooling_mode_max_tokens":true})").error().code, ErrorCode::kUnsupported);
  EXPECT_FALSE(parse_pooling(R"({"pooling_mode_mean_tokens":true,"pooling_mode_cls_token":true})"));
}

TEST(ParsePooling, TheNewerFormNamesTheMode) {
  const auto mode = [](const std::string& value) {
    return parse_pooling(R"({"embedding_dimension":32,"pooling_mode":)" + value + R"(,"include_prompt":true})");
  };
  EXPECT_EQ(*mode(R"("mean")"), core::Pooling::kMean);
  EXPECT_EQ(*mode(R"("cls")"), core::Pooling::kFirst);
  EXPECT_EQ(*mode(R"(["cls"])"), core::Pooling::kFirst);
  EXPECT_EQ(*mode("null"), core::Pooling::kMean) << "says nothing";
  for (const char* value : {R"("max")", R"(["mean","max"])", R"("lasttoken")", "[]", "true"}) {
    const auto refused = mode(value);
    ASSERT_FALSE(refused) << value;
    EXPECT_EQ(refused.error().code, ErrorCode::kUnsupported);
    EXPECT_NE(refused.error().message.find("\"pooling_mode\" is"), std::string::npos) << refused.error().message;
  }
  EXPECT_NE(mode(R"("max")").error().message.find("'max'"), std::string::npos);
}

}  // namespace
}  // namespace emo::hf
