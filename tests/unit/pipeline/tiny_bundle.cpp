// Making of the tiny bundle through the project's own writer. Its answers mean nothing; they only must be the same.
#include "tiny_bundle.hpp"

#include <map>
#include <random>
#include <utility>
#include <vector>

#include "core/assert.hpp"
#include "core/labels.hpp"
#include "io/bundle.hpp"
#include "io/json.hpp"
#include "pipeline/golden.hpp"

namespace emo::test {
namespace {

std::vector<std::string> vocabulary() {
  std::vector<std::string> words{"[PAD]", "[UNK]", "[CLS]", "[SEP]"};
  for (char c = 'a'; c <= 'z'; ++c) words.emplace_back(1, c);
  for (char c = 'a'; c <= 'z'; ++c) words.push_back(std::string("##") + c);
  for (char c = '0'; c <= '9'; ++c) words.emplace_back(1, c);
  for (char c = '0'; c <= '9'; ++c) words.push_back(std::string("##") + c);
  for (const char* word : {".", ",", "!", "?", "'", "-", "the", "and", "good", "bad", "happy", "sad", "word"}) {
    words.emplace_back(word);
  }
  return words;
}

template <class Names>
std::vector<std::string> strings(const Names& names) {
  return {names.begin(), names.end()};
}

template <class Outcome>
void must(const Outcome& outcome) {
  EMO_ASSERT(outcome.has_value());
}

}  // namespace

io::Manifest tiny_manifest() {
  io::Manifest manifest;
  manifest.name = "tiny";
  manifest.version = "0.0.1";
  auto& encoder = manifest.text.encoder;
  encoder.vocab_size = static_cast<std::int64_t>(vocabulary().size());
  encoder.max_positions = 64;
  encoder.token_types = 2;
  encoder.hidden = 16;
  encoder.layers = 2;
  encoder.heads = 2;
  encoder.feed_forward = 32;
  manifest.text.heads = {{"basic", 7, false, core::Activation::kNone},
                         {"emotions", 28, true, core::Activation::kTanh},
                         {"sentiment", 3, false, core::Activation::kNone}};
  io::HeadManifest basic;
  basic.name = "basic";
  basic.labels = strings(core::basic_names());
  basic.taxonomy = "basic7";
  basic.temperature = 1.5;
  io::HeadManifest emotions;
  emotions.name = "emotions";
  emotions.labels = strings(core::fine_names());
  emotions.activation = core::HeadActivation::kSigmoid;
  emotions.taxonomy = "goemotions28";
  emotions.thresholds.assign(core::kFineCount, 0.4);
  io::HeadManifest sentiment;
  sentiment.name = "sentiment";
  sentiment.labels = strings(core::polarity_names());
  sentiment.taxonomy = "polarity3";
  manifest.heads = {basic, emotions, sentiment};
  manifest.text_preprocess.normalizer_version = 1;
  manifest.text_preprocess.max_tokens = 32;
  manifest.text_preprocess.stride = 8;
  manifest.languages = {"en"};
  return manifest;
}

std::string tiny_tokenizer_json() {
  io::OrderedJson json;
  json["version"] = "1.0";
  json["truncation"] = nullptr;
  json["padding"] = nullptr;
  json["added_tokens"] = io::OrderedJson::array();
  const auto words = vocabulary();
  for (int id = 0; id < 4; ++id) {
    json["added_tokens"].push_back({{"id", id},
                                    {"content", words[static_cast<std::size_t>(id)]},
                                    {"single_word", false},
                                    {"lstrip", false},
                                    {"rstrip", false},
                                    {"normalized", false},
                                    {"special", true}});
  }
  json["normalizer"] = {{"type", "BertNormalizer"},
                        {"clean_text", true},
                        {"handle_chinese_chars", true},
                        {"strip_accents", nullptr},
                        {"lowercase", true}};
  json["pre_tokenizer"] = {{"type", "BertPreTokenizer"}};
  json["post_processor"] = {{"type", "BertProcessing"}, {"sep", {"[SEP]", 3}}, {"cls", {"[CLS]", 2}}};
  json["decoder"] = {{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}};
  json["model"] = {{"type", "WordPiece"},
                   {"unk_token", "[UNK]"},
                   {"continuing_subword_prefix", "##"},
                   {"max_input_chars_per_word", 100}};
  io::OrderedJson entries;
  for (std::size_t id = 0; id < words.size(); ++id) entries[words[id]] = id;
  json["model"]["vocab"] = std::move(entries);
  return io::dump_json(json);
}

void write_tiny_bundle(const std::string& directory, std::uint32_t seed, bool with_golden) {
  write_tiny_bundle(directory, tiny_manifest(), seed, with_golden);
}

void write_tiny_bundle(const std::string& directory, const io::Manifest& manifest, std::uint32_t seed,
                       bool with_golden) {
  std::mt19937 random(seed);
  const auto specs = core::tensors_of(manifest.text);
  std::vector<std::vector<float>> values;
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  values.reserve(specs.size());
  for (const auto& spec : specs) {
    std::size_t count = 1;
    for (const auto extent : spec.shape) count *= static_cast<std::size_t>(extent);
    const bool norm_weight = spec.name.ends_with("norm.weight");
    auto& data = values.emplace_back(count);
    for (auto& value : data) {
      // Same draws on every standard library: distributions are not specified, engines are.
      const float uniform = static_cast<float>(random() >> 8U) / static_cast<float>(1U << 24U) - 0.5F;
      value = norm_weight ? 1.0F + 0.1F * uniform : uniform;
    }
    tensors.emplace_back(spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(data))});
  }
  std::map<std::string, std::string> files{{"tokenizer.json", tiny_tokenizer_json()}};
  must(io::write_bundle(directory, manifest, tensors, files));
  if (!with_golden) return;
  auto golden = pipeline::make_golden(directory);
  must(golden);
  files["golden.json"] = *golden;
  must(io::write_bundle(directory, manifest, tensors, files));
}

}  // namespace emo::test
