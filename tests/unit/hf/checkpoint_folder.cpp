// Copies and edits checkpoint folders for tests. Not a test itself.
#include "checkpoint_folder.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <utility>
#include <vector>

#include "io/file.hpp"
#include "io/safetensors.hpp"

namespace emo::hf::testing {

namespace fs = std::filesystem;

CheckpointFolder::CheckpointFolder(std::string_view architecture) {
  static std::atomic<int> count{0};
  path_ = fs::temp_directory_path() / ("emo_hf_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
  fs::create_directories(path_);
  if (architecture.empty()) return;
  fs::copy(fs::path(EMO_SOURCE_DIR) / "tests" / "golden" / "hf" / architecture, path_, fs::copy_options::recursive);
}

CheckpointFolder::~CheckpointFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void CheckpointFolder::write(std::string_view name, std::string_view content) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << content;
}

void CheckpointFolder::edit_config(const std::function<void(io::Json&)>& change) const {
  const auto text = io::read_file(file("config.json"));
  ASSERT_TRUE(text);
  auto json = io::parse_json(*text, "config.json");
  ASSERT_TRUE(json);
  change(*json);
  write("config.json", io::dump_json(*json));
}

void CheckpointFolder::rename_tensors(const std::function<std::string(const std::string&)>& rename) const {
  std::string rewritten;
  {
    const auto opened = io::SafeTensors::open(file("model.safetensors"));
    ASSERT_TRUE(opened) << opened.error().message;
    std::vector<std::pair<std::string, core::TensorView>> tensors;
    for (const auto& [name, view] : opened->tensors()) {
      const std::string renamed = rename(name);
      if (!renamed.empty()) tensors.emplace_back(renamed, view);
    }
    const auto bytes = io::serialize_safetensors(tensors);
    ASSERT_TRUE(bytes) << bytes.error().message;
    rewritten = *bytes;
  }
  write("model.safetensors", rewritten);
}

const NamedTensor* tensor_of(const Checkpoint& checkpoint, std::string_view name) {
  for (const auto& tensor : checkpoint.tensors) {
    if (tensor.name == name) return &tensor;
  }
  return nullptr;
}

}  // namespace emo::hf::testing
