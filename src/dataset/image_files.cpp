// Images by their names. What is inside them is vision's business: a text called x.jpg is found here and refused there,
// with its name.
#include "dataset/image_files.hpp"

#include <algorithm>
#include <array>

#include "core/extension.hpp"

namespace emo::dataset {

bool is_image_name(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kExtensions{".jpg", ".jpeg", ".jpe", ".jfif",
                                                               ".png", ".webp", ".bmp", ".gif"};
  const std::string extension = core::lower_extension(name);
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::string no_images_in_words(std::uint64_t count, const std::string& first) {
  return others_in_words(count, first, kImageEndings);
}

Result<FileListing> list_images(const std::string& folder) {
  return list_files(folder, is_image_name);
}

}  // namespace emo::dataset
