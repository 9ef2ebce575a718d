// BMP, all kinds that Windows and OS/2 programs write: 1, 4, 8 bits with palette, 16, 24, 32 bits with or without
// masks, RLE4 and RLE8. Own code: Debian has no library for it that would not bring ten other formats along. Source:
// Microsoft's documentation of BITMAPFILEHEADER, BITMAPINFOHEADER and BITMAPV5HEADER.
#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <vector>

#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

constexpr std::size_t kFileHeader = 14;
constexpr std::uint32_t kCoreHeader = 12;
constexpr std::uint32_t kInfoHeader = 40;

enum Compression : std::uint32_t { kRgb = 0, kRle8 = 1, kRle4 = 2, kBitFields = 3, kAlphaBitFields = 6 };

using Colour = std::array<std::uint8_t, 3>;

struct Header {
  std::uint32_t header_bytes = 0;
  std::size_t pixels_at = 0;
  int width = 0, height = 0;
  bool top_down = false;
  std::uint32_t bits = 0;
  std::uint32_t compression = kRgb;
  std::uint32_t colours = 0;  // palette entries announced; 0 = as many as the bits allow
};

Error bad(const std::string& what) {
  return damaged(ImageFormat::kBmp, what);
}

Error truncated(Bytes file, const std::string& where) {
  return bad("truncated: the data end after " + std::to_string(file.size()) + " bytes, " + where);
}

Result<Header> read_header(Bytes file) {
  Header header;
  header.header_bytes = little_endian(file, kFileHeader, 4);
  if (file.size() < kFileHeader + header.header_bytes) return truncated(file, "inside the header");
  header.pixels_at = little_endian(file, 10, 4);
  std::int32_t height = 0;
  if (header.header_bytes == kCoreHeader) {
    header.width = static_cast<int>(little_endian(file, 18, 2));
    height = static_cast<std::int32_t>(little_endian(file, 20, 2));
    header.bits = little_endian(file, 24, 2);
  } else {
    // OS/2 allows its header to be cut after any field from the 16th byte on; what is missing is zero.
    const Bytes fields = slice(file, kFileHeader, header.header_bytes);
    header.width = static_cast<int>(little_endian(fields, 4, 4));
    height = static_cast<std::int32_t>(little_endian(fields, 8, 4));
    header.bits = little_endian(fields, 14, 2);
    header.compression = little_endian(fields, 16, 4);
    header.colours = little_endian(fields, 32, 4);
  }
  header.top_down = height < 0;
  if (header.width < 0 || height == std::numeric_limits<std::int32_t>::min()) return bad("damaged: negative size");
  header.height = height < 0 ? -height : height;
  return header;
}

Result<void> check_kind(const Header& header) {
  const auto bits = header.bits;
  bool known = false;
  switch (header.compression) {
    case kRgb:
      known = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
      break;
    case kRle8:
      known = bits == 8 && !header.top_down;
      break;
    case kRle4:
      known = bits == 4 && !header.top_down;
      break;
    case kBitFields:
    case kAlphaBitFields:
      known = (bits == 16 || bits == 32) && header.header_bytes >= kInfoHeader;
      break;
    default:
      break;
  }
  if (known) return {};
  return Error{ErrorCode::kUnsupported, "BMP: " + std::to_string(bits) + " bits per pixel with compression " +
                                            std::to_string(header.compression) +
                                            ", expected 1, 4, 8, 16, 24 or 32 bits, plain, RLE or with masks"};
}

// 2^bits colours, those that the file lacks black.
Result<std::vector<Colour>> read_palette(Bytes file, const Header& header) {
  const std::size_t all = std::size_t{1} << header.bits;
  const std::size_t entry = header.header_bytes == kCoreHeader ? 3 : 4;
  std::size_t count = header.colours == 0 ? all : std::min<std::size_t>(header.colours, all);
  const std::size_t at = kFileHeader + header.header_bytes;
  // Some old files announce 256 colours and store fewer; the pixels begin where the header says.
  if (header.pixels_at > at) count = std::min(count, (header.pixels_at - at) / entry);
  if (slice(file, at, count * entry).size() < count * entry) return truncated(file, "inside the palette");
  std::vector<Colour> palette(all, Colour{0, 0, 0});
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < 3; ++c) {
      palette[i][c] = std::to_integer<std::uint8_t>(file[at + i * entry + 2 - c]);
    }
  }
  return palette;
}

// Palette indices, one byte each, bottom row first. A run may not leave its row; pixels skipped keep index 0.
Result<std::vector<std::uint8_t>> unpack_rle(Bytes file, const Header& header) {
  const auto width = static_cast<std::size_t>(header.width);
  const auto height = static_cast<std::size_t>(header.height);
  std::vector<std::uint8_t> indices(width * height, 0);
  const bool nibbles = header.compression == kRle4;
  std::size_t at = header.pixels_at;
  std::size_t x = 0;
  std::size_t y = 0;
  const auto put = [&](std::uint32_t index) {
    if (x < width && y < height) indices[y * width + x] = static_cast<std::uint8_t>(index);
    ++x;
  };
  const auto byte = [&](std::size_t offset) { return little_endian(file, offset, 1); };
  while (y < height) {
    if (at + 2 > file.size()) return truncated(file, "at row " + std::to_string(y) + " of " + std::to_string(height));
    const std::uint32_t count = byte(at);
    const std::uint32_t value = byte(at + 1);
    at += 2;
    if (count > 0) {
      for (std::uint32_t i = 0; i < count; ++i) put(nibbles ? ((i & 1U) == 0 ? value >> 4U : value & 15U) : value);
    } else if (value == 0) {
      x = 0;
      ++y;
    } else if (value == 1) {
      break;
    } else if (value == 2) {
      x += byte(at);
      y += byte(at + 1);
      at += 2;
    } else {
      const std::size_t bytes = nibbles ? (value + 1) / 2 : value;
      if (at + bytes > file.size()) return truncated(file, "inside a run of pixels");
      for (std::uint32_t i = 0; i < value; ++i) {
        const std::uint32_t packed = byte(at + (nibbles ? i / 2 : i));
        put(nibbles ? ((i & 1U) == 0 ? packed >> 4U : packed & 15U) : packed);
      }
      at += bytes + (bytes & 1U);
    }
  }
  return indices;
}

// Index of pixel x in a plain row of 1, 4 or 8 bits, the leftmost pixel in the highest bits.
std::uint8_t index_at(Bytes row, std::size_t x, std::uint32_t bits) {
  const std::size_t bit = x * bits;
  const auto value = std::to_integer<std::uint32_t>(row[bit / 8]);
  return static_cast<std::uint8_t>((value >> (8 - bits - bit % 8)) & ((1U << bits) - 1));
}

// Row number `y` of the file, padded to 4 bytes. Precondition: check_rows.
Bytes plain_row(Bytes file, const Header& header, int y) {
  const std::size_t stride = (static_cast<std::size_t>(header.width) * header.bits + 31) / 32 * 4;
  return file.subspan(header.pixels_at + stride * static_cast<std::size_t>(y), stride);
}

Result<void> check_rows(Bytes file, const Header& header) {
  const std::size_t stride = (static_cast<std::size_t>(header.width) * header.bits + 31) / 32 * 4;
  const std::size_t have = slice(file, header.pixels_at, file.size()).size() / stride;
  if (have >= static_cast<std::size_t>(header.height)) return {};
  return truncated(file, "at row " + std::to_string(have) + " of " + std::to_string(header.height));
}

// One colour inside a 16- or 32-bit pixel, scaled to 0..255.
struct Field {
  std::uint32_t mask = 0;
  std::uint32_t shift = 0;
  std::uint64_t maximum = 0;

  explicit Field(std::uint32_t mask_ = 0)
      : mask(mask_),
        shift(mask_ == 0 ? 0 : static_cast<std::uint32_t>(std::countr_zero(mask_))),
        maximum(mask_ >> shift) {}

  [[nodiscard]] std::uint8_t of(std::uint32_t pixel) const {
    if (maximum == 0) return 0;
    return static_cast<std::uint8_t>(((pixel & mask) >> shift) * std::uint64_t{255} / maximum);
  }
};

// Red, green, blue, alpha (mask 0: opaque).
std::array<Field, 4> fields_of(Bytes file, const Header& header) {
  if (header.compression == kRgb) {
    if (header.bits == 16) return {Field(0x7C00), Field(0x03E0), Field(0x001F), Field(0)};
    return {Field(0xFF0000), Field(0x00FF00), Field(0x0000FF), Field(0)};
  }
  // After a 40-byte header or as its fields 40 to 55: the same place.
  const std::size_t at = kFileHeader + kInfoHeader;
  const bool alpha = header.compression == kAlphaBitFields || header.header_bytes >= 56;
  return {Field(little_endian(file, at, 4)), Field(little_endian(file, at + 4, 4)),
          Field(little_endian(file, at + 8, 4)), Field(alpha ? little_endian(file, at + 12, 4) : 0)};
}

Image from_palette(const std::vector<Colour>& palette, const Header& header, const std::vector<std::uint8_t>& indices,
                   Bytes file) {
  const bool grey = std::all_of(palette.begin(), palette.end(),
                                [](const Colour& colour) { return colour[0] == colour[1] && colour[1] == colour[2]; });
  Image image(header.width, header.height, grey ? 1 : 3);
  for (int y = 0; y < header.height; ++y) {
    std::uint8_t* to = image.row(header.top_down ? y : header.height - 1 - y);
    const Bytes row = indices.empty() ? plain_row(file, header, y) : Bytes{};
    const std::size_t first = static_cast<std::size_t>(y) * static_cast<std::size_t>(header.width);
    for (std::size_t x = 0; x < static_cast<std::size_t>(header.width); ++x) {
      const Colour& colour = palette[indices.empty() ? index_at(row, x, header.bits) : indices[first + x]];
      to = std::copy_n(colour.begin(), image.channels, to);
    }
  }
  return image;
}

// Programs that know no transparency announce a field for it and leave it at 0. What would show nothing at all is
// meant to be opaque, as browsers take it.
bool is_unseen(Bytes file, const Header& header, const Field& alpha) {
  const std::size_t step = header.bits / 8;
  for (int y = 0; y < header.height; ++y) {
    const Bytes row = plain_row(file, header, y);
    for (std::size_t x = 0; x < static_cast<std::size_t>(header.width); ++x) {
      if (alpha.of(little_endian(row, x * step, step)) != 0) return false;
    }
  }
  return true;
}

Image from_fields(Bytes file, const Header& header) {
  auto fields = fields_of(file, header);
  const std::size_t step = header.bits / 8;
  if (fields[3].mask != 0 && is_unseen(file, header, fields[3])) fields[3] = Field(0);
  Image image(header.width, header.height, 3);
  for (int y = 0; y < header.height; ++y) {
    std::uint8_t* to = image.row(header.top_down ? y : header.height - 1 - y);
    const Bytes row = plain_row(file, header, y);
    for (std::size_t x = 0; x < static_cast<std::size_t>(header.width); ++x) {
      const std::uint32_t pixel = little_endian(row, x * step, step);
      const std::uint32_t alpha = fields[3].mask == 0 ? 255 : fields[3].of(pixel);
      for (std::size_t c = 0; c < 3; ++c) {
        *to++ = static_cast<std::uint8_t>((fields[c].of(pixel) * alpha + 255U * (255U - alpha) + 127U) / 255U);
      }
    }
  }
  return image;
}

}  // namespace

Result<ImageInfo> probe_bmp(Bytes file) {
  EMO_ASSIGN(const Header header, read_header(file));
  EMO_TRY(check_kind(header));
  ImageInfo info;
  info.width = header.width;
  info.height = header.height;
  return info;
}

Result<Image> decode_bmp(Bytes file, const ImageInfo& info) {
  EMO_ASSIGN(const Header header, read_header(file));
  EMO_TRY(check_kind(header));
  if (header.width != info.width || header.height != info.height) return bad("damaged header");
  if (header.pixels_at < kFileHeader + header.header_bytes) return bad("damaged: the pixels begin inside the header");
  if (header.bits > 8) {
    EMO_TRY(check_rows(file, header));
    return from_fields(file, header);
  }
  EMO_ASSIGN(const auto palette, read_palette(file, header));
  std::vector<std::uint8_t> indices;
  if (header.compression == kRgb) {
    EMO_TRY(check_rows(file, header));
  } else {
    EMO_ASSIGN(indices, unpack_rle(file, header));
  }
  return from_palette(palette, header, indices, file);
}

}  // namespace emo::vision
