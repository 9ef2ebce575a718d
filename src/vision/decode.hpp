// Files of pictures into `Image`: JPEG, PNG, WebP, BMP and the first frame of GIF, told apart by their first bytes.
// Never by the name; never a part of a picture in place of the whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "emo/error.hpp"
#include "vision/image.hpp"

namespace emo::vision {

enum class ImageFormat : std::uint8_t { kJpeg, kPng, kWebp, kBmp, kGif };

/// "JPEG", "PNG", "WebP", "BMP", "GIF".
std::string_view format_name(ImageFormat format);

/// What a file that begins so is: the name of a format above, or "HEIC", "PDF", "a video (AVI)" and other kinds that no
/// decoder here knows; empty if none is recognised.
std::string_view picture_kind(std::span<const std::byte> file);

/// What a picture may cost. Checked on the header, before anything of the picture's size is allocated.
struct ImageLimits {
  std::uint64_t max_file_bytes = std::uint64_t{64} << 20;
  std::uint64_t max_pixels = 100'000'000;  ///< width x height; 300 MB as RGB
  int max_side = 65'535;
};

struct DecodeOptions {
  ImageLimits limits;
  /// If positive, a JPEG may come out reduced by 2, 4 or 8 (which saves most of the decoding time) as long as its
  /// shorter side keeps at least this many pixels. Other formats come at full size.
  int enough_side = 0;
};

/// What the header says.
struct ImageInfo {
  ImageFormat format = ImageFormat::kJpeg;
  int width = 0;        ///< as displayed, that is after `orientation`
  int height = 0;       ///< as displayed
  int orientation = 1;  ///< EXIF, 1..8
};

/// Reads the header only. Errors as `decode_image`.
Result<ImageInfo> probe_image(std::span<const std::byte> file, const ImageLimits& limits = {});

/// The picture as it is to be displayed: EXIF orientation applied, transparency laid over white, CMYK converted, 16
/// bits reduced to 8, palettes resolved. Grey stays 1 channel, all else is RGB. Colour profiles are ignored.
/// kInvalidInput: not a picture, damaged or truncated (the message says where); kTooLarge: over a limit; kUnsupported:
/// a kind of picture that no decoder here knows. Thread-safe.
Result<Image> decode_image(std::span<const std::byte> file, const DecodeOptions& options = {});

/// `decode_image` of a file, errors with the path in front; kNotFound and kIo as `io::read_file` and
/// `io::check_regular_file`.
Result<Image> decode_image_file(const std::string& path, const DecodeOptions& options = {});

}  // namespace emo::vision
