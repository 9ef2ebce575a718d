// What an image network is: a named architecture with hyper-parameters, and the list of layers and tensors that follow
// from it. Trainer, importer and engine build from the same list, so that they cannot disagree. Runs nothing.
//
// Maps are [B, H, W, C], channels innermost. A vision transformer's tokens are the pixels of its patch map.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/tensor_spec.hpp"
#include "emo/error.hpp"

namespace emo::core {

enum class LayerKind : std::uint8_t {
  kConv,           ///< convolution + bias + activation; kernel 1 is a linear layer per pixel
  kMaxPool,        ///< over kernel x kernel; padding never wins
  kAveragePool,    ///< over kernel x kernel without padding
  kGlobalAverage,  ///< mean over the map: [H, W, C] -> [1, 1, C]
  kAdd,            ///< sum of two equal maps, then the activation (residual)
  kMultiply,       ///< map times a gate [1,1,C] or [H,W,1] (squeeze-excitation, spatial attention)
  kConcat,         ///< along the channels
  kChannelStats,   ///< mean and maximum over the channels: [H, W, C] -> [H, W, 2]
  kPosition,       ///< adds a learned [H, W, C]
  kLayerNorm,      ///< over the channels of each pixel
  kAttention       ///< multi-head self-attention over the pixels of a [H, W, 3C] query-key-value map -> [H, W, C]
};

enum class ImageActivation : std::uint8_t { kNone, kRelu, kRelu6, kGelu, kSilu, kSigmoid, kHardSwish };

/// Input index of the image itself.
inline constexpr int kImage = -1;

/// One layer. Which fields count follows from `kind`.
struct ImageLayer {
  std::string name;  ///< unique; prefix of its tensors, e.g. "stage2.0.conv"
  LayerKind kind = LayerKind::kConv;
  std::vector<int> inputs;    ///< earlier layers, or kImage
  std::int64_t channels = 0;  ///< C of the output
  std::int64_t kernel = 1, stride = 1, dilation = 1, groups = 1;
  std::array<std::int64_t, 4> padding{};  ///< top, left, bottom, right
  ImageActivation activation = ImageActivation::kNone;
  std::int64_t heads = 0;   ///< kAttention: A, divides C
  double epsilon = 1e-6;    ///< kLayerNorm
  bool batch_norm = false;  ///< training form only: conv without bias, then batch norm; exported folded into the conv
  bool branches = false;    ///< training form only: 3x3 + 1x1 (+ identity), each with batch norm, summed (RepVGG)
};

/// A linear classifier K x C on a [1, 1, C] layer.
struct ImageHeadConfig {
  std::string name;
  std::int64_t classes = 0;  ///< K
};

/// Largest ImageArchitecture::stem_stride.
inline constexpr std::int64_t kMaxStemStride = 8;

/// Named architecture with its hyper-parameters, as stored in a manifest.
/// Names: "plain", "repvgg" (stem, widths, depths), "resnet18", "resnet50", "mobilenet_v1", "mobilenet_v2",
/// "efficientnet_lite0", "vit" (patch, widths[0] = D, depths[0] = L, heads), "attention_cnn" (residual with channel and
/// spatial gates), "ultraface_rfb" (detector, no heads).
struct ImageArchitecture {
  std::string name = "plain";
  std::int64_t channels = 1;             ///< 1 grey, 3 RGB
  std::int64_t height = 48, width = 48;  ///< input the model was made for
  std::int64_t stem = 16;                ///< channels of the first layer ("plain", "repvgg", "attention_cnn")
  std::int64_t stem_stride = 1;          ///< pixels a side that the first layer takes together ("plain", "repvgg")
  std::vector<std::int64_t> widths{}, depths{};  ///< per stage; empty = the architecture's own
  std::int64_t patch = 8, attention_heads = 4;
  double dropout = 0.2;  ///< before the heads, training only
  std::vector<ImageHeadConfig> heads{};
};

struct ImageNetwork {
  std::int64_t channels = 1;
  std::int64_t height = 48, width = 48;
  std::vector<ImageLayer> layers;  ///< in order of execution
  std::vector<int> outputs;        ///< layers that are read after a run: the pooled features, or a detector's maps
  std::vector<ImageHeadConfig> heads;
};

/// Extents of one map.
struct MapShape {
  std::int64_t height = 0, width = 0, channels = 0;
  bool operator==(const MapShape&) const = default;
};

/// H, W, C of every layer's output for an input of `height` x `width`. Errors: kInvalidModel (a shape does not fit),
/// kUnsupported (a size that a learned position does not allow), kTooLarge (a map of more than 2^30 elements).
Result<std::vector<MapShape>> shapes_of(const ImageNetwork& network, std::int64_t height, std::int64_t width);

/// For each layer the last one that reads its map: 0 where none does, the number of layers where it is an output.
std::vector<std::size_t> last_readers(const ImageNetwork& network);

/// `architecture` with the widths and depths of its family where it says none.
ImageArchitecture with_usual_stages(ImageArchitecture architecture);

/// The layers of an architecture. Errors: kInvalidModel/kUnsupported for an unknown name or extents beyond the caps.
Result<ImageNetwork> build_network(const ImageArchitecture& architecture);

/// Whether networks of that name may have a stem_stride other than 1.
bool has_stem_stride(std::string_view name);

/// Names that build_network() knows, for messages and --help.
std::vector<std::string_view> image_architectures();

/// Every tensor in file order (deployed form): conv NAME.weight [O, kH, kW, I/groups]q, NAME.bias [O];
/// kPosition NAME.weight [H, W, C]; kLayerNorm NAME.weight, NAME.bias [C]; heads.NAME.weight [K, C], heads.NAME.bias
/// [K]. `quantizable` marks convolutions with groups = 1, but for those that read the image. Errors: as of shapes_of.
Result<std::vector<TensorSpec>> tensors_of(const ImageNetwork& network);

struct NetworkCost {
  std::int64_t multiply_adds = 0;  ///< of one image of the nominal size
  std::int64_t parameters = 0;     ///< of the deployed form
};
/// Errors: as of shapes_of.
Result<NetworkCost> cost_of(const ImageNetwork& network);

}  // namespace emo::core
