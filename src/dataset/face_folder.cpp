// One folder per class, with or without folders for the splits above them.
#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "dataset/image_files.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) && !entry->path().filename().string().starts_with('.')) {
      found.push_back(entry->path());
    }
  }
  if (failure) return Error{ErrorCode::kIo, folder.string() + ": cannot be read: " + failure.message()};
  std::sort(found.begin(), found.end());
  return found;
}

Result<void> read_classes(const fs::path& folder, Split split, FaceData& data) {
  EMO_ASSIGN(const auto classes, folders_in(folder));
  for (const fs::path& name : classes) {
    EMO_ASSIGN(const auto files, list_images(name.string()));
    if (files.empty()) {
      data.rejected.push_back(
          {ErrorCode::kInvalidData,
           name.string() + ": the class " + core::quoted(name.filename().string()) + " has no image in it"});
    }
    for (const std::string& file : files) {
      FaceItem item;
      item.id = fs::path(file).lexically_relative(folder).string();
      item.file = file;
      item.label = name.filename().string();
      item.split = split;
      item.place = file;
      data.items.push_back(std::move(item));
    }
  }
  return {};
}

}  // namespace

Result<FaceData> read_face_folder(const std::string& folder, const FaceDataOptions&) {
  FaceData data;
  EMO_ASSIGN(const auto folders, folders_in(folder));
  const bool by_split = !folders.empty() && std::all_of(folders.begin(), folders.end(), [](const fs::path& path) {
    return split_of(path.filename().string()).has_value();
  });
  if (by_split) {
    for (const fs::path& path : folders) EMO_TRY(read_classes(path, *split_of(path.filename().string()), data));
  } else {
    EMO_TRY(read_classes(folder, Split::kNone, data));
  }
  collect_classes(data, {});
  return data;
}

}  // namespace emo::dataset
