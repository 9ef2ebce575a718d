// Finds the source a name stands for: a camera, or a file and the module that reads it. Knows nothing of libav, which
// lives in src/video and is loaded with the first film; cameras are camera.cpp's.
#include "vision/video.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <optional>
#include <system_error>

#include "core/program_path.hpp"
#include "core/quote.hpp"
#include "vision/camera.hpp"
#include "vision/video_module.hpp"

namespace emo::vision {
namespace {

constexpr const char* kInstall = "install it by ./quickstart --video (packages libavformat, libavcodec, libswscale)";

// Beside the program in a build tree, and where EmoInstall.cmake puts it. Never the working directory.
std::string find_module() {
  const std::string program = core::program_path();
  if (program.empty()) return {};
  std::error_code failed;
  const auto bin = std::filesystem::path(program).parent_path();
  for (const auto& folder : {bin.parent_path() / "lib" / "emotionaware", bin}) {
    const auto path = folder / kVideoModuleFile;
    if (std::filesystem::exists(path, failed)) return path.string();
  }
  return {};
}

Result<const VideoModule*> load_module() {
  const std::string path = find_module();
  if (path.empty()) {
    return Error{ErrorCode::kUnsupported, std::string("video files need the video module ") + kVideoModuleFile +
                                              ", which is neither beside the program nor in ../lib/emotionaware from "
                                              "there; " +
                                              kInstall};
  }
  // Never unloaded: libav keeps state for the whole process.
  void* handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    const char* reason = ::dlerror();
    return Error{ErrorCode::kUnsupported,
                 "cannot load the video module: " + std::string(reason != nullptr ? reason : "unknown reason") + "; " +
                     kInstall};
  }
  const auto entry = reinterpret_cast<VideoModuleEntry>(::dlsym(handle, kVideoModuleEntry));
  const VideoModule* module = entry != nullptr ? entry() : nullptr;
  if (module == nullptr || module->version != kVideoModuleVersion) {
    return Error{ErrorCode::kUnsupported, core::quoted(path) + " is of another version of this program; " + kInstall};
  }
  return module;
}

// Loaded once; a failure is remembered as well.
const Result<const VideoModule*>& module() {
  static const Result<const VideoModule*> loaded = load_module();
  return loaded;
}

// "0" or "/dev/video0" -> the device.
std::optional<std::string> camera_device(const std::string& source) {
  constexpr std::size_t kMaxDigits = 3;
  const bool number = !source.empty() && source.size() <= kMaxDigits &&
                      std::all_of(source.begin(), source.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number) return "/dev/video" + source;
  if (source.starts_with("/dev/video")) return source;
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<VideoReader>> open_video(const std::string& source, const VideoOptions& options) {
  if (const auto device = camera_device(source)) return open_camera(*device, options);
  // A missing file is a better message than a missing module.
  if (source != "-" && ::access(source.c_str(), F_OK) != 0) {
    return Error{ErrorCode::kNotFound, "cannot open " + core::quoted(source) + ": No such file or directory"};
  }
  EMO_ASSIGN(const VideoModule* const video, module());
  return video->open(source, options);
}

Result<std::unique_ptr<VideoWriter>> create_video(const std::string& path, const VideoWriterOptions& options) {
  EMO_ASSIGN(const VideoModule* const video, module());
  return video->create(path, options);
}

}  // namespace emo::vision
