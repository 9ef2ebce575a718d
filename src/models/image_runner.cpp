// Runs the layers of an image network one after the other over a chunk of images. Geometry is image_plan.cpp's,
// arithmetic is nn's; what a logit means belongs to the layers above.
#include "models/image_runner.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "core/quote.hpp"
#include "models/image_workspace.hpp"

namespace emo::models {
namespace {

using core::ImageActivation;
using core::ImageLayer;
using core::LayerKind;

// Images computed together: enough to read each layer's weights seldom, few enough for their maps to stay in cache.
constexpr std::size_t kMaxChunk = 8;
constexpr std::size_t kChunkFloats = std::size_t{1} << 18;
constexpr std::size_t kMaxImageFloats = std::size_t{1} << 27;

nn::Clamp clamp_of(ImageActivation activation) {
  if (activation == ImageActivation::kRelu) return nn::Clamp::kRelu;
  return activation == ImageActivation::kRelu6 ? nn::Clamp::kRelu6 : nn::Clamp::kNone;
}

// What a clamp cannot do is a pass of its own.
void activate(const nn::ImageKernels& kernels, const nn::Map& map, ImageActivation activation) {
  switch (activation) {
    case ImageActivation::kNone:
    case ImageActivation::kRelu:
    case ImageActivation::kRelu6:
      return;
    case ImageActivation::kGelu:
      return kernels.unary(map, nn::MapUnary::kGelu);
    case ImageActivation::kSilu:
      return kernels.unary(map, nn::MapUnary::kSilu);
    case ImageActivation::kSigmoid:
      return kernels.unary(map, nn::MapUnary::kSigmoid);
    case ImageActivation::kHardSwish:
      return kernels.unary(map, nn::MapUnary::kHardSwish);
  }
}

// Zeros where convolutions read beyond the edge.
void clear_frame(const nn::Map& map, const nn::Frame& frame) {
  const auto zero = [](float* first, std::size_t count) {
    if (count != 0) std::memset(first, 0, count * sizeof(float));
  };
  for (std::size_t b = 0; b < map.images; ++b) {
    float* first = map.data + b * map.image;
    const std::size_t side = frame.left * map.ld;
    zero(first - frame.top * map.row - side, frame.top * map.row);
    for (std::size_t y = 0; y < map.height && frame.left + frame.right != 0; ++y) {
      zero(first + y * map.row - side, side);
      zero(first + y * map.row + map.width * map.ld, frame.right * map.ld);
    }
    zero(first + map.height * map.row - side, frame.bottom * map.row);
  }
}

template <class Visit>
void for_each_row(const nn::Map& map, Visit visit) {
  for (std::size_t b = 0; b < map.images; ++b) {
    for (std::size_t y = 0; y < map.height; ++y) visit(b, y, map.data + b * map.image + y * map.row);
  }
}

void copy_map(const nn::Map& in, const nn::Map& out) {
  for_each_row(out, [&](std::size_t b, std::size_t y, float* row) {
    std::copy_n(in.data + b * in.image + y * in.row, out.width * out.ld, row);
  });
}

void concat(std::span<const nn::Map> parts, const nn::Map& out) {
  for_each_row(out, [&](std::size_t b, std::size_t y, float* row) {
    for (std::size_t x = 0; x < out.width; ++x) {
      float* to = row + x * out.ld;
      for (const nn::Map& part : parts) {
        to = std::copy_n(part.data + b * part.image + y * part.row + x * part.ld, part.channels, to);
      }
    }
  });
}

core::MapShape input_shape(const core::ImageNetwork& network, const std::vector<core::MapShape>& shapes, int index) {
  if (index == core::kImage) return {network.height, network.width, network.channels};
  return shapes[static_cast<std::size_t>(index)];
}

// A manifest of a few bytes can describe maps of gigabytes.
Result<void> check_memory(const core::ImageNetwork& network) {
  EMO_ASSIGN(const auto plan, make_image_plan(network, network.height, network.width));
  const std::size_t floats = std::accumulate(plan.slot_floats.begin(), plan.slot_floats.end(), plan.attention_floats);
  if (floats <= kMaxImageFloats) return {};
  return Error{ErrorCode::kTooLarge, "an image of " + std::to_string(network.height) + " x " +
                                         std::to_string(network.width) + " needs " + std::to_string(floats) +
                                         " floats for the maps of the layers, expected at most " +
                                         std::to_string(kMaxImageFloats)};
}

}  // namespace

Result<void> ImageRunner::read_conv(const ImageLayer& layer, std::int64_t inputs, const WeightReader& reader,
                                    Weights& weights) const {
  const std::string weight_name = layer.name + ".weight";
  const core::Shape shape{layer.channels, layer.kernel, layer.kernel, inputs / layer.groups};
  const nn::ConvExtents extents{static_cast<std::size_t>(layer.channels), static_cast<std::size_t>(layer.kernel),
                                static_cast<std::size_t>(layer.kernel), static_cast<std::size_t>(inputs)};
  EMO_ASSIGN(const auto bias, reader.values(layer.name + ".bias", {layer.channels}));
  const bool reads_image = layer.inputs[0] == core::kImage;
  if (reader.quantization() == io::Quantization::kInt8 && layer.groups == 1 && !reads_image) {
    if (extents.taps() * extents.inputs > nn::PackedConvS8::kMaxDepth) {
      return Error{ErrorCode::kUnsupported,
                   "tensor " + core::quoted(weight_name) + " has " + std::to_string(extents.taps() * extents.inputs) +
                       " inputs, int8 layers have at most " + std::to_string(nn::PackedConvS8::kMaxDepth)};
    }
    EMO_ASSIGN(const auto codes, reader.codes(weight_name, shape));
    EMO_ASSIGN(const auto scale, reader.values(weight_name + ".scale", {layer.channels}));
    const nn::Window window{extents.kernel_height, extents.kernel_width, static_cast<std::size_t>(layer.stride),
                            static_cast<std::size_t>(layer.dilation)};
    if (nn::PackedWinogradS8::suits(*image_kernels_, extents, window)) {
      weights = nn::PackedWinogradS8(codes, scale, bias, extents);
      return {};
    }
    weights = nn::PackedConvS8(codes, scale, bias, extents, image_kernels_->code_bytes);
    return {};
  }
  EMO_ASSIGN(const auto weight, reader.values(weight_name, shape));
  if (layer.groups == 1) {
    weights = nn::PackedConvF32(weight, bias, extents);
  } else if (layer.groups == inputs && layer.channels == inputs) {
    weights = nn::PackedDepthwise(weight, bias, extents.taps());
  } else {
    return Error{ErrorCode::kUnsupported, "layer " + core::quoted(layer.name) + " has " + std::to_string(layer.groups) +
                                              " groups, expected 1 or one per channel"};
  }
  return {};
}

Result<void> ImageRunner::read_weights(const ImageLayer& layer, const core::MapShape& in, const WeightReader& reader,
                                       Weights& weights) const {
  switch (layer.kind) {
    case LayerKind::kConv:
      return read_conv(layer, in.channels, reader, weights);
    case LayerKind::kLayerNorm: {
      EMO_ASSIGN(auto gamma, reader.vector(layer.name + ".weight", in.channels));
      EMO_ASSIGN(auto beta, reader.vector(layer.name + ".bias", in.channels));
      weights = Norm{std::move(gamma), std::move(beta)};
      return {};
    }
    case LayerKind::kPosition: {
      EMO_ASSIGN(const auto values, reader.values(layer.name + ".weight", {in.height, in.width, in.channels}));
      const auto channels = static_cast<std::size_t>(in.channels);
      const std::size_t ld = nn::round_up(channels, nn::kPanel);
      Position position{nn::AlignedBuffer<float>(values.size() / channels * ld)};
      for (std::size_t p = 0; p < values.size() / channels; ++p) {
        std::copy_n(values.data() + p * channels, channels, position.values.data() + p * ld);
      }
      weights = std::move(position);
      return {};
    }
    default:
      return {};
  }
}

Result<ImageRunner> ImageRunner::load(core::ImageNetwork network, const WeightReader& reader, nn::Isa isa) {
  ImageRunner runner;
  runner.kernels_ = &nn::kernels(isa);
  runner.image_kernels_ = &nn::image_kernels(isa);
  EMO_ASSIGN(const auto shapes, core::shapes_of(network, network.height, network.width));
  EMO_TRY(check_memory(network));
  for (const ImageLayer& layer : network.layers) {
    const core::MapShape in = input_shape(network, shapes, layer.inputs[0]);
    EMO_TRY(runner.read_weights(layer, in, reader, runner.weights_.emplace_back()));
  }
  runner.network_ = std::make_shared<const core::ImageNetwork>(std::move(network));
  return runner;
}

Result<void> ImageRunner::prepare(std::size_t height, std::size_t width, ImageWorkspace::Impl& w) const {
  if (w.network == network_ && w.plan.height == height && w.plan.width == width) return {};
  w.network.reset();
  EMO_ASSIGN(w.plan, make_image_plan(*network_, static_cast<std::int64_t>(height), static_cast<std::int64_t>(width)));
  w.network = network_;
  return {};
}

std::size_t ImageRunner::chunk_images(const ImageWorkspace::Impl& w) const {
  return std::clamp<std::size_t>(kChunkFloats / w.plan.largest_map, 1, kMaxChunk);
}

void ImageRunner::load_pixels(const ImageChunk& chunk, ImageWorkspace::Impl& w) const {
  const nn::Map image = w.map(core::kImage);
  clear_frame(image, w.plan.image.frame);
  const float* from = chunk.pixels;
  for_each_row(image, [&](std::size_t, std::size_t, float* row) {
    if (image.ld == image.channels) {
      std::copy_n(from, image.width * image.channels, row);
      from += image.width * image.channels;
      return;
    }
    for (std::size_t x = 0; x < image.width; ++x, from += image.channels) {
      std::fill_n(std::copy_n(from, image.channels, row + x * image.ld), image.ld - image.channels, 0.0F);
    }
  });
}

nn::MapCodes ImageRunner::quantized(int index, ImageWorkspace::Impl& w) const {
  const PlannedMap& planned = w.plan.map(index);
  // Codes of `code_bytes` each in the map's own geometry.
  char* first = reinterpret_cast<char*>(w.codes.data()) + planned.origin() * image_kernels_->code_bytes;
  const nn::MapCodes codes{first, w.scale.data(), w.zero.data()};
  if (w.coded_map != index) image_kernels_->quantize_map(w.map(index), planned.frame, codes);
  w.coded_map = index;
  return codes;
}

void ImageRunner::convolve(std::size_t index, ImageWorkspace::Impl& w) const {
  const ImageLayer& layer = network_->layers[index];
  const nn::Map in = w.map(layer.inputs[0]);
  const nn::Map out = w.map(static_cast<int>(index));
  const nn::Clamp clamp = clamp_of(layer.activation);
  const Weights& weights = weights_[index];
  if (const auto* f32 = std::get_if<nn::PackedConvF32>(&weights)) {
    f32->run(*image_kernels_, w.plan.offsets[index].plan(), in, out, clamp);
  } else if (const auto* s8 = std::get_if<nn::PackedConvS8>(&weights)) {
    s8->run(*image_kernels_, w.plan.offsets[index].plan(), quantized(layer.inputs[0], w), in, out, clamp);
  } else if (const auto* winograd = std::get_if<nn::PackedWinogradS8>(&weights)) {
    winograd->run(*image_kernels_, w.plan.windows[index], quantized(layer.inputs[0], w), in, out, clamp, w.winograd);
  } else if (const auto* depthwise = std::get_if<nn::PackedDepthwise>(&weights)) {
    depthwise->run(*image_kernels_, w.plan.windows[index], in, out, clamp);
  }
  activate(*image_kernels_, out, layer.activation);
}

void ImageRunner::attend(const ImageLayer& layer, const nn::Map& in, const nn::Map& out,
                         ImageWorkspace::Impl& w) const {
  nn::Attention a;
  a.ld = in.ld;
  a.ldo = out.ld;
  a.tokens = in.height * in.width;
  a.width = out.channels;
  a.heads = static_cast<std::size_t>(layer.heads);
  a.scratch = w.attention.data();
  for (std::size_t b = 0; b < in.images; ++b) {
    a.qkv = in.data + b * in.image;
    a.out = out.data + b * out.image;
    kernels_->attention(a);
  }
}

void ImageRunner::run_layer(std::size_t index, ImageWorkspace::Impl& w) const {
  const ImageLayer& layer = network_->layers[index];
  const PlannedMap& planned = w.plan.maps[index];
  const nn::Map out = w.map(static_cast<int>(index));
  const nn::Map in = w.map(layer.inputs[0]);
  if (planned.clear) {
    for_each_row(out, [&](std::size_t, std::size_t, float* row) { std::fill_n(row, out.width * out.ld, 0.0F); });
  }
  switch (layer.kind) {
    case LayerKind::kConv:
      convolve(index, w);
      break;
    case LayerKind::kMaxPool:
      image_kernels_->max_pool(in, w.plan.windows[index], out);
      break;
    case LayerKind::kAveragePool:
      image_kernels_->average_pool(in, w.plan.windows[index], out);
      break;
    case LayerKind::kGlobalAverage:
      image_kernels_->global_average(in, out);
      break;
    case LayerKind::kAdd:
      image_kernels_->add(in, w.map(layer.inputs[1]), clamp_of(layer.activation), out);
      activate(*image_kernels_, out, layer.activation);
      break;
    case LayerKind::kMultiply:
      image_kernels_->multiply(in, w.map(layer.inputs[1]), out);
      break;
    case LayerKind::kConcat: {
      std::vector<nn::Map> parts;
      for (const int input : layer.inputs) parts.push_back(w.map(input));
      concat(parts, out);
      break;
    }
    case LayerKind::kChannelStats:
      image_kernels_->channel_stats(in, out);
      break;
    case LayerKind::kPosition: {
      // One table for all images of the chunk, added to each as if it were a map.
      nn::Map table = out;
      table.row = out.width * out.ld;
      table.image = 0;
      table.data = const_cast<float*>(std::get<Position>(weights_[index]).values.data());
      image_kernels_->add(in, table, nn::Clamp::kNone, out);
      break;
    }
    case LayerKind::kLayerNorm: {
      const Norm& norm = std::get<Norm>(weights_[index]);
      copy_map(in, out);
      for_each_row(out, [&](std::size_t, std::size_t, float* row) {
        kernels_->layer_norm({row, out.ld, out.width, out.channels}, norm.gamma.data(), norm.beta.data(),
                             static_cast<float>(layer.epsilon));
      });
      break;
    }
    case LayerKind::kAttention:
      attend(layer, in, out, w);
      break;
  }
  clear_frame(out, planned.frame);
}

void ImageRunner::run(const ImageChunk& chunk, ImageWorkspace::Impl& w) const {
  w.images = chunk.images;
  if (w.slots.size() < w.plan.slot_floats.size()) w.slots.resize(w.plan.slot_floats.size());
  for (std::size_t s = 0; s < w.plan.slot_floats.size(); ++s) w.slots[s].grow(w.plan.slot_floats[s] * chunk.images);
  // A Winograd tile may reach one row and one pixel beyond the last map.
  w.codes.grow(w.plan.largest_map * chunk.images + 2 * w.plan.largest_row);
  w.scale.grow(chunk.images);
  w.zero.grow(chunk.images);
  w.attention.grow(w.plan.attention_floats);
  w.coded_map = -2;
  load_pixels(chunk, w);
  for (std::size_t i = 0; i < network_->layers.size(); ++i) run_layer(i, w);
}

}  // namespace emo::models
