// Finds the weight files of a checkpoint and widens their numbers to f32. What a file holds is io/safetensors',
// torch_weights' and onnx_weights' business; which tensors a model needs is checkpoint.cpp's.
#include "hf/weights.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/quote.hpp"
#include "hf/config.hpp"
#include "hf/onnx_weights.hpp"
#include "hf/torch_weights.hpp"
#include "io/file.hpp"
#include "io/safetensors.hpp"

namespace emo::hf {
namespace {

constexpr std::uint64_t kMaxIndexBytes = 64u << 20;
/// Before every name where a wrapped model was saved: of DataParallel, of torch.compile.
constexpr std::array<std::string_view, 2> kWrappers{"module.", "_orig_mod."};

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
template <class Stored, class Convert>
void append_elements(std::span<const std::byte> bytes, std::vector<float>& values, Convert convert) {
  const std::size_t count = bytes.size() / sizeof(Stored);
  const std::size_t start = values.size();
  values.resize(start + count);
  for (std::size_t i = 0; i < count; ++i) {
    Stored stored = 0;
    std::memcpy(&stored, bytes.data() + i * sizeof(Stored), sizeof(Stored));
    values[start + i] = convert(stored);
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

/// How many bytes of every name wrappers have put before it, one in another or alone.
std::size_t wrapped_bytes(const std::map<std::string, core::TensorView, std::less<>>& tensors) {
  std::size_t bytes = 0;
  for (bool more = !tensors.empty(); more;) {
    more = false;
    for (const std::string_view wrapper : kWrappers) {
      if (!std::all_of(tensors.begin(), tensors.end(), [&](const auto& tensor) {
            return std::string_view(tensor.first).substr(bytes).starts_with(wrapper);
          })) {
        continue;
      }
      bytes += wrapper.size();
      more = true;
    }
  }
  return bytes;
}

/// The files of `folder` that hold its weights: `whole` or the shards that `whole`.index.json lists; none when there
/// are neither.
Result<std::vector<std::string>> weight_files(const std::filesystem::path& folder, const std::string& whole) {
  if (io::is_there(folder / whole)) return std::vector<std::string>{whole};
  const auto index = folder / (whole + ".index.json");
  if (!io::is_there(index)) return std::vector<std::string>{};
  EMO_TRY(io::check_regular_file(index.string()));
  EMO_ASSIGN(const std::string json, io::read_file(index.string(), kMaxIndexBytes));
  auto files = parse_shard_index(json, std::filesystem::path(whole).extension().string());
  if (!files) return files.error().at(index.string());
  return files;
}

/// Where an ONNX graph lies in `folder`; empty when there is none.
std::filesystem::path onnx_file(const std::filesystem::path& folder) {
  for (const char* name : {"model.onnx", "onnx/model.onnx"}) {
    if (io::is_there(folder / name)) return folder / name;
  }
  return {};
}

/// What a clone without Git LFS leaves in a file's place.
bool is_lfs_pointer(const std::string& path) {
  constexpr std::string_view kPointer = "version https://git-lfs";
  const auto file = io::MappedFile::open(path);
  return file && file->bytes().size() >= kPointer.size() &&
         std::memcmp(file->bytes().data(), kPointer.data(), kPointer.size()) == 0;
}

Result<OwnedWeights> read_safetensors(const std::string& path) {
  EMO_ASSIGN(auto file, io::SafeTensors::open(path));
  const auto kept = std::make_shared<io::SafeTensors>(std::move(file));
  return OwnedWeights{{kept->tensors().begin(), kept->tensors().end()}, kept};
}

}  // namespace

bool has_adapter(const std::filesystem::path& folder) {
  return io::is_there(folder / "adapter_config.json");
}

Error adapter_alone() {
  return {ErrorCode::kUnsupported, "a LoRA adapter alone; merge it first (merge_and_unload, save_pretrained)"};
}

Result<Weights> Weights::open(const std::string& directory) {
  const std::filesystem::path folder(directory);
  Weights out;
  EMO_ASSIGN(const auto safetensors, weight_files(folder, "model.safetensors"));
  for (const auto& file : safetensors) EMO_TRY(out.add((folder / file).string(), read_safetensors));
  if (!safetensors.empty()) return out;
  EMO_ASSIGN(const auto pickled, weight_files(folder, "pytorch_model.bin"));
  for (const auto& file : pickled) EMO_TRY(out.add((folder / file).string(), read_torch_weights));
  if (!pickled.empty()) return out;
  const auto graph = onnx_file(folder);
  if (graph.empty() && has_adapter(folder)) return adapter_alone().at(directory);
  if (graph.empty()) {
    return Error{ErrorCode::kNotFound, folder.string() + ": no weights, expected model.safetensors or " +
                                           "pytorch_model.bin (or shards with their index.json)" +
                                           (reads_onnx() ? ", or model.onnx" : "")};
  }
  EMO_TRY(out.add(graph.string(), read_onnx_weights));
  return out;
}

Result<void> Weights::add(const std::string& path, Result<OwnedWeights> (*read)(const std::string&)) {
  auto read_ones = read(path);
  if (!read_ones && is_lfs_pointer(path)) {
    return Error{
        ErrorCode::kInvalidModel,
        path + ": is a pointer of Git LFS, expected the weights it stands for: run " + "'git lfs pull' in its clone"};
  }
  if (!read_ones) return read_ones.error();
  OwnedWeights& weights = *read_ones;
  const std::size_t wrapped = wrapped_bytes(weights.tensors);
  for (auto& [name, view] : weights.tensors) {
    if (!tensors_.emplace(modern_name(name.substr(wrapped)), std::move(view)).second) {
      return Error{ErrorCode::kInvalidModel, path + ": tensor " + core::quoted(name) + " is there twice"};
    }
  }
  owners_.push_back(std::move(weights.owner));
  return {};
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
      append_elements<float>(view.bytes, values, [](float value) { return value; });
      break;
    case core::DType::kF16:
      append_elements<std::uint16_t>(view.bytes, values, widen_f16);
      break;
    case core::DType::kBF16:
      append_elements<std::uint16_t>(view.bytes, values, widen_bf16);
      break;
    case core::DType::kF64:  // a number that f32 cannot hold becomes infinite, which is refused below
      append_elements<double>(view.bytes, values, [](double value) { return static_cast<float>(value); });
      break;
    default:
      return fail("holds integers, expected F64, F32, F16 or BF16");
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
