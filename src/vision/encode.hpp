// `Image` to JPEG and PNG files.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "vision/image.hpp"

namespace emo::vision {

/// Colour is stored at full resolution from this quality on, at half below.
inline constexpr int kFullColourQuality = 90;

/// `quality` 1..100. kInternal if memory runs out, kTooLarge if a side is over 65500. Thread-safe.
Result<std::string> encode_jpeg(const Image& image, int quality = 92);

/// Lossless. Thread-safe.
Result<std::string> encode_png(const Image& image);

/// kUsage unless `path` ends in .jpg, .jpeg or .png, in any case.
Result<void> check_image_name(const std::string& path);

/// JPEG or PNG by the extension (.jpg .jpeg .png, any case; kUsage otherwise), replacing `path` in one step.
Result<void> write_image_file(const std::string& path, const Image& image);

}  // namespace emo::vision
