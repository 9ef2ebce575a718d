// Names and limits of image architectures: checks hyper-parameters and hands them to the family's builder. The builders
// themselves are in image_plain.cpp and its neighbours, shapes and tensors in image_shapes.cpp.
#include "core/image_network.hpp"

#include <cmath>

#include "core/architecture_checks.hpp"
#include "core/image_architectures.hpp"
#include "core/joined.hpp"

namespace emo::core {
namespace {

// Far above what a face needs; they keep a hostile manifest cheap.
constexpr std::int64_t kMinSide = 8, kMaxSide = 2048;
constexpr std::int64_t kMaxWidth = 4096;
constexpr std::int64_t kMaxDepth = 64;
constexpr std::int64_t kMaxPatch = 64, kMaxAttentionHeads = 64;
constexpr std::int64_t kMaxParameters = std::int64_t{1} << 28;

struct Family {
  std::string_view name;
  ImageNetwork (*build)(const ImageArchitecture&);
  std::size_t stages;  ///< length of widths and depths; 0: any from 1 to kMaxStages
  std::vector<std::int64_t> widths, depths;
};
constexpr std::size_t kMaxStages = 8;

const std::vector<Family>& families() {
  static const std::vector<Family> kFamilies{
      {"plain", [](const ImageArchitecture& a) { return plain_network(a, false); }, 0, {48, 96, 192}, {2, 3, 3}},
      {"repvgg", [](const ImageArchitecture& a) { return plain_network(a, true); }, 0, {48, 96, 192}, {2, 3, 3}},
      {"resnet18",
       [](const ImageArchitecture& a) { return residual_network(a, false); },
       4,
       {64, 128, 256, 512},
       {2, 2, 2, 2}},
      {"resnet50",
       [](const ImageArchitecture& a) { return residual_network(a, true); },
       4,
       {64, 128, 256, 512},
       {3, 4, 6, 3}},
      {"mobilenet_v1", mobilenet_v1_network, 5, {64, 128, 256, 512, 1024}, {1, 2, 2, 6, 2}},
      {"mobilenet_v2", mobilenet_network, 7, {16, 24, 32, 64, 96, 160, 320}, {1, 2, 3, 4, 3, 3, 1}},
      {"efficientnet_lite0", efficientnet_lite_network, 7, {16, 24, 40, 80, 112, 192, 320}, {1, 2, 2, 3, 3, 4, 1}},
      {"vit", vision_transformer, 1, {192}, {6}},
      {"attention_cnn", attention_network, 0, {48, 96, 192}, {1, 2, 2}},
      {"ultraface_rfb", ultraface_network, 0, {}, {}},
  };
  return kFamilies;
}

Result<void> check_list(std::string_view field, const std::vector<std::int64_t>& list, const Family& family,
                        std::int64_t high) {
  const bool fits = family.stages == 0 ? !list.empty() && list.size() <= kMaxStages : list.size() == family.stages;
  if (!fits) {
    return invalid_field("number of " + std::string(field), std::to_string(list.size()),
                         family.stages == 0 ? "1.." + std::to_string(kMaxStages) : std::to_string(family.stages));
  }
  for (const std::int64_t value : list) EMO_TRY(check_range(field, value, 1, high));
  return {};
}

Result<void> check(const ImageArchitecture& a, const Family& family) {
  if (a.channels != 1 && a.channels != 3) {
    return invalid_field("channels", std::to_string(a.channels), "1 (grey) or 3 (RGB)");
  }
  EMO_TRY(check_range("height", a.height, kMinSide, kMaxSide));
  EMO_TRY(check_range("width", a.width, kMinSide, kMaxSide));
  EMO_TRY(check_range("stem", a.stem, 1, kMaxWidth));
  if (!family.widths.empty()) EMO_TRY(check_list("widths", a.widths, family, kMaxWidth));
  if (!family.depths.empty()) EMO_TRY(check_list("depths", a.depths, family, kMaxDepth));
  if (a.widths.size() != a.depths.size() && !family.widths.empty() && !family.depths.empty()) {
    return invalid_field("number of depths", std::to_string(a.depths.size()),
                         std::to_string(a.widths.size()) + " as of widths");
  }
  EMO_TRY(check_range("patch", a.patch, 1, kMaxPatch));
  EMO_TRY(check_range("attention_heads", a.attention_heads, 1, kMaxAttentionHeads));
  if (family.name == "vit" && (a.height % a.patch != 0 || a.width % a.patch != 0)) {
    return invalid_field("patch", std::to_string(a.patch),
                         "a divisor of " + std::to_string(a.height) + " and " + std::to_string(a.width));
  }
  EMO_TRY(check_range("stem_stride", a.stem_stride, 1, kMaxStemStride));
  if (a.stem_stride != 1 && !has_stem_stride(family.name)) {
    return invalid_field("stem_stride", std::to_string(a.stem_stride), "1 for " + std::string(family.name));
  }
  if (family.name == "ultraface_rfb" && !a.heads.empty()) {
    return invalid_field("number of heads", std::to_string(a.heads.size()), "none for a detector");
  }
  if (!std::isfinite(a.dropout) || a.dropout < 0 || a.dropout >= 1) {
    return invalid_field("dropout", std::to_string(a.dropout), "a number in [0, 1)");
  }
  return check_heads(head_sizes(a.heads));
}

}  // namespace

ImageArchitecture with_usual_stages(ImageArchitecture architecture) {
  for (const auto& family : families()) {
    if (family.name != architecture.name) continue;
    if (architecture.widths.empty()) architecture.widths = family.widths;
    if (architecture.depths.empty()) architecture.depths = family.depths;
  }
  return architecture;
}

Result<ImageNetwork> build_network(const ImageArchitecture& architecture) {
  for (const auto& family : families()) {
    if (family.name != architecture.name) continue;
    const ImageArchitecture full = with_usual_stages(architecture);
    EMO_TRY(check(full, family));
    ImageNetwork network = family.build(full);
    EMO_ASSIGN(const NetworkCost cost, cost_of(network));
    EMO_TRY(check_range("number of parameters", cost.parameters, 1, kMaxParameters));
    return network;
  }
  return Error{ErrorCode::kUnsupported, "image architecture is '" + architecture.name.substr(0, 64) +
                                            "', this build knows " + joined(image_architectures())};
}

bool has_stem_stride(std::string_view name) {
  return name == "plain" || name == "repvgg";
}

std::vector<std::string_view> image_architectures() {
  std::vector<std::string_view> names;
  for (const auto& family : families()) names.push_back(family.name);
  return names;
}

}  // namespace emo::core
