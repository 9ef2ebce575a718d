// Initializers and Conv nodes out of an ONNX file (onnx.proto, IR versions 3 to 9), without the ONNX library. Runs
// nothing and follows no edges: which node is which layer the caller knows by their order.
#include "hf/onnx_convolutions.hpp"

#include <bit>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "core/quote.hpp"
#include "hf/protobuf_reader.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

static_assert(std::endian::native == std::endian::little, "ONNX stores little-endian floats");

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{64} << 20U;
constexpr std::size_t kMaxNodes = 4096;
constexpr std::size_t kMaxExtents = 8;
constexpr std::int64_t kMaxElements = std::int64_t{1} << 24U;

// Field numbers of onnx.proto.
constexpr std::uint32_t kModelGraph = 7;
constexpr std::uint32_t kGraphNode = 1, kGraphInitializer = 5;
constexpr std::uint32_t kNodeInput = 1, kNodeOp = 4, kNodeAttribute = 5;
constexpr std::uint32_t kAttributeName = 1, kAttributeInt = 3, kAttributeInts = 8;
constexpr std::uint32_t kTensorDims = 1, kTensorType = 2, kTensorFloats = 4, kTensorName = 8, kTensorRaw = 9,
                        kTensorLocation = 14;
constexpr std::uint64_t kFloat = 1;

Error damaged(const std::string& what) {
  return {ErrorCode::kInvalidModel, what};
}

/// One number, or the numbers of a packed list.
bool append_numbers(const ProtoField& field, std::vector<std::int64_t>& out) {
  if (field.is_varint()) {
    out.push_back(static_cast<std::int64_t>(field.value));
    return out.size() <= kMaxExtents;
  }
  if (!field.is_bytes()) return false;
  ProtoReader packed(field.bytes);
  while (!packed.at_end()) {
    const auto value = packed.varint();
    if (!value || out.size() == kMaxExtents) return false;
    out.push_back(static_cast<std::int64_t>(*value));
  }
  return true;
}

struct Tensor {
  std::vector<std::int64_t> shape;
  std::span<const std::byte> bytes;
  std::uint64_t type = 0;
  bool external = false;
};

Result<std::pair<std::string, Tensor>> read_tensor(std::span<const std::byte> message) {
  std::string name;
  Tensor tensor;
  ProtoReader reader(message);
  while (const auto field = reader.next()) {
    if (field->number == kTensorDims && !append_numbers(*field, tensor.shape)) {
      return damaged("initializer " + core::quoted(name) + " has a damaged shape");
    }
    if (field->number == kTensorType && field->is_varint()) tensor.type = field->value;
    if (field->number == kTensorName && field->is_bytes()) name = field->text();
    const bool data = field->number == kTensorRaw || field->number == kTensorFloats;
    if (data && field->is_bytes()) tensor.bytes = field->bytes;
    if (field->number == kTensorLocation && field->is_varint()) tensor.external = field->value != 0;
  }
  if (reader.damaged()) return damaged("initializer " + core::quoted(name) + " is cut short");
  return std::pair(std::move(name), std::move(tensor));
}

struct Node {
  std::string op;
  std::vector<std::string> inputs;
  std::map<std::string, std::vector<std::int64_t>> attributes;
};

Result<Node> read_node(std::span<const std::byte> message) {
  constexpr std::size_t kMaxInputs = 256;
  Node node;
  ProtoReader reader(message);
  while (const auto field = reader.next()) {
    if (!field->is_bytes()) continue;
    if (field->number == kNodeInput && node.inputs.size() < kMaxInputs) node.inputs.emplace_back(field->text());
    if (field->number == kNodeOp) node.op = field->text();
    if (field->number != kNodeAttribute) continue;
    std::string name;
    std::vector<std::int64_t> numbers;
    ProtoReader attribute(field->bytes);
    while (const auto part = attribute.next()) {
      if (part->number == kAttributeName && part->is_bytes()) name = part->text();
      const bool number = part->number == kAttributeInt || part->number == kAttributeInts;
      // A list longer than any of a convolution is another node's affair.
      if (number && !append_numbers(*part, numbers) && numbers.size() < kMaxExtents) {
        return damaged("attribute " + core::quoted(name) + " is damaged");
      }
    }
    if (attribute.damaged()) return damaged("attribute " + core::quoted(name) + " is cut short");
    node.attributes[name] = std::move(numbers);
  }
  if (reader.damaged()) return damaged("a node is cut short");
  return node;
}

Result<std::vector<float>> floats_of(const std::string& name, const Tensor& tensor) {
  if (tensor.external) {
    return Error{ErrorCode::kUnsupported,
                 "weights " + core::quoted(name) + " lie in another file, expected them inside"};
  }
  if (tensor.type != kFloat) {
    return Error{ErrorCode::kUnsupported, "weights " + core::quoted(name) + " are of ONNX type " +
                                              std::to_string(tensor.type) + ", expected 1 (float32)"};
  }
  std::int64_t elements = 1;
  for (const std::int64_t extent : tensor.shape) {
    if (extent < 1 || elements > kMaxElements / extent)
      return damaged("weights " + core::quoted(name) + " have extent " + std::to_string(extent));
    elements *= extent;
  }
  const auto count = static_cast<std::size_t>(elements);
  if (tensor.bytes.size() != count * sizeof(float)) {
    return damaged("weights " + core::quoted(name) + " have " + std::to_string(tensor.bytes.size()) +
                   " bytes, expected " + std::to_string(count * sizeof(float)));
  }
  std::vector<float> values(count);
  std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
  return values;
}

std::int64_t attribute(const Node& node, const char* name) {
  const auto found = node.attributes.find(name);
  return found == node.attributes.end() || found->second.empty() ? 1 : found->second.front();
}

Result<OnnxConvolution> convolution_of(const Node& node, const std::map<std::string, Tensor, std::less<>>& tensors) {
  if (node.inputs.size() < 2) return damaged("a Conv node has no weights");
  const auto weight = tensors.find(node.inputs[1]);
  if (weight == tensors.end()) return damaged("Conv weights " + core::quoted(node.inputs[1]) + " are not in the file");
  OnnxConvolution conv;
  conv.weight_name = node.inputs[1];
  conv.shape = weight->second.shape;
  if (conv.shape.size() != 4)
    return damaged("Conv weights " + core::quoted(conv.weight_name) + " have no four extents");
  EMO_ASSIGN(conv.weight, floats_of(conv.weight_name, weight->second));
  const auto outputs = static_cast<std::size_t>(conv.shape[0]);
  if (node.inputs.size() > 2) {
    const auto bias = tensors.find(node.inputs[2]);
    if (bias == tensors.end()) return damaged("Conv bias " + core::quoted(node.inputs[2]) + " is not in the file");
    EMO_ASSIGN(conv.bias, floats_of(node.inputs[2], bias->second));
    if (conv.bias.size() != outputs)
      return damaged("Conv bias " + core::quoted(node.inputs[2]) + " has another length than its weights");
  } else {
    conv.bias.assign(outputs, 0.0F);
  }
  conv.stride = attribute(node, "strides");
  conv.dilation = attribute(node, "dilations");
  conv.groups = attribute(node, "group");
  return conv;
}

Result<std::vector<OnnxConvolution>> read_graph(std::span<const std::byte> graph) {
  std::map<std::string, Tensor, std::less<>> tensors;
  std::vector<Node> nodes;
  ProtoReader reader(graph);
  while (const auto field = reader.next()) {
    if (!field->is_bytes()) continue;
    if (field->number == kGraphInitializer) {
      EMO_ASSIGN(auto tensor, read_tensor(field->bytes));
      if (!tensors.insert(std::move(tensor)).second) return damaged("an initializer is there twice");
    } else if (field->number == kGraphNode) {
      EMO_ASSIGN(auto node, read_node(field->bytes));
      if (node.op == "Conv") nodes.push_back(std::move(node));
    }
    if (nodes.size() > kMaxNodes || tensors.size() > kMaxNodes) {
      return Error{ErrorCode::kTooLarge, "more than " + std::to_string(kMaxNodes) + " nodes or initializers"};
    }
  }
  if (reader.damaged()) return damaged("the graph is cut short");
  std::vector<OnnxConvolution> convolutions;
  for (const Node& node : nodes) {
    EMO_ASSIGN(auto conv, convolution_of(node, tensors));
    convolutions.push_back(std::move(conv));
  }
  return convolutions;
}

}  // namespace

Result<std::vector<OnnxConvolution>> read_onnx_convolutions(const std::string& path) {
  EMO_ASSIGN(const std::string content, io::read_file(path, kMaxFileBytes));
  ProtoReader model(std::as_bytes(std::span(content)));
  std::optional<std::span<const std::byte>> graph;
  while (const auto field = model.next()) {
    if (field->number == kModelGraph && field->is_bytes()) graph = field->bytes;
  }
  if (model.damaged() || !graph) return damaged(path + ": not an ONNX model");
  auto convolutions = read_graph(*graph);
  if (!convolutions) return convolutions.error().at(path);
  if (convolutions->empty()) return damaged(path + ": the graph has no convolution");
  return convolutions;
}

}  // namespace emo::hf
