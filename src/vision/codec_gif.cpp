// The first frame of a GIF by giflib, laid over white. Not an animation: a moving GIF is read as a film by src/video,
// and only when it is given to a command for films.
#include <gif_lib.h>

#include <algorithm>
#include <vector>

#include "vision/codecs.hpp"

namespace emo::vision {
namespace {

class GifReader {
 public:
  explicit GifReader(Bytes file) : file_(file), gif_(DGifOpen(this, &GifReader::read, &error_)) {}
  GifReader(const GifReader&) = delete;
  GifReader& operator=(const GifReader&) = delete;
  ~GifReader() {
    int ignored = 0;
    if (gif_ != nullptr) DGifCloseFile(gif_, &ignored);
  }

  [[nodiscard]] GifFileType* get() const { return gif_; }

  [[nodiscard]] Error failed() const {
    if (used_ >= file_.size()) {
      return damaged(ImageFormat::kGif, "truncated: the data end after " + std::to_string(file_.size()) +
                                            " bytes, before the end of the first frame");
    }
    const char* reason = GifErrorString(gif_ != nullptr ? gif_->Error : error_);
    return damaged(ImageFormat::kGif, std::string("damaged: ") + (reason != nullptr ? reason : "unknown reason"));
  }

 private:
  static int read(GifFileType* gif, GifByteType* to, int size) {
    auto& reader = *static_cast<GifReader*>(gif->UserData);
    const Bytes part = slice(reader.file_, reader.used_, static_cast<std::size_t>(std::max(size, 0)));
    std::transform(part.begin(), part.end(), to, [](std::byte b) { return std::to_integer<GifByteType>(b); });
    reader.used_ += part.size();
    return static_cast<int>(part.size());
  }

  Bytes file_;
  std::size_t used_ = 0;
  int error_ = 0;
  GifFileType* gif_;
};

// Goes to the first frame; gives the index of its transparent colour, or -1.
Result<int> find_frame(const GifReader& reader) {
  int transparent = NO_TRANSPARENT_COLOR;
  for (;;) {
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(reader.get(), &type) == GIF_ERROR) return reader.failed();
    if (type == TERMINATE_RECORD_TYPE) return damaged(ImageFormat::kGif, "holds no frame");
    if (type == IMAGE_DESC_RECORD_TYPE) {
      if (DGifGetImageDesc(reader.get()) == GIF_ERROR) return reader.failed();
      return transparent;
    }
    if (type != EXTENSION_RECORD_TYPE) continue;
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(reader.get(), &code, &block) == GIF_ERROR) return reader.failed();
    while (block != nullptr) {
      GraphicsControlBlock control{};
      if (code == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) {
        transparent = control.TransparentColor;
      }
      if (DGifGetExtensionNext(reader.get(), &block) == GIF_ERROR) return reader.failed();
    }
  }
}

// Rows of an interlaced frame come in four passes.
std::vector<int> row_order(int height, bool interlaced) {
  std::vector<int> order;
  order.reserve(static_cast<std::size_t>(height));
  if (!interlaced) {
    for (int y = 0; y < height; ++y) order.push_back(y);
    return order;
  }
  constexpr int kStarts[] = {0, 4, 2, 1};
  constexpr int kSteps[] = {8, 8, 4, 2};
  for (int pass = 0; pass < 4; ++pass) {
    for (int y = kStarts[pass]; y < height; y += kSteps[pass]) order.push_back(y);
  }
  return order;
}

}  // namespace

Result<ImageInfo> probe_gif(Bytes file) {
  const GifReader reader(file);
  if (reader.get() == nullptr) return reader.failed();
  EMO_TRY(find_frame(reader));
  // Some programs write a canvas that is smaller than the frame, or none: as browsers do, it grows with it.
  const GifImageDesc& frame = reader.get()->Image;
  ImageInfo info;
  info.width = std::max(reader.get()->SWidth, frame.Left + frame.Width);
  info.height = std::max(reader.get()->SHeight, frame.Top + frame.Height);
  return info;
}

Result<Image> decode_gif(Bytes file, const ImageInfo& info) {
  const GifReader reader(file);
  if (reader.get() == nullptr) return reader.failed();
  EMO_ASSIGN(const int transparent, find_frame(reader));
  const GifImageDesc& frame = reader.get()->Image;
  const ColorMapObject* colours = frame.ColorMap != nullptr ? frame.ColorMap : reader.get()->SColorMap;
  if (colours == nullptr) return damaged(ImageFormat::kGif, "has no colours: no palette for the first frame");

  if (frame.Width < 1 || frame.Height < 1) return damaged(ImageFormat::kGif, "the first frame is empty");
  if (frame.Left + frame.Width > info.width || frame.Top + frame.Height > info.height) {
    return damaged(ImageFormat::kGif, "damaged header");
  }
  Image image(info.width, info.height, 3);
  std::fill(image.pixels.begin(), image.pixels.end(), std::uint8_t{255});
  std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
  for (const int y : row_order(frame.Height, frame.Interlace)) {
    if (DGifGetLine(reader.get(), line.data(), frame.Width) == GIF_ERROR) return reader.failed();
    for (int x = 0; x < frame.Width; ++x) {
      const int index = line[static_cast<std::size_t>(x)];
      if (index == transparent) continue;
      // Indices beyond the palette are black, as browsers show them.
      const GifColorType colour = index < colours->ColorCount ? colours->Colors[index] : GifColorType{0, 0, 0};
      std::uint8_t* pixel = image.row(frame.Top + y) + static_cast<std::size_t>(frame.Left + x) * 3;
      pixel[0] = colour.Red;
      pixel[1] = colour.Green;
      pixel[2] = colour.Blue;
    }
  }
  return image;
}

}  // namespace emo::vision
