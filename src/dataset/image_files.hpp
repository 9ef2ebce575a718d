// Image files on the disk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dataset/file_listing.hpp"
#include "emo/error.hpp"

namespace emo::dataset {

/// The endings of image formats that we decode, for messages.
inline constexpr std::string_view kImageEndings = ".jpg, .jpeg, .jpe, .jfif, .png, .webp, .bmp or .gif";

/// True for one of kImageEndings, in any case.
bool is_image_name(std::string_view name);

/// others_in_words() where pictures were expected.
std::string no_images_in_words(std::uint64_t count, const std::string& first);

/// Every image file in `folder`, as list_files().
Result<FileListing> list_images(const std::string& folder);

}  // namespace emo::dataset
