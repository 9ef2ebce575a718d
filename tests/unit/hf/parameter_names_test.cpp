// Parameter names per family, spelled out as the checkpoints have them.
#include "hf/parameter_names.hpp"

#include <gtest/gtest.h>

#include <map>

namespace emo::hf {
namespace {

core::TextArchitecture small(bool with_head, std::int64_t token_types) {
  core::TextArchitecture architecture;
  architecture.encoder = {.vocab_size = 10,
                          .max_positions = 8,
                          .token_types = token_types,
                          .hidden = 4,
                          .layers = 2,
                          .heads = 2,
                          .feed_forward = 6};
  if (with_head) architecture.heads.push_back({"labels", 3, true, core::Activation::kTanh});
  return architecture;
}

std::map<std::string, std::vector<std::string>> table(const core::TextArchitecture& architecture, Family family,
                                                      std::string_view prefix) {
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& source : tensor_sources(architecture, family, prefix)) out[source.target.name] = source.parameters;
  return out;
}

using Names = std::vector<std::string>;

TEST(TensorSources, Bert) {
  const auto sources = table(small(true, 2), Family::kBert, "bert.");
  EXPECT_EQ(sources.at("embeddings.word"), Names{"bert.embeddings.word_embeddings.weight"});
  EXPECT_EQ(sources.at("embeddings.position"), Names{"bert.embeddings.position_embeddings.weight"});
  EXPECT_EQ(sources.at("embeddings.token_type"), Names{"bert.embeddings.token_type_embeddings.weight"});
  EXPECT_EQ(sources.at("embeddings.norm.bias"), Names{"bert.embeddings.LayerNorm.bias"});
  EXPECT_EQ(sources.at("layers.1.attention.qkv.weight"),
            (Names{"bert.encoder.layer.1.attention.self.query.weight", "bert.encoder.layer.1.attention.self.key.weight",
                   "bert.encoder.layer.1.attention.self.value.weight"}));
  EXPECT_EQ(sources.at("layers.0.attention.out.bias"), Names{"bert.encoder.layer.0.attention.output.dense.bias"});
  EXPECT_EQ(sources.at("layers.0.attention.norm.weight"),
            Names{"bert.encoder.layer.0.attention.output.LayerNorm.weight"});
  EXPECT_EQ(sources.at("layers.0.ffn.in.weight"), Names{"bert.encoder.layer.0.intermediate.dense.weight"});
  EXPECT_EQ(sources.at("layers.0.ffn.out.weight"), Names{"bert.encoder.layer.0.output.dense.weight"});
  EXPECT_EQ(sources.at("layers.0.ffn.norm.bias"), Names{"bert.encoder.layer.0.output.LayerNorm.bias"});
  EXPECT_EQ(sources.at("heads.labels.dense.weight"), Names{"bert.pooler.dense.weight"});
  EXPECT_EQ(sources.at("heads.labels.out.bias"), Names{"classifier.bias"});
}

TEST(TensorSources, DistilBert) {
  const auto sources = table(small(true, 0), Family::kDistilBert, "distilbert.");
  EXPECT_EQ(sources.count("embeddings.token_type"), 0U);
  EXPECT_EQ(sources.at("layers.1.attention.qkv.bias"), (Names{"distilbert.transformer.layer.1.attention.q_lin.bias",
                                                              "distilbert.transformer.layer.1.attention.k_lin.bias",
                                                              "distilbert.transformer.layer.1.attention.v_lin.bias"}));
  EXPECT_EQ(sources.at("layers.1.attention.norm.bias"), Names{"distilbert.transformer.layer.1.sa_layer_norm.bias"});
  EXPECT_EQ(sources.at("layers.1.ffn.in.bias"), Names{"distilbert.transformer.layer.1.ffn.lin1.bias"});
  EXPECT_EQ(sources.at("layers.1.ffn.norm.bias"), Names{"distilbert.transformer.layer.1.output_layer_norm.bias"});
  EXPECT_EQ(sources.at("heads.labels.dense.bias"), Names{"pre_classifier.bias"});
}

TEST(TensorSources, Mpnet) {
  auto architecture = small(true, 0);
  architecture.encoder.relative_buckets = 8;
  architecture.encoder.relative_distance = 4;
  const auto sources = table(architecture, Family::kMpnet, "mpnet.");
  EXPECT_EQ(sources.at("relative_bias"), Names{"mpnet.encoder.relative_attention_bias.weight"});
  EXPECT_EQ(sources.at("layers.1.attention.qkv.weight"),
            (Names{"mpnet.encoder.layer.1.attention.attn.q.weight", "mpnet.encoder.layer.1.attention.attn.k.weight",
                   "mpnet.encoder.layer.1.attention.attn.v.weight"}));
  EXPECT_EQ(sources.at("layers.0.attention.out.bias"), Names{"mpnet.encoder.layer.0.attention.attn.o.bias"});
  EXPECT_EQ(sources.at("layers.0.attention.norm.weight"), Names{"mpnet.encoder.layer.0.attention.LayerNorm.weight"});
  EXPECT_EQ(sources.at("layers.1.ffn.in.bias"), Names{"mpnet.encoder.layer.1.intermediate.dense.bias"});
  EXPECT_EQ(sources.at("heads.labels.out.bias"), Names{"classifier.out_proj.bias"});
}

TEST(TensorSources, FollowTheOrderOfTheArchitecture) {
  const auto architecture = small(true, 2);
  const auto specs = core::tensors_of(architecture);
  for (const Family family : {Family::kBert, Family::kRoberta, Family::kDistilBert, Family::kElectra, Family::kMpnet}) {
    const auto sources = tensor_sources(architecture, family, "");
    ASSERT_EQ(sources.size(), specs.size());
    for (std::size_t i = 0; i < specs.size(); ++i) EXPECT_EQ(sources[i].target.name, specs[i].name);
  }
}

TEST(HeadScheme, DenseActivationIsTheFamilys) {
  EXPECT_EQ(head_scheme(Family::kBert, "bert.").dense_activation, core::Activation::kTanh);
  EXPECT_EQ(head_scheme(Family::kDistilBert, "").dense_activation, core::Activation::kRelu);
  EXPECT_EQ(head_scheme(Family::kElectra, "").dense_activation, core::Activation::kGelu);
  EXPECT_EQ(head_scheme(Family::kRoberta, "roberta.").out, "classifier.out_proj");
}

TEST(IsIgnorable, BuffersPoolerAndPretrainingHeadsOnly) {
  EXPECT_TRUE(is_ignorable("bert.embeddings.position_ids", "bert."));
  EXPECT_TRUE(is_ignorable("pooler.dense.weight", ""));
  EXPECT_TRUE(is_ignorable("cls.predictions.bias", "bert."));
  EXPECT_TRUE(is_ignorable("lm_head.dense.weight", "roberta."));
  EXPECT_FALSE(is_ignorable("bert.encoder.layer.9.output.dense.weight", "bert."));
  EXPECT_FALSE(is_ignorable("qa_outputs.weight", "bert."));
  EXPECT_FALSE(is_ignorable("bert.encoder.layer.0.adapter.weight", "bert."));
}

TEST(IsPrefixOf, OnlyAnotherFamilysIsNot) {
  EXPECT_TRUE(is_prefix_of(Family::kBert, "bert."));
  EXPECT_TRUE(is_prefix_of(Family::kBert, ""));
  EXPECT_TRUE(is_prefix_of(Family::kBert, "encoder.model."));
  EXPECT_FALSE(is_prefix_of(Family::kBert, "roberta."));
  EXPECT_FALSE(is_prefix_of(Family::kRoberta, "distilbert."));
}

TEST(IsOfEncoder, ByThePrefixOrWithoutOneByTheFirstPart) {
  EXPECT_TRUE(is_of_encoder("bert.encoder.layer.0.adapter.weight", "bert."));
  EXPECT_FALSE(is_of_encoder("classifier.weight", "bert."));
  for (const char* name : {"embeddings.x", "encoder.layer.0.x", "transformer.layer.0.x"}) {
    EXPECT_TRUE(is_of_encoder(name, "")) << name;
  }
  EXPECT_FALSE(is_of_encoder("classifier.weight", ""));
}

}  // namespace
}  // namespace emo::hf
