// libtorch tensors to safetensors and back. What the tensors mean is the trainer's business; it is no bundle, and
// nothing but a resumed run reads it.
#include "train/checkpoint_file.hpp"

#include <span>

#include "io/file.hpp"
#include "io/safetensors.hpp"

namespace emo::train {
namespace {

constexpr const char* kNoteKey = "training_state";

// Precondition: float or int64, on the CPU, contiguous.
core::TensorView view_of(const at::Tensor& tensor) {
  const auto dtype = tensor.scalar_type() == at::kLong ? core::DType::kS64 : core::DType::kF32;
  return {dtype,
          core::Shape(tensor.sizes().begin(), tensor.sizes().end()),
          {static_cast<const std::byte*>(tensor.data_ptr()), static_cast<std::size_t>(tensor.nbytes())}};
}

}  // namespace

Result<void> save_checkpoint(const std::string& path, const std::vector<std::pair<std::string, at::Tensor>>& tensors,
                             const std::string& note) {
  std::vector<at::Tensor> held;  // keeps CPU copies alive while they are written
  std::vector<std::pair<std::string, core::TensorView>> views;
  for (const auto& [name, tensor] : tensors) {
    if (tensor.scalar_type() != at::kLong && tensor.scalar_type() != at::kFloat) {
      return Error{ErrorCode::kInternal, path + ": tensor '" + name + "' is neither float nor int64"};
    }
    held.push_back(tensor.detach().to(at::kCPU).contiguous());
    views.emplace_back(name, view_of(held.back()));
  }
  EMO_ASSIGN(const std::string bytes, io::serialize_safetensors(views, {{kNoteKey, note}}));
  return io::write_file_atomic(path, bytes);
}

Result<CheckpointFile> load_checkpoint_file(const std::string& path) {
  EMO_ASSIGN(const auto file, io::SafeTensors::open(path));
  const auto note = file.metadata().find(kNoteKey);
  if (note == file.metadata().end()) {
    return Error{ErrorCode::kInvalidData, path + " is not a training checkpoint: it has no " + kNoteKey};
  }
  CheckpointFile out;
  out.note = note->second;
  for (const auto& [name, view] : file.tensors()) {
    if (view.dtype == core::DType::kS64) {
      out.tensors[name] = tensor_of(view.as<std::int64_t>(), view.shape);
    } else if (view.dtype == core::DType::kF32) {
      out.tensors[name] = tensor_of(view.as<float>(), view.shape);
    } else {
      return Error{ErrorCode::kInvalidModel, path + ": tensor '" + name + "' is neither f32 nor int64"};
    }
  }
  return out;
}

Result<void> restore_tensors(const std::vector<std::pair<std::string, at::Tensor>>& targets,
                             const std::map<std::string, at::Tensor>& tensors) {
  const at::NoGradGuard no_grad;
  for (const auto& [name, target] : targets) {
    const auto found = tensors.find(name);
    if (found == tensors.end()) return Error{ErrorCode::kInvalidData, "checkpoint lacks '" + name + "'"};
    if (found->second.sizes() != target.sizes()) {
      return Error{ErrorCode::kInvalidData, "checkpoint tensor '" + name + "' has another shape than this run"};
    }
    target.copy_(found->second);
  }
  return {};
}

}  // namespace emo::train
