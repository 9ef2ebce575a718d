// A folder for targets whose readers want files by their names.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace emo::fuzz {

/// Made on construction, in memory where the system has such a folder, and removed with all that is in it.
class ScratchFolder {
 public:
  ScratchFolder()
      : path_((std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp") + std::string("/emo_fuzz_XXXXXX")) {
    if (::mkdtemp(path_.data()) == nullptr) std::abort();
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Path of the file, which now holds `content`.
  [[nodiscard]] std::string write(const std::string& name, std::string_view content) const {
    const std::string file = path_ + "/" + name;
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }

 private:
  std::string path_;
};

}  // namespace emo::fuzz
