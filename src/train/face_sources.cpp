// From dataset's list of labelled faces to pixels of one size. Layouts are dataset's business, decoding is vision's;
// which split a face goes to is face_dataset.cpp's.
#include "train/face_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

#include "io/file.hpp"
#include "vision/decode.hpp"
#include "vision/transform.hpp"

namespace emo::train {
namespace {

using dataset::FaceLayout;

constexpr std::size_t kPicturesMeasured = 64;

FaceLayout layout_of(FaceFormat format) {
  switch (format) {
    case FaceFormat::kFolders:
      return FaceLayout::kFolder;
    case FaceFormat::kFerCsv:
      return FaceLayout::kFer2013Csv;
    case FaceFormat::kFerPlus:
      return FaceLayout::kPackedFer;
    case FaceFormat::kList:
      return FaceLayout::kList;
    case FaceFormat::kRows:
      return FaceLayout::kRows;
    case FaceFormat::kAuto:
      break;
  }
  return FaceLayout::kAuto;
}

// The whole picture at the network's size and in its channels.
Result<vision::Image> pixels_of(const dataset::FaceItem& item, const FaceSize& size) {
  vision::Image image = item.image;
  if (!item.file.empty()) {
    EMO_ASSIGN(image, vision::decode_image_file(item.file));
  }
  return at_size(std::move(image), size);
}

// 0 when it cannot be read.
std::int64_t shorter_side(const dataset::FaceItem& item) {
  if (item.file.empty()) return std::min(item.image.width, item.image.height);
  if (!io::check_regular_file(item.file)) return 0;  // a pipe would keep its reader waiting
  const auto file = io::read_file(item.file);
  if (!file) return 0;
  const auto info = vision::probe_image(std::as_bytes(std::span(*file)));
  return info ? std::min(info->width, info->height) : 0;
}

// Of a set that was `voted` on, a face without votes (no face, as a rule) still has FER2013's own label and no other.
RawFace face_of(const dataset::FaceItem& item, bool voted) {
  RawFace face;
  face.id = item.id;
  face.split = item.split;
  face.label = item.label;
  face.votes.assign(item.votes.begin(), item.votes.end());
  face.has_original = voted;
  if (const auto majority = dataset::majority_vote(item.votes)) face.majority = static_cast<std::int32_t>(*majority);
  return face;
}

}  // namespace

vision::Image at_size(vision::Image image, const FaceSize& size) {
  // First the size, then the channels, as pipeline/image_tensor does.
  image = vision::resize(image, static_cast<int>(size.width), static_cast<int>(size.height));
  if (image.channels == size.channels) return image;
  return size.channels == 1 ? vision::to_grey(image) : vision::to_rgb(image);
}

Result<dataset::FaceData> list_faces(const FaceSourcePlan& source) {
  dataset::FaceDataOptions options;
  options.layout = layout_of(source.format);
  options.images = source.images;
  options.votes = source.votes_file;
  options.numbered = source.numbered;
  options.image_column = source.image_column;
  options.label_column = source.label_column;
  return dataset::read_face_data(source.path, options);
}

std::int64_t usual_side(const dataset::FaceData& data) {
  std::vector<std::int64_t> sides;
  const std::size_t step = std::max<std::size_t>(1, data.items.size() / kPicturesMeasured);
  for (std::size_t i = 0; i < data.items.size() && sides.size() < kPicturesMeasured; i += step) {
    if (const auto side = shorter_side(data.items[i]); side > 0) sides.push_back(side);
  }
  if (sides.empty()) return 0;
  const auto middle = sides.begin() + static_cast<std::ptrdiff_t>(sides.size() / 2);
  std::nth_element(sides.begin(), middle, sides.end());
  return *middle;
}

Result<RawFaces> read_faces(const FaceSourcePlan& source, dataset::FaceData data, const FaceSize& size) {
  RawFaces out;
  out.images = {size.height, size.width, size.channels, {}};
  out.vote_labels = data.vote_labels;
  out.classes = data.classes;
  out.rejected = std::move(data.rejected);
  out.passed_over = std::move(data.passed_over);
  out.told = std::move(data.told);
  out.images.pixels.reserve(data.items.size() * out.images.bytes_per_image());
  for (auto& item : data.items) {
    const auto image = pixels_of(item, size);
    item.image = vision::Image();  // the file's pixels are not needed any more
    if (!image) {
      const bool named = image.error().message.find(item.place) != std::string::npos;
      out.rejected.push_back(named ? image.error() : image.error().at(item.place));
      continue;
    }
    out.images.pixels.insert(out.images.pixels.end(), image->pixels.begin(), image->pixels.end());
    out.faces.push_back(face_of(item, !out.vote_labels.empty()));
  }
  if (out.faces.empty()) {
    return Error{ErrorCode::kInvalidData,
                 source.path + ": no image can be read; the first problem: " + out.rejected.front().message};
  }
  return out;
}

}  // namespace emo::train
