// Finds the parameters of an encoder in an ONNX graph by following its edges. Runs nothing: the graph's operators are
// ours to compute. The only file of this project that includes ONNX's headers; built with EMO_ONNX.
#include "hf/onnx_weights.hpp"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/quote.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

constexpr std::uint64_t kMaxOnnxBytes = std::numeric_limits<std::int32_t>::max();  // protobuf's own limit
constexpr std::int64_t kMaxElements = std::int64_t{1} << 31;

using Initializers = std::map<std::string, core::TensorView, std::less<>>;

/// What the views point into.
struct Storage {
  onnx::ModelProto model;
  std::vector<std::vector<std::byte>> transposed;
};

Error damaged(const std::string& tensor, const std::string& what) {
  return {ErrorCode::kInvalidModel, "initializer " + core::quoted(tensor) + " " + what};
}

std::optional<core::DType> float_type(std::int32_t type) {
  switch (type) {
    case onnx::TensorProto::FLOAT:
      return core::DType::kF32;
    case onnx::TensorProto::FLOAT16:
      return core::DType::kF16;
    case onnx::TensorProto::BFLOAT16:
      return core::DType::kBF16;
    default:
      return std::nullopt;
  }
}

/// A view of `tensor`; nullopt when it holds no floating-point numbers.
Result<std::optional<core::TensorView>> view_of(const onnx::TensorProto& tensor) {
  const auto dtype = float_type(tensor.data_type());
  if (!dtype) return std::optional<core::TensorView>();
  if (tensor.data_location() == onnx::TensorProto::EXTERNAL) {
    return Error{ErrorCode::kUnsupported,
                 "initializer " + core::quoted(tensor.name()) + " lies in another file, expected it inside the graph"};
  }
  core::TensorView view{*dtype, {}, {}};
  std::int64_t elements = 1;
  for (const std::int64_t extent : tensor.dims()) {
    if (extent < 0 || (extent != 0 && elements > kMaxElements / extent)) {
      return damaged(tensor.name(), "has extent " + std::to_string(extent) + ", expected a tensor under 2^31 elements");
    }
    elements *= extent;
    view.shape.push_back(extent);
  }
  const auto& floats = tensor.float_data();
  const bool packed = *dtype == core::DType::kF32 && !tensor.has_raw_data();
  view.bytes = packed ? std::as_bytes(std::span(floats.data(), static_cast<std::size_t>(floats.size())))
                      : std::as_bytes(std::span(tensor.raw_data().data(), tensor.raw_data().size()));
  const std::size_t expected = static_cast<std::size_t>(elements) * core::dtype_size(*dtype);
  if (view.bytes.size() != expected) {
    return damaged(tensor.name(), "has " + std::to_string(view.bytes.size()) + " bytes of data, expected " +
                                      std::to_string(expected) + " for shape " + core::to_string(view.shape));
  }
  return std::optional<core::TensorView>(std::move(view));
}

Result<Initializers> read_initializers(const onnx::GraphProto& graph) {
  Initializers out;
  for (const auto& tensor : graph.initializer()) {
    EMO_ASSIGN(auto view, view_of(tensor));
    if (view && !out.emplace(tensor.name(), std::move(*view)).second) return damaged(tensor.name(), "is there twice");
  }
  // Equal parameters are stored once; the others are named by Identity nodes.
  for (const auto& node : graph.node()) {
    if (node.op_type() != "Identity" || node.input_size() != 1 || node.output_size() != 1) continue;
    const auto it = out.find(node.input(0));
    if (it == out.end()) continue;
    const core::TensorView same = it->second;
    out.emplace(node.output(0), same);
  }
  return out;
}

/// [in, out] -> [out, in].
core::TensorView transpose(const core::TensorView& matrix, Storage& storage) {
  const auto rows = static_cast<std::size_t>(matrix.shape[0]);
  const auto columns = static_cast<std::size_t>(matrix.shape[1]);
  const std::size_t size = core::dtype_size(matrix.dtype);
  auto& bytes = storage.transposed.emplace_back(matrix.bytes.size());
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      std::memcpy(&bytes[(c * rows + r) * size], &matrix.bytes[(r * columns + c) * size], size);
    }
  }
  return {matrix.dtype, {matrix.shape[1], matrix.shape[0]}, bytes};
}

/// The module name "X" of the "X.bias" that `node` adds to something; empty when it does not.
std::string bias_owner(const onnx::NodeProto& node, const Initializers& initializers) {
  constexpr std::string_view kBias = ".bias";
  for (const auto& input : node.input()) {
    if (input.ends_with(kBias) && initializers.count(input) != 0) return input.substr(0, input.size() - kBias.size());
  }
  return {};
}

/// Names the constants of MatMul nodes by the bias that is added to their results.
void name_linear_weights(const onnx::GraphProto& graph, Initializers& tensors, Storage& storage) {
  std::map<std::string, std::string, std::less<>> constant_of;  // result of a MatMul -> its constant matrix
  for (const auto& node : graph.node()) {
    if (node.op_type() != "MatMul" || node.input_size() != 2 || node.output_size() != 1) continue;
    const auto it = tensors.find(node.input(1));
    if (it != tensors.end() && it->second.shape.size() == 2) constant_of[node.output(0)] = it->first;
  }
  std::set<std::string> used;
  for (const auto& node : graph.node()) {
    if (node.op_type() != "Add" || node.input_size() != 2) continue;
    const std::string owner = bias_owner(node, tensors);
    if (owner.empty() || tensors.count(owner + ".weight") != 0) continue;
    for (const auto& input : node.input()) {
      const auto it = constant_of.find(input);
      if (it == constant_of.end()) continue;
      if (!used.insert(it->second).second) break;  // a hostile graph could ask for any number of copies
      const core::TensorView matrix = tensors.find(it->second)->second;
      tensors.emplace(owner + ".weight", transpose(matrix, storage));
      break;
    }
  }
}

}  // namespace

Result<OwnedWeights> read_onnx_weights(const std::string& path) {
  EMO_ASSIGN(const auto file, io::MappedFile::open(path));
  if (file.bytes().size() > kMaxOnnxBytes) {
    return Error{ErrorCode::kTooLarge,
                 path + ": " + std::to_string(file.bytes().size()) + " bytes, expected under 2 GiB"};
  }
  auto storage = std::make_shared<Storage>();
  if (!storage->model.ParseFromArray(file.bytes().data(), static_cast<int>(file.bytes().size())) ||
      !storage->model.has_graph()) {
    return Error{ErrorCode::kInvalidModel, path + ": not an ONNX model"};
  }
  const auto& graph = storage->model.graph();
  auto initializers = read_initializers(graph);
  if (!initializers) return initializers.error().at(path);
  name_linear_weights(graph, *initializers, *storage);
  OwnedWeights out;
  for (auto& [name, view] : *initializers) {
    if (name.ends_with(".weight") || name.ends_with(".bias")) out.tensors.emplace(name, std::move(view));
  }
  out.owner = std::move(storage);
  return out;
}

bool reads_onnx() {
  return true;
}

}  // namespace emo::hf
