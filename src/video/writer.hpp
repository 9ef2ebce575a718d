// Video files written by libav.
#pragma once

#include <memory>
#include <string>

#include "vision/video.hpp"

namespace emo::video {

/// As `vision::create_video`.
Result<std::unique_ptr<vision::VideoWriter>> create_writer(const std::string& path,
                                                           const vision::VideoWriterOptions& options);

}  // namespace emo::video
