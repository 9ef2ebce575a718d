// Video files by libav.
#pragma once

#include <memory>
#include <string>

#include "vision/video.hpp"

namespace emo::video {

/// As `vision::open_video` for files and "-".
Result<std::unique_ptr<vision::VideoReader>> open_reader(const std::string& path, const vision::VideoOptions& options);

}  // namespace emo::video
