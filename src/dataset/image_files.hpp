// Image files on the disk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::dataset {

/// True for an extension of an image format we decode: jpg, jpeg, png, webp, bmp, gif, in any case.
bool is_image_name(std::string_view name);

/// Every image file in `folder` and the folders below it (links to folders are not followed), sorted by path.
/// A folder inside that cannot be read is left out. Errors: kNotFound, kIo for `folder` itself.
Result<std::vector<std::string>> list_images(const std::string& folder);

}  // namespace emo::dataset
