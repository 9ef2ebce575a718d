// architecture and preprocess of a text bundle <-> JSON. The rest of the manifest is manifest.cpp's; whether the
// numbers make an encoder that can be built is asked of core::validate.
#include "io/manifest_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/quote.hpp"
#include "io/manifest_fields.hpp"

namespace emo::io {
namespace {

constexpr std::int64_t kMaxNormalizerVersion = 1000;
constexpr std::int64_t kMinTokens = 3;  // first, one real, last

// Names in enumerator order, so that an index is the enumerator.
constexpr std::array<std::string_view, 5> kActivations{"none", "gelu", "gelu_tanh", "relu", "tanh"};
constexpr std::array<std::string_view, 1> kTextKinds{"text_encoder"};
constexpr std::array<std::string_view, 2> kPoolings{"mean", "first"};

core::TextEncoderConfig read_encoder(JsonFields fields) {
  core::TextEncoderConfig encoder;
  // Ranges are core::validate's; here only what makes them integers.
  encoder.vocab_size = fields.integer("vocab_size", 0, kMaxCount);
  encoder.max_positions = fields.integer("max_positions", 0, kMaxCount);
  encoder.position_offset = fields.integer("position_offset", 0, kMaxCount);
  encoder.token_types = fields.integer("token_types", 0, kMaxCount);
  if (fields.has("relative_buckets")) {
    encoder.relative_buckets = fields.integer("relative_buckets", 0, kMaxCount);
    encoder.relative_distance = fields.integer("relative_distance", 0, kMaxCount);
  }
  encoder.hidden = fields.integer("hidden", 0, kMaxCount);
  encoder.layers = fields.integer("layers", 0, kMaxCount);
  encoder.heads = fields.integer("heads", 0, kMaxCount);
  encoder.feed_forward = fields.integer("feed_forward", 0, kMaxCount);
  encoder.activation = static_cast<core::Activation>(fields.choice("activation", kActivations));
  encoder.layer_norm_eps = fields.number("layer_norm_eps", 0.0, 1.0);
  encoder.pooling = static_cast<core::Pooling>(fields.choice("pooling", kPoolings));
  fields.refuse_others();
  return encoder;
}

OrderedJson encoder_json(const core::TextEncoderConfig& encoder) {
  OrderedJson json = {{"vocab_size", encoder.vocab_size},
                      {"max_positions", encoder.max_positions},
                      {"position_offset", encoder.position_offset},
                      {"token_types", encoder.token_types},
                      {"hidden", encoder.hidden},
                      {"layers", encoder.layers},
                      {"heads", encoder.heads},
                      {"feed_forward", encoder.feed_forward},
                      {"activation", name_of(kActivations, encoder.activation)},
                      {"layer_norm_eps", encoder.layer_norm_eps},
                      {"pooling", name_of(kPoolings, encoder.pooling)}};
  if (encoder.relative_buckets > 0) {
    json["relative_buckets"] = encoder.relative_buckets;
    json["relative_distance"] = encoder.relative_distance;
  }
  return json;
}

}  // namespace

core::TextArchitecture read_text_architecture(JsonFields fields) {
  core::TextArchitecture architecture;
  fields.choice("kind", kTextKinds);
  architecture.encoder = read_encoder(fields.object("encoder"));
  fields.each_object("heads", [&](JsonFields& item) {
    core::TextHeadConfig head;
    head.name = item.text("name");
    head.classes = item.integer("classes", 0, kMaxCount);
    head.has_dense = item.boolean("has_dense");
    head.dense_activation = static_cast<core::Activation>(item.choice("dense_activation", kActivations));
    item.refuse_others();
    architecture.heads.push_back(std::move(head));
  });
  fields.refuse_others();
  return architecture;
}

OrderedJson text_architecture_json(const core::TextArchitecture& architecture) {
  OrderedJson heads = OrderedJson::array();
  for (const auto& head : architecture.heads) {
    heads.push_back({{"name", head.name},
                     {"classes", head.classes},
                     {"has_dense", head.has_dense},
                     {"dense_activation", name_of(kActivations, head.dense_activation)}});
  }
  return {{"kind", kTextKinds[0]}, {"encoder", encoder_json(architecture.encoder)}, {"heads", heads}};
}

TextPreprocess read_text_preprocess(JsonFields fields, std::int64_t max_tokens) {
  TextPreprocess preprocess;
  preprocess.normalizer_version = static_cast<int>(fields.integer("normalizer_version", 0, kMaxNormalizerVersion));
  preprocess.tokenizer = fields.text("tokenizer");
  if (!is_plain_file_name(preprocess.tokenizer)) {
    fields.fail("tokenizer", "is " + core::quoted(preprocess.tokenizer) + ", expected a plain file name");
  }
  preprocess.max_tokens = fields.integer("max_tokens", kMinTokens, std::max(kMinTokens, max_tokens));
  // Neighbouring windows must advance: first and last token are added to each.
  preprocess.stride = fields.integer("stride", 0, preprocess.max_tokens - kMinTokens);
  fields.refuse_others();
  return preprocess;
}

OrderedJson text_preprocess_json(const TextPreprocess& preprocess) {
  return {{"normalizer_version", preprocess.normalizer_version},
          {"tokenizer", preprocess.tokenizer},
          {"max_tokens", preprocess.max_tokens},
          {"stride", preprocess.stride}};
}

}  // namespace emo::io
