// What decode.cpp asks of each format, one .cpp each. Third-party codecs do not show here.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "vision/bytes.hpp"
#include "vision/decode.hpp"
#include "vision/image.hpp"

namespace emo::vision {

/// kInvalidInput with the format's name in front: "JPEG: truncated: …".
Error damaged(ImageFormat format, const std::string& what);

/// Width, height >= 1 and within the limits, else kInvalidInput or kTooLarge.
Result<void> check_size(ImageFormat format, std::uint64_t width, std::uint64_t height, const ImageLimits& limits);

/// Orientation 1..8 from a TIFF block as EXIF holds it, with or without JPEG's prefix "Exif\0\0", which some programs
/// keep in other formats; 1 if there is none or it is damaged.
int exif_orientation(Bytes exif);

/// RGBA or grey-alpha rows (`channels` 4 or 2) over white: 3 or 1 channels. Not gamma-corrected, as in browsers.
Image over_white(const std::uint8_t* pixels, int width, int height, int channels);

// probe_*: as stored, before orientation; sizes are those of the header, unchecked beyond fitting an int.
// decode_*: as stored; `info` is what probe_* gave and has passed check_size.
Result<ImageInfo> probe_jpeg(Bytes file);
Result<ImageInfo> probe_png(Bytes file);
Result<ImageInfo> probe_webp(Bytes file);
Result<ImageInfo> probe_bmp(Bytes file);
Result<ImageInfo> probe_gif(Bytes file);
Result<Image> decode_jpeg(Bytes file, const ImageInfo& info, const DecodeOptions& options);
Result<Image> decode_png(Bytes file, const ImageInfo& info);
Result<Image> decode_webp(Bytes file, const ImageInfo& info);
Result<Image> decode_bmp(Bytes file, const ImageInfo& info);
Result<Image> decode_gif(Bytes file, const ImageInfo& info);

}  // namespace emo::vision
