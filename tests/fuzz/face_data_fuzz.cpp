// Any bytes as a file of labelled faces, in each layout of one file. Reading ends, and every item is whole: an image of
// the promised size or a path, a label, a place. The first byte chooses the layout.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "core/assert.hpp"
#include "dataset/face_dataset.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emo::dataset;
  if (size == 0) return 0;
  const int file = ::memfd_create("faces", 0);
  EMO_ASSERT(file >= 0 && ::write(file, data + 1, size - 1) == static_cast<ssize_t>(size - 1));
  FaceDataOptions options;
  switch (data[0] % 3) {
    case 0:
      options.layout = FaceLayout::kFer2013Csv;
      break;
    case 1:
      options.layout = FaceLayout::kList;
      break;
    default:
      options.layout = FaceLayout::kRows;
  }
  const auto read = read_face_data("/proc/self/fd/" + std::to_string(file), options);
  ::close(file);
  if (!read) return 0;
  EMO_ASSERT(!read->items.empty());
  for (const auto& item : read->items) {
    EMO_ASSERT(!item.label.empty() && !item.place.empty());
    EMO_ASSERT(item.file.empty() ? item.image.pixels.size() == 48U * 48U : item.image.pixels.empty());
  }
  return 0;
}
