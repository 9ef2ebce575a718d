// Which codec, within which limits, and which way up; formats are told by their first bytes, never by their names. The
// codecs themselves are in codec_*.cpp, films and cameras in video.cpp.
#include "vision/decode.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

#include "core/quote.hpp"
#include "io/file.hpp"
#include "vision/codecs.hpp"
#include "vision/transform.hpp"

namespace emo::vision {
namespace {

constexpr std::string_view kExpected = "expected JPEG, PNG, WebP, BMP or GIF";
constexpr std::size_t kShownBytes = 12;

std::optional<ImageFormat> detect(Bytes file) {
  using namespace std::string_view_literals;
  if (starts_with(file, "\xFF\xD8\xFF"sv)) return ImageFormat::kJpeg;
  if (starts_with(file, "\x89PNG\r\n\x1A\n"sv)) return ImageFormat::kPng;
  if (starts_with(file, "RIFF"sv) && starts_with(file, "WEBP"sv, 8)) return ImageFormat::kWebp;
  if (starts_with(file, "GIF87a"sv) || starts_with(file, "GIF89a"sv)) return ImageFormat::kGif;
  // "BM" alone begins many texts; bytes 6 to 9 are reserved and the size of the next header is one of a few.
  if (starts_with(file, "BM"sv) && file.size() >= 18) {
    const std::uint32_t header = little_endian(file, 14, 4);
    if (header == 12 || (header >= 16 && header <= 124)) return ImageFormat::kBmp;
  }
  return std::nullopt;
}

// What begins with "ftyp" and its list of brands. Pictures are told by any of them: the first is often one that AVIF
// and HEIC share.
std::string_view kind_of_brands(Bytes file) {
  using namespace std::string_view_literals;
  constexpr std::size_t kFirstBrand = 8, kOtherBrands = 16, kMostBytes = 256;
  const std::size_t end = std::min<std::size_t>({big_endian(file, 0, 4), kMostBytes, file.size()});
  const auto has = [&](std::string_view brand) {
    bool found = starts_with(file, brand, kFirstBrand);
    for (std::size_t at = kOtherBrands; at < end; at += brand.size()) found = found || starts_with(file, brand, at);
    return found;
  };
  const auto begins = [&](std::string_view brand) { return starts_with(file, brand, kFirstBrand); };
  if (has("avif"sv) || has("avis"sv)) return "AVIF";
  for (const auto brand : {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv, "hevm"sv, "hevs"sv}) {
    if (has(brand)) return "HEIC";
  }
  if (begins("mif1"sv) || begins("msf1"sv)) return "HEIC";
  if (begins("crx "sv)) return "TIFF or camera raw";
  if (begins("M4A "sv) || begins("M4B "sv)) return "sound (MP4)";
  return "a video (MP4 or QuickTime)";
}

// Pictures that people do have and that no codec here reads.
std::string_view known_stranger(Bytes file) {
  using namespace std::string_view_literals;
  if (starts_with(file, "II*\0"sv) || starts_with(file, "MM\0*"sv)) return "TIFF or camera raw";
  if (starts_with(file, "ftyp"sv, 4)) return kind_of_brands(file);
  if (starts_with(file, "\x1A\x45\xDF\xA3"sv)) return "a video (WebM or Matroska)";
  if (starts_with(file, "RIFF"sv) && starts_with(file, "AVI "sv, 8)) return "a video (AVI)";
  if (starts_with(file, "\xFF\x0A"sv) || starts_with(file, "\0\0\0\x0CJXL "sv)) return "JPEG XL";
  if (starts_with(file, "\0\0\0\x0CjP  "sv)) return "JPEG 2000";
  if (starts_with(file, "%PDF-"sv)) return "PDF";
  return {};
}

Error not_an_image(Bytes file) {
  if (file.empty()) return {ErrorCode::kInvalidInput, "not an image: empty, " + std::string(kExpected)};
  if (const auto stranger = known_stranger(file); !stranger.empty()) {
    return {ErrorCode::kUnsupported, "is " + std::string(stranger) + ", " + std::string(kExpected)};
  }
  return {ErrorCode::kInvalidInput, "not an image: starts with " + core::quoted(as_text(slice(file, 0, kShownBytes))) +
                                        ", " + std::string(kExpected)};
}

Result<ImageInfo> probe(ImageFormat format, Bytes file) {
  switch (format) {
    case ImageFormat::kJpeg:
      return probe_jpeg(file);
    case ImageFormat::kPng:
      return probe_png(file);
    case ImageFormat::kWebp:
      return probe_webp(file);
    case ImageFormat::kBmp:
      return probe_bmp(file);
    case ImageFormat::kGif:
      return probe_gif(file);
  }
  return Error{ErrorCode::kInternal, "unknown image format"};
}

Result<Image> decode(Bytes file, const ImageInfo& info, const DecodeOptions& options) {
  switch (info.format) {
    case ImageFormat::kJpeg:
      return decode_jpeg(file, info, options);
    case ImageFormat::kPng:
      return decode_png(file, info);
    case ImageFormat::kWebp:
      return decode_webp(file, info);
    case ImageFormat::kBmp:
      return decode_bmp(file, info);
    case ImageFormat::kGif:
      return decode_gif(file, info);
  }
  return Error{ErrorCode::kInternal, "unknown image format"};
}

// The header as stored, within the limits.
Result<ImageInfo> checked_header(Bytes file, const ImageLimits& limits) {
  if (file.size() > limits.max_file_bytes) {
    return Error{ErrorCode::kTooLarge, "has " + std::to_string(file.size()) + " bytes, expected at most " +
                                           std::to_string(limits.max_file_bytes)};
  }
  const auto format = detect(file);
  if (!format) return not_an_image(file);
  EMO_ASSIGN(ImageInfo info, probe(*format, file));
  info.format = *format;
  EMO_TRY(check_size(*format, static_cast<std::uint64_t>(info.width), static_cast<std::uint64_t>(info.height), limits));
  return info;
}

}  // namespace

std::string_view format_name(ImageFormat format) {
  constexpr std::array<std::string_view, 5> kNames = {"JPEG", "PNG", "WebP", "BMP", "GIF"};
  return kNames[static_cast<std::size_t>(format)];
}

std::string_view picture_kind(std::span<const std::byte> file) {
  const auto format = detect(file);
  return format ? format_name(*format) : known_stranger(file);
}

Error damaged(ImageFormat format, const std::string& what) {
  return {ErrorCode::kInvalidInput, std::string(format_name(format)) + ": " + what};
}

Result<void> check_size(ImageFormat format, std::uint64_t width, std::uint64_t height, const ImageLimits& limits) {
  const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
  if (width == 0 || height == 0) return damaged(format, "claims " + size + ", expected at least 1 x 1");
  const auto side = static_cast<std::uint64_t>(limits.max_side);
  if (width > side || height > side) {
    return Error{ErrorCode::kTooLarge, std::string(format_name(format)) + ": claims " + size +
                                           ", expected sides of at most " + std::to_string(side)};
  }
  if (width * height > limits.max_pixels) {
    return Error{ErrorCode::kTooLarge, std::string(format_name(format)) + ": claims " + size + ", expected at most " +
                                           std::to_string(limits.max_pixels) + " in all"};
  }
  return {};
}

Result<ImageInfo> probe_image(std::span<const std::byte> file, const ImageLimits& limits) {
  EMO_ASSIGN(ImageInfo info, checked_header(file, limits));
  if (info.orientation >= 5) std::swap(info.width, info.height);
  return info;
}

Result<Image> decode_image(std::span<const std::byte> file, const DecodeOptions& options) {
  try {
    EMO_ASSIGN(const ImageInfo info, checked_header(file, options.limits));
    EMO_ASSIGN(Image image, decode(file, info, options));
    return info.orientation == 1 ? std::move(image) : apply_orientation(std::move(image), info.orientation);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::kInternal, "out of memory for the pixels of a picture"};
  }
}

Result<Image> decode_image_file(const std::string& path, const DecodeOptions& options) {
  EMO_TRY(io::check_regular_file(path));  // a pipe among pictures must not hold up the others
  EMO_ASSIGN(const std::string content, io::read_file(path, options.limits.max_file_bytes));
  auto image = decode_image(std::as_bytes(std::span(content)), options);
  if (!image) return image.error().at(core::quoted(path));
  return image;
}

}  // namespace emo::vision
