// Opens safetensors files of a checkpoint and widens their numbers to f32. Pickled weights are refused: reading them
// would run code. Header checks are io's; which tensors a model needs is checkpoint.cpp's.
#include "hf/weights.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/quote.hpp"
#include "hf/config.hpp"
#include "hf/onnx_weights.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

constexpr std::uint64_t kMaxIndexBytes = 64u << 20;

float widen_bf16(std::uint16_t bits) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

/// IEEE 754 binary16 -> binary32, exact for every value.
float widen_f16(std::uint16_t bits) {
  const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000u) << 16;
  const std::uint32_t exponent = (bits >> 10) & 0x1fu;
  const std::uint32_t fraction = bits & 0x3ffu;
  if (exponent == 0) {  // zero or subnormal: fraction * 2^-24
    const float magnitude = std::ldexp(static_cast<float>(fraction), -24);
    return sign != 0 ? -magnitude : magnitude;
  }
  const std::uint32_t wide = exponent == 0x1f ? 0xffu : exponent + 112u;
  return std::bit_cast<float>(sign | (wide << 23) | (fraction << 13));
}

/// Elements may lie at any byte offset of the file, hence memcpy.
template <class Bits, class Convert>
void append_elements(std::span<const std::byte> bytes, std::vector<float>& values, Convert convert) {
  const std::size_t count = bytes.size() / sizeof(Bits);
  const std::size_t start = values.size();
  values.resize(start + count);
  for (std::size_t i = 0; i < count; ++i) {
    Bits bits = 0;
    std::memcpy(&bits, bytes.data() + i * sizeof(Bits), sizeof(Bits));
    values[start + i] = convert(bits);
  }
}

/// TensorFlow's names of LayerNorm's parameters, kept by the oldest checkpoints.
std::string modern_name(const std::string& name) {
  constexpr std::string_view kGamma = "LayerNorm.gamma";
  constexpr std::string_view kBeta = "LayerNorm.beta";
  if (name.ends_with(kGamma)) return name.substr(0, name.size() - 5) + "weight";
  if (name.ends_with(kBeta)) return name.substr(0, name.size() - 4) + "bias";
  return name;
}

bool is_there(const std::filesystem::path& path) {
  std::error_code status;
  return std::filesystem::exists(path, status);
}

/// Names of safetensors files; none when there are none.
Result<std::vector<std::string>> safetensors_files(const std::filesystem::path& folder) {
  if (is_there(folder / "model.safetensors")) return std::vector<std::string>{"model.safetensors"};
  const auto index = folder / "model.safetensors.index.json";
  if (!is_there(index)) return std::vector<std::string>{};
  EMO_ASSIGN(const std::string json, io::read_file(index.string(), kMaxIndexBytes));
  auto files = parse_shard_index(json);
  if (!files) return files.error().at(index.string());
  return files;
}

/// Where an ONNX graph lies in `folder`; empty when there is none.
std::filesystem::path onnx_file(const std::filesystem::path& folder) {
  for (const char* name : {"model.onnx", "onnx/model.onnx"}) {
    if (is_there(folder / name)) return folder / name;
  }
  return {};
}

Error no_weights(const std::filesystem::path& folder) {
  if (is_there(folder / "pytorch_model.bin")) {
    return {ErrorCode::kUnsupported, folder.string() + ": pytorch_model.bin is a pickle, expected model.safetensors " +
                                         "(convert with save_pretrained, safe_serialization=True)"};
  }
  return {ErrorCode::kNotFound, folder.string() + ": no weights, expected model.safetensors, " +
                                    "model.safetensors.index.json or model.onnx"};
}

}  // namespace

Result<Weights> Weights::open(const std::string& directory) {
  const std::filesystem::path folder(directory);
  EMO_ASSIGN(const auto files, safetensors_files(folder));
  Weights out;
  if (files.empty()) {
    const auto graph = onnx_file(folder);
    if (graph.empty()) return no_weights(folder);
    EMO_ASSIGN(auto onnx, read_onnx_weights(graph.string()));
    out.tensors_ = std::move(onnx.tensors);
    out.onnx_ = std::move(onnx.owner);
    return out;
  }
  for (const auto& file : files) {
    EMO_ASSIGN(auto opened, io::SafeTensors::open((folder / file).string()));
    for (const auto& [name, view] : opened.tensors()) {
      if (!out.tensors_.emplace(modern_name(name), view).second) {
        return Error{ErrorCode::kInvalidModel,
                     (folder / file).string() + ": tensor " + core::quoted(name) + " is there twice"};
      }
    }
    out.files_.push_back(std::move(opened));
  }
  return out;
}

Result<void> Weights::append(const std::string& name, const core::Shape& shape, std::vector<float>& values) const {
  const auto fail = [&](const std::string& what) {
    return Error{ErrorCode::kInvalidModel, "tensor " + core::quoted(name) + " " + what};
  };
  const auto it = tensors_.find(name);
  if (it == tensors_.end()) return fail("is missing, expected shape " + core::to_string(shape));
  const core::TensorView& view = it->second;
  if (view.shape != shape) {
    return fail("has shape " + core::to_string(view.shape) + ", expected " + core::to_string(shape));
  }
  const std::size_t start = values.size();
  switch (view.dtype) {
    case core::DType::kF32:
      append_elements<std::uint32_t>(view.bytes, values, [](std::uint32_t bits) { return std::bit_cast<float>(bits); });
      break;
    case core::DType::kF16:
      append_elements<std::uint16_t>(view.bytes, values, widen_f16);
      break;
    case core::DType::kBF16:
      append_elements<std::uint16_t>(view.bytes, values, widen_bf16);
      break;
    default:
      return fail("holds integers, expected F32, F16 or BF16");
  }
  for (std::size_t i = start; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) {
      return fail("is " + std::to_string(values[i]) + " at element " + std::to_string(i - start) +
                  ", expected finite numbers");
    }
  }
  return {};
}

}  // namespace emo::hf
