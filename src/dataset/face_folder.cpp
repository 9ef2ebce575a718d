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

bool are_splits(const std::vector<fs::path>& folders) {
  return !folders.empty() && std::all_of(folders.begin(), folders.end(), [](const fs::path& path) {
    return split_of(path.filename().string()).has_value();
  });
}

// Gives numbers their names; an item whose number has none is rejected.
void name_labels(const std::vector<std::string>& names, int base, FaceData& data) {
  std::erase_if(data.items, [&](FaceItem& item) {
    const auto label = named_label(item.label, names, base);
    if (label) {
      item.label = *label;
    } else {
      data.rejected.push_back(label.error().at(item.place));
    }
    return !label.has_value();
  });
}

}  // namespace

Result<FaceData> read_face_folder(const std::string& folder, const FaceDataOptions& options) {
  FaceData data;
  fs::path top = folder;
  EMO_ASSIGN(auto folders, folders_in(top));
  if (folders.size() == 1 && !are_splits(folders)) {
    EMO_ASSIGN(auto inner, folders_in(folders.front()));  // as archives are often packed: DATASET/train, DATASET/test
    if (are_splits(inner)) {
      top = folders.front();
      folders = std::move(inner);
    }
  }
  if (are_splits(folders)) {
    for (const fs::path& path : folders) EMO_TRY(read_classes(path, *split_of(path.filename().string()), data));
  } else {
    EMO_TRY(read_classes(top, Split::kNone, data));
  }
  collect_classes(data, {});
  static const std::vector<std::string> kRafNumbers{"1", "2", "3", "4", "5", "6", "7"};
  if (!options.numbered.empty()) {
    name_labels(options.numbered, 0, data);
    collect_classes(data, options.numbered);
  } else if (data.classes == kRafNumbers) {
    name_labels(raf_classes(), 1, data);
    collect_classes(data, raf_classes());
  }
  return data;
}

}  // namespace emo::dataset
