// A training state on disk: named tensors and a JSON note in one safetensors file, replaced atomically.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "train/libtorch.hpp"

namespace emo::train {

struct CheckpointFile {
  std::map<std::string, at::Tensor> tensors;  ///< float or int64, on the CPU
  std::string note;                           ///< JSON
};

/// Errors: kIo with the path; the previous file is then untouched.
Result<void> save_checkpoint(const std::string& path, const std::vector<std::pair<std::string, at::Tensor>>& tensors,
                             const std::string& note);

/// Errors: kNotFound, kInvalidModel (damaged), kInvalidData (no note).
Result<CheckpointFile> load_checkpoint_file(const std::string& path);

/// Copies the tensors of a checkpoint over `targets` of the same name. Errors: kInvalidData on a missing or misshapen
/// one.
Result<void> restore_tensors(const std::vector<std::pair<std::string, at::Tensor>>& targets,
                             const std::map<std::string, at::Tensor>& tensors);

}  // namespace emo::train
