// JPEG by libjpeg-turbo, through its C interface. libjpeg leaves its errors by longjmp, so the functions that call it
// hold nothing with a destructor; all state lives in JpegReader.

// jpeglib.h needs FILE and size_t and includes neither; jerror.h needs jpeglib.h.
// clang-format off
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <jpeglib.h>
#include <jerror.h>
// clang-format on

#include <algorithm>
#include <string_view>
#include <vector>

#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

// Ordinary progressive files have about ten scans. Each costs a pass over the whole picture.
constexpr int kMaxScans = 100;

struct JpegReader {
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf jump{};
  char message[JMSG_LENGTH_MAX] = "";
  bool data_ended = false;    // the file ended before the picture's end marker
  bool data_missing = false;  // pixels were made up because data ended or did not decode
  bool created = false;

  JpegReader() = default;
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() {
    if (created) jpeg_destroy_decompress(&info);
  }
};

JpegReader& reader_of(j_common_ptr info) {
  return *static_cast<JpegReader*>(info->client_data);
}

[[noreturn]] void on_error(j_common_ptr info) {
  JpegReader& reader = reader_of(info);
  info->err->format_message(info, reader.message);
  std::longjmp(reader.jump, 1);
}

// Called for warnings (level -1) and traces; libjpeg goes on after either. The first warning that means lost pixels is
// kept. Bytes between segments and odd version numbers harm nothing and are common.
void on_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  JpegReader& reader = reader_of(info);
  switch (info->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_ADOBE_XFORM:
    case JWRN_TOO_MUCH_DATA:
      return;
    case JWRN_JPEG_EOF:
      reader.data_ended = true;
      return;
    default:
      break;
  }
  if (!reader.data_missing) info->err->format_message(info, reader.message);
  reader.data_missing = true;
}

void on_progress(j_common_ptr info) {
  if (info->is_decompressor == 0) return;
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number <= kMaxScans) return;
  JpegReader& reader = reader_of(info);
  std::snprintf(reader.message, sizeof reader.message, "more than %d scans", kMaxScans);
  std::longjmp(reader.jump, 1);
}

bool read_header(JpegReader& reader, Bytes file) {
  reader.info.err = jpeg_std_error(&reader.errors);
  reader.errors.error_exit = on_error;
  reader.errors.emit_message = on_message;
  reader.info.client_data = &reader;
  if (setjmp(reader.jump) != 0) return false;
  jpeg_create_decompress(&reader.info);
  reader.created = true;
  reader.info.client_data = &reader;
  reader.progress.progress_monitor = on_progress;
  reader.info.progress = &reader.progress;
  jpeg_save_markers(&reader.info, JPEG_APP0 + 1, 0xFFFF);
  jpeg_mem_src(&reader.info, reinterpret_cast<const unsigned char*>(file.data()),
               static_cast<unsigned long>(file.size()));
  jpeg_read_header(&reader.info, TRUE);
  return true;
}

bool start(JpegReader& reader) {
  if (setjmp(reader.jump) != 0) return false;
  jpeg_start_decompress(&reader.info);
  return true;
}

// One row into `row`.
bool read_row(JpegReader& reader, std::uint8_t* row) {
  if (setjmp(reader.jump) != 0) return false;
  while (jpeg_read_scanlines(&reader.info, &row, 1) == 0) {
  }
  return true;
}

int orientation(const jpeg_decompress_struct& info) {
  using namespace std::string_view_literals;
  constexpr auto kExif = "Exif\0\0"sv;
  for (const auto* marker = info.marker_list; marker != nullptr; marker = marker->next) {
    const Bytes data = std::as_bytes(std::span(marker->data, marker->data_length));
    if (marker->marker == JPEG_APP0 + 1 && starts_with(data, kExif)) return exif_orientation(data);
  }
  return 1;
}

// Adobe programs store CMYK inverted and say so by their marker.
void cmyk_to_rgb(const std::vector<std::uint8_t>& cmyk, bool inverted, std::uint8_t* rgb) {
  const std::uint32_t flip = inverted ? 0 : 255;
  for (std::size_t i = 0; i + 3 < cmyk.size(); i += 4) {
    const std::uint32_t light = cmyk[i + 3] ^ flip;
    for (std::size_t c = 0; c < 3; ++c) {
      *rgb++ = static_cast<std::uint8_t>(((cmyk[i + c] ^ flip) * light + 127U) / 255U);
    }
  }
}

void choose_scale(jpeg_decompress_struct& info, int enough_side) {
  if (enough_side <= 0) return;
  const JDIMENSION side = std::min(info.image_width, info.image_height);
  for (const JDIMENSION denominator : {8U, 4U, 2U}) {
    if ((side + denominator - 1) / denominator >= static_cast<JDIMENSION>(enough_side)) {
      info.scale_num = 8 / denominator;
      info.scale_denom = 8;
      return;
    }
  }
}

// True if the picture has 4 ink channels that we convert; an Error if it is none of grey, colour and CMYK.
Result<bool> choose_colours(jpeg_decompress_struct& info) {
  switch (info.jpeg_color_space) {
    case JCS_GRAYSCALE:
      info.out_color_space = JCS_GRAYSCALE;
      return false;
    case JCS_RGB:
    case JCS_YCbCr:
      info.out_color_space = JCS_RGB;
      return false;
    case JCS_CMYK:
    case JCS_YCCK:
      info.out_color_space = JCS_CMYK;
      return true;
    default:
      return Error{ErrorCode::kUnsupported, "JPEG: has " + std::to_string(info.num_components) +
                                                " channels of unknown colours, expected grey, RGB or CMYK"};
  }
}

Error lost(const JpegReader& reader, std::size_t bytes) {
  const std::string place =
      " at row " + std::to_string(reader.info.output_scanline) + " of " + std::to_string(reader.info.output_height);
  if (reader.data_ended) {
    return damaged(ImageFormat::kJpeg, "truncated: the data end after " + std::to_string(bytes) + " bytes" + place);
  }
  return damaged(ImageFormat::kJpeg, "damaged" + place + ": " + reader.message);
}

}  // namespace

Result<ImageInfo> probe_jpeg(Bytes file) {
  JpegReader reader;
  if (!read_header(reader, file)) {
    if (reader.data_ended) {
      return damaged(ImageFormat::kJpeg,
                     "truncated: the data end after " + std::to_string(file.size()) + " bytes, inside the header");
    }
    return damaged(ImageFormat::kJpeg, std::string("damaged header: ") + reader.message);
  }
  ImageInfo info;
  info.width = static_cast<int>(reader.info.image_width);
  info.height = static_cast<int>(reader.info.image_height);
  info.orientation = orientation(reader.info);
  return info;
}

Result<Image> decode_jpeg(Bytes file, const ImageInfo& info, const DecodeOptions& options) {
  JpegReader reader;
  if (!read_header(reader, file) || static_cast<int>(reader.info.image_width) != info.width ||
      static_cast<int>(reader.info.image_height) != info.height) {
    return damaged(ImageFormat::kJpeg, std::string("damaged header: ") + reader.message);
  }
  EMO_ASSIGN(const bool inks, choose_colours(reader.info));
  choose_scale(reader.info, options.enough_side);
  if (!start(reader)) {
    if (reader.data_ended) return lost(reader, file.size());
    return damaged(ImageFormat::kJpeg, std::string("damaged: ") + reader.message);
  }

  const auto width = static_cast<int>(reader.info.output_width);
  const auto height = static_cast<int>(reader.info.output_height);
  Image image(width, height, reader.info.out_color_space == JCS_GRAYSCALE ? 1 : 3);
  std::vector<std::uint8_t> cmyk(inks ? static_cast<std::size_t>(width) * 4 : 0);
  for (int y = 0; y < height; ++y) {
    if (!read_row(reader, inks ? cmyk.data() : image.row(y)) || reader.data_missing) return lost(reader, file.size());
    if (inks) cmyk_to_rgb(cmyk, reader.info.saw_Adobe_marker != 0, image.row(y));
  }
  // A picture without the last of its scans has all its rows, only coarser ones or of fewer colours; one of arithmetic
  // coding gets rows of noise where its data end, without a warning.
  const bool has_rows_anyway = reader.info.arith_code != 0 || jpeg_has_multiple_scans(&reader.info) != 0;
  if (reader.data_ended && has_rows_anyway) return lost(reader, file.size());
  return image;
}

}  // namespace emo::vision
