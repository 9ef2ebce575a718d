// Listing of images by their names. What is inside them is vision's business.
#include "dataset/image_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace emo::dataset {

namespace fs = std::filesystem;

bool is_image_name(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kExtensions{"jpg", "jpeg", "png", "webp", "bmp", "gif"};
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

Result<std::vector<std::string>> list_images(const std::string& folder) {
  std::error_code failure;
  const auto status = fs::status(folder, failure);
  if (!fs::exists(status)) return Error{ErrorCode::kNotFound, folder + ": no such folder"};
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
  if (failure) return Error{ErrorCode::kIo, folder + ": cannot be read: " + failure.message()};
  std::vector<std::string> files;
  for (const fs::recursive_directory_iterator end; entry != end;) {
    std::error_code ignored;
    const std::string name = entry->path().filename().string();
    if (!entry->is_directory(ignored) && is_image_name(name)) files.push_back(entry->path().string());
    entry.increment(failure);
    if (failure) return Error{ErrorCode::kIo, folder + ": cannot be read: " + failure.message()};
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace emo::dataset
