// A scratch copy of one of the tiny checkpoints under tests/golden/hf, to be damaged and read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "hf/checkpoint.hpp"
#include "io/json.hpp"

namespace emo::hf::testing {

/// Removed when it goes out of scope.
class CheckpointFolder {
 public:
  /// Copies tests/golden/hf/ARCHITECTURE; an empty name makes an empty folder.
  explicit CheckpointFolder(std::string_view architecture);
  CheckpointFolder(const CheckpointFolder&) = delete;
  CheckpointFolder& operator=(const CheckpointFolder&) = delete;
  ~CheckpointFolder();

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::string file(std::string_view name) const { return (path_ / name).string(); }
  void write(std::string_view name, std::string_view content) const;
  void remove(std::string_view name) const { std::filesystem::remove_all(path_ / name); }
  /// Rewrites config.json.
  void edit_config(const std::function<void(io::Json&)>& change) const;
  /// Rewrites model.safetensors with every tensor renamed by `rename`; an empty new name drops the tensor.
  void rename_tensors(const std::function<std::string(const std::string&)>& rename) const;

 private:
  std::filesystem::path path_;
};

/// The tensor of that name, or nullptr.
const NamedTensor* tensor_of(const Checkpoint& checkpoint, std::string_view name);

}  // namespace emo::hf::testing
