// Which head a folder gives, whatever its class is called, in which order, and what becomes of one that cannot be read.
#include "hf/checkpoint_head.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "checkpoint_folder.hpp"

namespace emo::hf {
namespace {

using testing::CheckpointFolder;
using testing::tensor_of;

void set_config(const CheckpointFolder& folder, const char* key, const io::Json& value) {
  folder.edit_config([&](io::Json& config) { config[key] = value; });
}

std::string refusal(const CheckpointFolder& folder) {
  const auto checkpoint = load_checkpoint(folder.path());
  return checkpoint ? "" : checkpoint.error().message;
}

/// Expects the encoder alone and a line that holds `reason`; and a refusal where a head is wanted.
void expect_left_out(const CheckpointFolder& folder, std::string_view reason) {
  const auto encoder = load_checkpoint(folder.path(), HeadUse::kIfReadable);
  ASSERT_TRUE(encoder) << encoder.error().message;
  EXPECT_TRUE(encoder->heads.empty());
  EXPECT_TRUE(encoder->architecture.heads.empty());
  EXPECT_EQ(encoder->tensors.size(), core::tensors_of(encoder->architecture).size());
  ASSERT_EQ(encoder->told.size(), 1U) << reason;
  EXPECT_NE(encoder->told[0].find("is left out"), std::string::npos) << encoder->told[0];
  EXPECT_NE(encoder->told[0].find(reason), std::string::npos) << encoder->told[0];
  EXPECT_NE(refusal(folder).find(reason), std::string::npos) << refusal(folder);
}

TEST(ReadHead, AWholeClassifierIsTakenWhateverTheClassIsCalled) {
  const CheckpointFolder plain("bert_multilabel");
  const auto expected = load_checkpoint(plain.path());
  ASSERT_TRUE(expected);
  for (const char* name : {"BertForMultiLabelClassification", "BertModel", "BertForMaskedLM", "MyBert"}) {
    const CheckpointFolder folder("bert_multilabel");
    set_config(folder, "architectures", {name});
    const auto read = load_checkpoint(folder.path());
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->heads.size(), 1U) << name;
    EXPECT_EQ(read->heads[0].labels, expected->heads[0].labels);
    EXPECT_EQ(read->architecture.encoder.pooling, core::Pooling::kFirst);
    ASSERT_EQ(read->tensors.size(), expected->tensors.size());
    for (std::size_t i = 0; i < read->tensors.size(); ++i) {
      EXPECT_EQ(read->tensors[i].values, expected->tensors[i].values) << read->tensors[i].name;
    }
    ASSERT_EQ(read->told.size(), 1U);
    EXPECT_NE(read->told[0].find(name), std::string::npos) << read->told[0];
  }
  const CheckpointFolder unnamed("bert_multilabel");
  unnamed.edit_config([](io::Json& config) { config.erase("architectures"); });
  const auto read = load_checkpoint(unnamed.path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->heads.size(), 1U);
  EXPECT_TRUE(read->told.empty());
}

TEST(ReadHead, AnotherHeadIsRefusedWithTheNameOfItsClass) {
  const CheckpointFolder partial("bert_multilabel");
  set_config(partial, "architectures", {"BertForMyTask"});
  partial.rename_tensors([](const std::string& name) { return name.starts_with("bert.pooler.") ? "" : name; });
  expect_left_out(partial, "\"architectures\" is 'BertForMyTask'");

  const CheckpointFolder more("bert_multilabel");
  more.rename_tensors(
      [](const std::string& name) { return name == "bert.pooler.dense.bias" ? "crf.transitions" : name; });
  set_config(more, "architectures", {"BertCrf"});
  expect_left_out(more, "\"architectures\" is 'BertCrf'");

  const CheckpointFolder tokens("bert_multilabel");
  set_config(tokens, "architectures", {"BertForTokenClassification"});
  expect_left_out(tokens, "'BertForTokenClassification'");
}

TEST(ReadHead, OneThatCannotBeReadIsLeftOutWhereTheEncoderIsEnough) {
  const CheckpointFolder regression("bert_multilabel");
  set_config(regression, "problem_type", "regression");
  expect_left_out(regression, "\"problem_type\" is 'regression'");

  const CheckpointFolder gaps("bert_multilabel");
  set_config(gaps, "id2label", {{"0", "a"}, {"7", "b"}});
  expect_left_out(gaps, "id2label");

  const CheckpointFolder fewer("bert_multilabel");
  set_config(fewer, "id2label", {{"0", "a"}, {"1", "b"}});
  expect_left_out(fewer, "5 rows");

  const CheckpointFolder damaged("bert_multilabel");
  damaged.rename_tensors([](const std::string& name) { return name == "classifier.bias" ? "" : name; });
  expect_left_out(damaged, "classifier.bias");
}

TEST(ReadHead, AnEncoderWithMoreInItIsRefusedEvenThen) {
  const CheckpointFolder folder("bert_multilabel");
  folder.rename_tensors([](const std::string& name) {
    return name == "bert.encoder.layer.1.output.dense.bias" ? "bert.encoder.layer.1.adapter.bias" : name;
  });
  const auto read = load_checkpoint(folder.path(), HeadUse::kIfReadable);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("adapter"), std::string::npos) << read.error().message;
}

TEST(ReadHead, WeightsOfAnotherFamilyAreRefusedEvenThen) {
  const CheckpointFolder folder("roberta");
  set_config(folder, "model_type", "bert");
  EXPECT_FALSE(load_checkpoint(folder.path(), HeadUse::kIfReadable));
}

TEST(ReadHead, LabelsOfATaxonomyComeInItsOrderWithTheirRows) {
  const CheckpointFolder plain("bert_legacy_f16");
  const auto usual = load_checkpoint(plain.path());
  ASSERT_TRUE(usual) << usual.error().message;
  const CheckpointFolder folder("bert_legacy_f16");
  set_config(folder, "id2label", {{"0", "Positive"}, {"1", "Negative"}, {"2", "Neutral"}});
  const auto read = load_checkpoint(folder.path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->heads[0].name, "sentiment");
  EXPECT_EQ(read->heads[0].taxonomy, "polarity3");
  EXPECT_EQ(read->heads[0].labels, (std::vector<std::string>{"Negative", "Neutral", "Positive"}));
  for (const char* leaf : {".weight", ".bias"}) {
    const std::string name = "heads.sentiment.out" + std::string(leaf);
    const NamedTensor* before = tensor_of(*usual, name);
    const NamedTensor* after = tensor_of(*read, name);
    ASSERT_TRUE(before != nullptr && after != nullptr) << name;
    EXPECT_EQ(after->values, ordered_rows(before->values, {1, 2, 0})) << name;
    EXPECT_NE(after->values, before->values) << name;
  }
  EXPECT_EQ(tensor_of(*read, "heads.sentiment.dense.weight")->values,
            tensor_of(*usual, "heads.sentiment.dense.weight")->values);
}

TEST(ReadHead, OtherLabelsKeepTheirOrder) {
  const CheckpointFolder folder("bert_legacy_f16");
  set_config(folder, "id2label", {{"0", "positive"}, {"1", "neutral"}, {"2", "mixed"}});
  const auto read = load_checkpoint(folder.path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->heads[0].taxonomy, "custom");
  EXPECT_EQ(read->heads[0].labels.front(), "positive");
}

TEST(OrderedRows, PutsEachRowInItsPlace) {
  EXPECT_EQ(ordered_rows({1, 2, 3, 4, 5, 6}, {2, 0, 1}), (std::vector<float>{5, 6, 1, 2, 3, 4}));
  EXPECT_TRUE(ordered_rows({}, {}).empty());
}

}  // namespace
}  // namespace emo::hf
