// architecture and preprocess of an image bundle <-> JSON. The rest of the manifest is manifest.cpp's; whether the
// numbers make a network that can be built is asked of core::build_network.
#include "io/manifest_image.hpp"

#include <array>
#include <string>
#include <string_view>

#include "io/manifest_fields.hpp"

namespace emo::io {
namespace {

constexpr double kMinMargin = 0.25, kMaxMargin = 4.0;
constexpr double kMaxPixel = 255.0;
constexpr double kMinDeviation = 1e-3, kMaxDeviation = 1e3;

// Names in enumerator order, so that an index is the enumerator.
constexpr std::array<std::string_view, 2> kNormalizations{"per_image", "fixed"};
constexpr std::array<std::string_view, 1> kResizes{"area_bilinear"};

void check_per_channel(JsonFields& fields, const char* key, std::size_t size, const ImagePreprocess& preprocess) {
  const bool fixed = preprocess.normalization == ImageNormalization::kFixed;
  const auto expected = fixed ? static_cast<std::size_t>(preprocess.channels) : 0;
  if (size == expected) return;
  fields.fail(key, "has " + std::to_string(size) + " numbers, expected " +
                       (fixed ? std::to_string(expected) + ", one per channel" : "none with per_image"));
}

void check_agrees(JsonFields& fields, const char* key, std::int64_t value, std::int64_t expected) {
  if (value == expected) return;
  fields.fail(key,
              "is " + std::to_string(value) + ", expected " + std::to_string(expected) + " as in the architecture");
}

}  // namespace

core::ImageArchitecture read_image_architecture(JsonFields fields) {
  core::ImageArchitecture architecture;
  architecture.name = fields.text("network");
  architecture.channels = fields.integer("channels", 0, kMaxCount);
  architecture.height = fields.integer("height", 0, kMaxCount);
  architecture.width = fields.integer("width", 0, kMaxCount);
  architecture.stem = fields.integer("stem", 0, kMaxCount);
  if (fields.has("stem_stride")) architecture.stem_stride = fields.integer("stem_stride", 1, kMaxCount);
  architecture.widths = fields.integers("widths", 0, kMaxCount);
  architecture.depths = fields.integers("depths", 0, kMaxCount);
  architecture.patch = fields.integer("patch", 0, kMaxCount);
  architecture.attention_heads = fields.integer("attention_heads", 0, kMaxCount);
  architecture.dropout = fields.number("dropout", 0.0, 1.0);
  fields.each_object("heads", [&](JsonFields& item) {
    architecture.heads.push_back({item.text("name"), item.integer("classes", 0, kMaxCount)});
    item.refuse_others();
  });
  fields.refuse_others();
  return architecture;
}

OrderedJson image_architecture_json(const core::ImageArchitecture& architecture) {
  OrderedJson heads = OrderedJson::array();
  for (const auto& head : architecture.heads) heads.push_back({{"name", head.name}, {"classes", head.classes}});
  OrderedJson json{{"network", architecture.name},
                   {"channels", architecture.channels},
                   {"height", architecture.height},
                   {"width", architecture.width},
                   {"stem", architecture.stem}};
  // Readers of before know no other than 1 and refuse what they do not know.
  if (architecture.stem_stride != 1) json["stem_stride"] = architecture.stem_stride;
  json["widths"] = architecture.widths;
  json["depths"] = architecture.depths;
  json["patch"] = architecture.patch;
  json["attention_heads"] = architecture.attention_heads;
  json["dropout"] = architecture.dropout;
  json["heads"] = heads;
  return json;
}

ImagePreprocess read_image_preprocess(JsonFields fields, const core::ImageArchitecture& architecture) {
  ImagePreprocess preprocess;
  preprocess.channels = fields.integer("channels", 0, kMaxCount);
  preprocess.height = fields.integer("height", 0, kMaxCount);
  preprocess.width = fields.integer("width", 0, kMaxCount);
  check_agrees(fields, "channels", preprocess.channels, architecture.channels);
  check_agrees(fields, "height", preprocess.height, architecture.height);
  check_agrees(fields, "width", preprocess.width, architecture.width);
  preprocess.margin = fields.number("margin", kMinMargin, kMaxMargin);
  preprocess.normalization = static_cast<ImageNormalization>(fields.choice("normalization", kNormalizations));
  preprocess.mean = fields.numbers("mean", -kMaxPixel, kMaxPixel);
  preprocess.deviation = fields.numbers("std", kMinDeviation, kMaxDeviation);
  check_per_channel(fields, "mean", preprocess.mean.size(), preprocess);
  check_per_channel(fields, "std", preprocess.deviation.size(), preprocess);
  preprocess.epsilon = fields.number("epsilon", kMinDeviation, kMaxDeviation);
  fields.choice("resize", kResizes);
  preprocess.flip_average = fields.boolean("flip_average");
  fields.refuse_others();
  return preprocess;
}

OrderedJson image_preprocess_json(const ImagePreprocess& preprocess) {
  return {{"channels", preprocess.channels},
          {"height", preprocess.height},
          {"width", preprocess.width},
          {"margin", preprocess.margin},
          {"normalization", name_of(kNormalizations, preprocess.normalization)},
          {"mean", preprocess.mean},
          {"std", preprocess.deviation},
          {"epsilon", preprocess.epsilon},
          {"resize", kResizes[0]},
          {"flip_average", preprocess.flip_average}};
}

}  // namespace emo::io
