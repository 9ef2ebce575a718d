// Writes the detector's weights as a bundle. The graph's convolutions come in the order of our layer list, because both
// follow the original model's definition; shape, stride, dilation and groups of each are compared.
#include "hf/ultraface_import.hpp"

#include <span>
#include <utility>
#include <vector>

#include "core/image_network.hpp"
#include "core/quote.hpp"
#include "hf/onnx_convolutions.hpp"
#include "io/bundle.hpp"
#include "io/file.hpp"
#include "io/sha256.hpp"
#include "models/image_quantize.hpp"

namespace emo::hf {
namespace {

/// [O, I, kH, kW] -> [O, kH, kW, I]: maps have their channels innermost here.
std::vector<float> channels_last(const OnnxConvolution& conv) {
  const auto outputs = static_cast<std::size_t>(conv.shape[0]), inputs = static_cast<std::size_t>(conv.shape[1]);
  const auto area = static_cast<std::size_t>(conv.shape[2] * conv.shape[3]);
  std::vector<float> out(conv.weight.size());
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t i = 0; i < inputs; ++i) {
      for (std::size_t p = 0; p < area; ++p)
        out[(o * area + p) * inputs + i] = conv.weight[(o * inputs + i) * area + p];
    }
  }
  return out;
}

std::string described(const std::vector<std::int64_t>& shape, std::int64_t stride, std::int64_t dilation,
                      std::int64_t groups) {
  return core::to_string(shape) + ", stride " + std::to_string(stride) + ", dilation " + std::to_string(dilation) +
         ", groups " + std::to_string(groups);
}

Result<void> check_layer(const core::ImageLayer& layer, std::int64_t inputs, const OnnxConvolution& conv) {
  const std::vector<std::int64_t> shape{layer.channels, inputs / layer.groups, layer.kernel, layer.kernel};
  if (conv.shape == shape && conv.stride == layer.stride && conv.dilation == layer.dilation &&
      conv.groups == layer.groups) {
    return {};
  }
  return Error{ErrorCode::kInvalidModel,
               "not the UltraFace RFB-320 detector: convolution " + core::quoted(conv.weight_name) + " is " +
                   described(conv.shape, conv.stride, conv.dilation, conv.groups) + "; expected " +
                   described(shape, layer.stride, layer.dilation, layer.groups) + " for '" + layer.name + "'"};
}

std::string card(const io::Manifest& manifest, const std::string& sha256) {
  return "# " + manifest.name + " " + manifest.version + "\n\n" +
         "Finds faces in pictures: a box and a score for each. UltraFace version-RFB-320 (273,888 parameters, trained "
         "on WIDER FACE), " +
         (manifest.quantization == io::Quantization::kInt8 ? "weights in 8 bits" : "fp32") +
         ".\n\n"
         "- Author: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB, MIT licence; packed by Faceplugin in the npm "
         "package faceplugin-face-recognition-js 0.0.1, MIT licence (model/fr_detect.onnx, sha256 " +
         sha256 +
         ").\n"
         "- Published by its author: average precision on WIDER FACE val 0.787 / 0.698 / 0.438 (easy / medium / hard) "
         "at "
         "an input of 320 pixels.\n"
         "- Limits: faces under about 12 pixels at the input's size (the picture's longer side scaled to 320) are "
         "missed; use a larger input or tiles. It gives no landmarks. Profiles and covered faces score lower.\n"
         "- It tells that there is a face, never whose.\n";
}

}  // namespace

io::Manifest ultraface_manifest(const DetectorImport& options) {
  io::Manifest manifest;
  manifest.name = options.name;
  manifest.version = options.version;
  manifest.task = io::Task::kDetector;
  manifest.image.name = "ultraface_rfb";
  manifest.image.channels = 3;
  manifest.image.height = 240;
  manifest.image.width = 320;
  manifest.image.dropout = 0;
  manifest.image_preprocess.channels = 3;
  manifest.image_preprocess.height = 240;
  manifest.image_preprocess.width = 320;
  manifest.image_preprocess.normalization = io::ImageNormalization::kFixed;
  manifest.image_preprocess.mean = {127, 127, 127};
  manifest.image_preprocess.deviation = {128, 128, 128};
  manifest.quantization = options.int8 ? io::Quantization::kInt8 : io::Quantization::kF32;
  manifest.provenance.base_weights = "UltraFace version-RFB-320 (faceplugin-face-recognition-js 0.0.1, fr_detect.onnx)";
  manifest.provenance.base_licence = "MIT";
  manifest.provenance.command = options.command;
  return manifest;
}

Result<void> import_ultraface(const std::string& onnx_path, const std::string& out_bundle,
                              const DetectorImport& options) {
  EMO_ASSIGN(const auto convolutions, read_onnx_convolutions(onnx_path));
  const io::Manifest manifest = ultraface_manifest(options);
  EMO_ASSIGN(const auto network, core::build_network(manifest.image));
  std::vector<std::vector<float>> values;
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  values.reserve(2 * network.layers.size());  // the views must not move
  std::size_t next = 0;
  for (const core::ImageLayer& layer : network.layers) {
    if (layer.kind != core::LayerKind::kConv) continue;
    if (next == convolutions.size()) break;
    const OnnxConvolution& conv = convolutions[next++];
    const int source = layer.inputs.front();
    const std::int64_t inputs =
        source == core::kImage ? network.channels : network.layers[static_cast<std::size_t>(source)].channels;
    if (auto fits = check_layer(layer, inputs, conv); !fits) return fits.error().at(onnx_path);
    const auto& weight = values.emplace_back(channels_last(conv));
    tensors.emplace_back(layer.name + ".weight",
                         core::TensorView{core::DType::kF32,
                                          {layer.channels, layer.kernel, layer.kernel, inputs / layer.groups},
                                          std::as_bytes(std::span(weight))});
    const auto& bias = values.emplace_back(conv.bias);
    tensors.emplace_back(layer.name + ".bias",
                         core::TensorView{core::DType::kF32, {layer.channels}, std::as_bytes(std::span(bias))});
  }
  EMO_ASSIGN(const auto specs, core::tensors_of(network));
  if (tensors.size() != specs.size() || next != convolutions.size()) {
    return Error{ErrorCode::kInvalidModel,
                 onnx_path + ": not the UltraFace RFB-320 detector: " + std::to_string(convolutions.size()) +
                     " convolutions, expected " + std::to_string(specs.size() / 2)};
  }
  models::QuantizedTensors quantized;  // owns what the views of an int8 bundle show
  if (options.int8) {
    EMO_ASSIGN(quantized, models::quantize_image_tensors(network, tensors));
    tensors = quantized.tensors;
  }
  EMO_ASSIGN(const std::string content, io::read_file(onnx_path));
  return io::write_recorded_bundle(out_bundle, manifest, tensors,
                                   {{"card.md", card(manifest, io::sha256_hex(content))}}, options.make_golden);
}

}  // namespace emo::hf
