// Whole checkpoint folders: tensors in our order and stacking, heads by their facts, and refusals of what is not read.
// That the numbers mean what the reference implementation means by them is tests/golden/hf's business.
#include "hf/checkpoint.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "checkpoint_folder.hpp"
#include "core/labels.hpp"
#include "io/safetensors.hpp"

namespace emo::hf {
namespace {

using testing::CheckpointFolder;
using testing::tensor_of;

void expect_refused(const CheckpointFolder& folder, ErrorCode code, std::string_view part) {
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_FALSE(checkpoint) << part;
  EXPECT_EQ(checkpoint.error().code, code) << checkpoint.error().message;
  EXPECT_NE(checkpoint.error().message.find(part), std::string::npos) << checkpoint.error().message;
}

class EveryArchitecture : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryArchitecture, GivesEveryTensorOfItsArchitectureInOrder) {
  const CheckpointFolder folder(GetParam());
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  const auto specs = core::tensors_of(checkpoint->architecture);
  ASSERT_EQ(checkpoint->tensors.size(), specs.size());
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const auto view = checkpoint->tensors[i].view();
    EXPECT_EQ(checkpoint->tensors[i].name, specs[i].name);
    EXPECT_EQ(view.shape, specs[i].shape);
    EXPECT_EQ(view.bytes.size(), static_cast<std::size_t>(view.elements()) * sizeof(float)) << specs[i].name;
  }
  EXPECT_EQ(checkpoint->heads.size(), checkpoint->architecture.heads.size());
  EXPECT_FALSE(checkpoint->tokenizer_json.empty());
}

INSTANTIATE_TEST_SUITE_P(Hf, EveryArchitecture,
                         ::testing::Values("bert_multilabel", "bert_legacy_f16", "minilm_encoder", "distilbert",
                                           "roberta", "roberta_sharded", "electra", "mpnet"));

TEST(LoadCheckpoint, StacksQueryKeyAndValueInThatOrder) {
  const CheckpointFolder folder("bert_multilabel");
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  const NamedTensor* qkv = tensor_of(*checkpoint, "layers.1.attention.qkv.weight");
  ASSERT_NE(qkv, nullptr);
  const auto file = io::SafeTensors::open(folder.file("model.safetensors"));
  ASSERT_TRUE(file);
  const std::string stem = "bert.encoder.layer.1.attention.self.";
  const std::size_t part = qkv->values.size() / 3;
  for (std::size_t i = 0; i < 3; ++i) {
    const char* name = i == 0 ? "query" : i == 1 ? "key" : "value";
    const auto source = file->find(stem + name + ".weight");
    ASSERT_TRUE(source);
    ASSERT_EQ(source->bytes.size(), part * sizeof(float));
    EXPECT_EQ(std::memcmp(source->bytes.data(), qkv->values.data() + i * part, part * sizeof(float)), 0) << name;
  }
}

TEST(LoadCheckpoint, ReadsMultiLabelBert) {
  const CheckpointFolder folder("bert_multilabel");
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  ASSERT_EQ(checkpoint->heads.size(), 1U);
  const auto& head = checkpoint->heads.front();
  EXPECT_EQ(head.activation, core::HeadActivation::kSigmoid);
  EXPECT_EQ(head.labels, (std::vector<std::string>{"calm", "curious", "proud", "bored", "hopeful"}));
  EXPECT_EQ(head.taxonomy, "custom");
  EXPECT_EQ(checkpoint->architecture.encoder.pooling, core::Pooling::kFirst);
  EXPECT_EQ(checkpoint->architecture.heads.front().name, head.name);
  EXPECT_EQ(checkpoint->model_type, "bert");
}

TEST(LoadCheckpoint, KnownLabelSetsGetTheirTaxonomy) {
  const CheckpointFolder seven("distilbert");
  const auto basic = load_checkpoint(seven.path());
  ASSERT_TRUE(basic);
  EXPECT_EQ(basic->heads.front().name, "basic");
  EXPECT_EQ(basic->heads.front().taxonomy, "basic7");
  EXPECT_EQ(basic->architecture.heads.front().dense_activation, core::Activation::kRelu);

  const CheckpointFolder three("bert_legacy_f16");
  const auto polarity = load_checkpoint(three.path());
  ASSERT_TRUE(polarity);
  EXPECT_EQ(polarity->heads.front().name, "sentiment");
  EXPECT_EQ(polarity->heads.front().taxonomy, "polarity3");

  // The same names as independent labels are no distribution over the basic classes.
  const CheckpointFolder independent("roberta");
  const auto custom = load_checkpoint(independent.path());
  ASSERT_TRUE(custom);
  EXPECT_EQ(custom->heads.front().taxonomy, "custom");
}

TEST(LoadCheckpoint, BareEncoderIsPooledAsTheFolderSays) {
  const CheckpointFolder folder("minilm_encoder");
  const auto mean = load_checkpoint(folder.path());
  ASSERT_TRUE(mean) << mean.error().message;
  EXPECT_TRUE(mean->heads.empty());
  EXPECT_EQ(mean->architecture.encoder.pooling, core::Pooling::kMean);
  EXPECT_EQ(mean->architecture.encoder.activation, core::Activation::kGeluTanh);
  EXPECT_EQ(tensor_of(*mean, "heads.labels.out.weight"), nullptr);

  folder.write("1_Pooling/config.json", R"({"pooling_mode_cls_token": true})");
  const auto first = load_checkpoint(folder.path());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->architecture.encoder.pooling, core::Pooling::kFirst);
}

TEST(LoadCheckpoint, PrefixesAndPretrainingPartsDoNotMatter) {
  const CheckpointFolder folder("minilm_encoder");
  const auto plain = load_checkpoint(folder.path());
  ASSERT_TRUE(plain);
  folder.rename_tensors(
      [](const std::string& name) { return name.starts_with("pooler.") ? "cls.predictions." + name : "bert." + name; });
  folder.edit_config([](io::Json& config) { config["architectures"] = {"BertForMaskedLM"}; });
  const auto prefixed = load_checkpoint(folder.path());
  ASSERT_TRUE(prefixed) << prefixed.error().message;
  ASSERT_EQ(prefixed->tensors.size(), plain->tensors.size());
  for (std::size_t i = 0; i < plain->tensors.size(); ++i) {
    EXPECT_EQ(prefixed->tensors[i].values, plain->tensors[i].values) << plain->tensors[i].name;
  }
}

TEST(LoadCheckpoint, LicenceAndLanguagesComeFromTheReadme) {
  const CheckpointFolder folder("minilm_encoder");
  folder.write("README.md", "---\nlicense: mit\nlanguage:\n- en\n- de\n---\n");
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->licence, "mit");
  EXPECT_EQ(checkpoint->languages, (std::vector<std::string>{"en", "de"}));
  EXPECT_EQ(checkpoint->name, std::filesystem::path(folder.path()).filename().string());
}

TEST(LoadCheckpoint, RefusesMissingAndLeftOverTensors) {
  const CheckpointFolder missing("bert_multilabel");
  missing.rename_tensors([](const std::string& name) { return name == "classifier.bias" ? "" : name; });
  expect_refused(missing, ErrorCode::kInvalidModel, "classifier.bias");

  const CheckpointFolder extra("bert_multilabel");
  extra.rename_tensors([](const std::string& name) {
    return name == "bert.encoder.layer.1.output.dense.bias" ? "bert.encoder.layer.1.adapter.bias" : name;
  });
  expect_refused(extra, ErrorCode::kUnsupported, "adapter");

  const CheckpointFolder fewer_layers("bert_multilabel");
  fewer_layers.edit_config([](io::Json& config) { config["num_hidden_layers"] = 1; });
  expect_refused(fewer_layers, ErrorCode::kUnsupported, "layer.1.");

  const CheckpointFolder other("bert_multilabel");
  other.rename_tensors([](const std::string& name) { return name + ".x"; });
  expect_refused(other, ErrorCode::kInvalidModel, "word_embeddings");
}

TEST(LoadCheckpoint, RefusesConfigurationsThatDoNotFitTheWeights) {
  const auto expect = [](const char* key, const io::Json& value, ErrorCode code, std::string_view part) {
    const CheckpointFolder folder("bert_multilabel");
    folder.edit_config([&](io::Json& config) { config[key] = value; });
    expect_refused(folder, code, part);
  };
  expect("hidden_size", 64, ErrorCode::kInvalidModel, "[116, 32]");
  expect("num_attention_heads", 5, ErrorCode::kInvalidModel, "5");
  expect("vocab_size", 1'099'511'627'776, ErrorCode::kInvalidModel, "1099511627776");
  expect("num_hidden_layers", 1'000'000'000, ErrorCode::kInvalidModel, "1000000000");
  expect("type_vocab_size", 0, ErrorCode::kUnsupported, "token_type");
  expect("id2label", {{"0", "yes"}, {"1", "no"}}, ErrorCode::kInvalidModel, "5 rows");
  expect("architectures", {"BertForTokenClassification"}, ErrorCode::kUnsupported, "BertForTokenClassification");
  expect("problem_type", "regression", ErrorCode::kUnsupported, "regression");
}

TEST(LoadCheckpoint, LabelsThatNobodyNamedAreNumbered) {
  const CheckpointFolder folder("bert_multilabel");
  folder.edit_config([](io::Json& config) { config.erase("id2label"); });
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  EXPECT_EQ(checkpoint->heads.front().labels.at(4), "LABEL_4");
}

TEST(LoadCheckpoint, RefusesFoldersWithoutTheirFiles) {
  for (const char* file : {"config.json", "model.safetensors", "vocab.txt"}) {
    const CheckpointFolder folder("bert_multilabel");
    folder.remove(file);
    const auto checkpoint = load_checkpoint(folder.path());
    ASSERT_FALSE(checkpoint) << file;
    EXPECT_EQ(checkpoint.error().code, ErrorCode::kNotFound) << checkpoint.error().message;
  }
  EXPECT_FALSE(load_checkpoint("/nonexistent/checkpoint"));
  const CheckpointFolder folder("bert_multilabel");
  EXPECT_FALSE(load_checkpoint(folder.file("config.json")));
}

TEST(LoadCheckpoint, SaysWhatAFolderWithoutConfigIs) {
  const CheckpointFolder folder("");
  folder.write("checkpoint-500/config.json", "{}");
  expect_refused(folder, ErrorCode::kNotFound, "expected a folder with config.json (nothing is downloaded)");
  folder.write("manifest.json", "{}");
  expect_refused(folder, ErrorCode::kUnsupported, "is a bundle already");
  folder.remove("manifest.json");
  folder.write("adapter_config.json", "{}");
  expect_refused(folder, ErrorCode::kUnsupported, "a LoRA adapter alone; merge it first");
  const auto hub = load_checkpoint("somebody/model");
  ASSERT_FALSE(hub);
  EXPECT_EQ(hub.error().message, "somebody/model: expected a folder with config.json (nothing is downloaded)");
}

TEST(LoadCheckpoint, AnAdapterBesideTheWeightsIsToldNotToBeApplied) {
  const CheckpointFolder folder("bert_multilabel");
  EXPECT_TRUE(load_checkpoint(folder.path())->told.empty());
  folder.write("adapter_config.json", "{}");
  const auto checkpoint = load_checkpoint(folder.path());
  ASSERT_TRUE(checkpoint) << checkpoint.error().message;
  ASSERT_EQ(checkpoint->told.size(), 1U);
  EXPECT_NE(checkpoint->told[0].find("adapter_config.json"), std::string::npos) << checkpoint->told[0];
  folder.remove("model.safetensors");
  expect_refused(folder, ErrorCode::kUnsupported, "a LoRA adapter alone");
}

TEST(LoadCheckpoint, WaitsForNoPipe) {
  for (const char* file : {"config.json", "model.safetensors"}) {
    const CheckpointFolder folder("bert_multilabel");
    folder.remove(file);
    ASSERT_EQ(::mkfifo(folder.file(file).c_str(), 0600), 0);
    expect_refused(folder, ErrorCode::kIo, "is not a regular file");
  }
}

TEST(LoadCheckpoint, RefusesATokenizerLargerThanTheEmbedding) {
  const CheckpointFolder folder("bert_multilabel");
  const auto vocabulary = folder.file("vocab.txt");
  std::string words;
  for (int i = 0; i < 200; ++i)
    words += (i == 0   ? "[PAD]"
              : i == 1 ? "[UNK]"
              : i == 2 ? "[CLS]"
              : i == 3 ? "[SEP]"
              : i == 4 ? "[MASK]"
                       : "w" + std::to_string(i)) +
             std::string("\n");
  folder.write("vocab.txt", words);
  expect_refused(folder, ErrorCode::kInvalidModel, "200");
}

}  // namespace
}  // namespace emo::hf
