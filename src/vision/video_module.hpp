// The seam between the program and its libav module: one exported function that fills one table.
#pragma once

#include <memory>
#include <string>

#include "vision/video.hpp"

namespace emo::vision {

/// Both sides are built together. Raised with every change of this file or of a type that it names: a module that is
/// older or newer than the program is refused.
inline constexpr int kVideoModuleVersion = 4;
inline constexpr const char* kVideoModuleFile = "emo_video.so";
inline constexpr const char* kVideoModuleEntry = "emo_video_module";

struct VideoModule {
  int version = 0;
  Result<std::unique_ptr<VideoReader>> (*open)(const std::string& path, const VideoOptions& options) = nullptr;
  Result<std::unique_ptr<VideoWriter>> (*create)(const std::string& path, const VideoWriterOptions& options) = nullptr;
};

using VideoModuleEntry = const VideoModule* (*)();

}  // namespace emo::vision
