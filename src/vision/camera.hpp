// A camera as a video.
#pragma once

#include <memory>
#include <string>

#include "vision/video.hpp"

namespace emo::vision {

/// Opens `device` ("/dev/video0") at the size nearest to 640 x 480 that it offers, as MJPEG or YUYV. Time stamps are
/// the driver's, from the first frame on. Errors: kNotFound, kIo, kUnsupported (no camera, or neither format).
Result<std::unique_ptr<VideoReader>> open_camera(const std::string& device, const VideoOptions& options);

/// YUYV 4:2:2 as cameras send it (BT.601, 16..235), `width` even, `stride` bytes per row, to RGB.
Image yuyv_to_rgb(const std::uint8_t* pixels, int width, int height, std::size_t stride);

}  // namespace emo::vision
