// One folder per class, with or without folders for the splits above them, and RAF-DB as it is unpacked.
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

/// Folders whose name begins with a dot belong to programs, `__MACOSX` is what macOS adds to an archive.
bool may_hold_data(const std::string& name) {
  return !name.starts_with('.') && name != "__MACOSX";
}

Result<std::vector<fs::path>> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) && may_hold_data(entry->path().filename().string())) {
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

bool is_split(const fs::path& folder) {
  return split_of(folder.filename().string()).has_value();
}

/// True when all are called as splits are, or one is that holds folders in its turn, as a class does not have to: what
/// else lies beside it (documents, say) does not turn splits into classes.
bool are_splits(const std::vector<fs::path>& folders) {
  const auto holds_folders = [](const fs::path& folder) {
    const auto inside = folders_in(folder);
    return inside && !inside->empty();
  };
  if (folders.empty()) return false;
  return std::all_of(folders.begin(), folders.end(), is_split) ||
         std::any_of(folders.begin(), folders.end(),
                     [&](const fs::path& folder) { return is_split(folder) && holds_folders(folder); });
}

Result<void> read_splits(const std::vector<fs::path>& folders, FaceData& data) {
  for (const fs::path& folder : folders) {
    if (const auto split = split_of(folder.filename().string())) {
      EMO_TRY(read_classes(folder, *split, data));
    } else {
      data.passed_over.push_back(folder.string() +
                                 ": the folder is no split, unlike others beside it; splits are train, val and test");
    }
  }
  return {};
}

constexpr const char* kRafList = "EmoLabel/list_patition_label.txt";  // spelt so

/// RAF-DB as it is unpacked: a list has its labels, the folders beside it are no classes.
bool is_raf_db(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "EmoLabel", ignored) && fs::is_directory(folder / "Image", ignored);
}

Result<FaceData> read_raf_db(const fs::path& folder, const FaceDataOptions& options) {
  const fs::path list = folder / kRafList;
  if (is_file(list)) return read_face_list(list.string(), options);
  return Error{ErrorCode::kInvalidData, folder.string() + ": the folders EmoLabel and Image are RAF-DB's, but " +
                                            list.string() +
                                            ", which has the labels, is not there; a list of `path label` may take "
                                            "its place as the data, with the folder of its images (Image/aligned)"};
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
    // As archives are often packed: DATASET/train, DATASET/test.
    EMO_ASSIGN(auto inner, folders_in(folders.front()));
    if (are_splits(inner) || is_raf_db(folders.front())) {
      top = folders.front();
      folders = std::move(inner);
    }
  }
  if (is_raf_db(top)) return read_raf_db(top, options);
  if (are_splits(folders)) {
    EMO_TRY(read_splits(folders, data));
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
