// One folder per class, with or without folders for the splits above them, and RAF-DB as it is unpacked. Pictures
// without a class, in one heap, are no data set: those are pipeline/picture_rows.
#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/ascii.hpp"
#include "core/labels.hpp"
#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "dataset/image_files.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

/// What a folder holds, both sorted, links to folders last. A link to the folder itself or one above it is none of it.
struct Contents {
  std::vector<fs::path> folders;
  std::vector<std::string> images, others;
};

bool leads_above(const fs::path& link, const fs::path& folder) {
  std::error_code ignored;
  const fs::path real = fs::canonical(link, ignored), from = fs::canonical(folder, ignored);
  return std::mismatch(real.begin(), real.end(), from.begin(), from.end()).first == real.end();
}

Result<Contents> contents_of(const fs::path& folder) {
  Contents found;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
    std::error_code ignored;
    const std::string name = entry->path().filename().string();
    if (is_hidden_name(name)) continue;
    if (!entry->is_directory(ignored)) {
      (is_image_name(name) ? found.images : found.others).push_back(entry->path().string());
    } else if (!entry->is_symlink(ignored) || !leads_above(entry->path(), folder)) {
      found.folders.push_back(entry->path());
    }
  }
  if (failure) return Error{ErrorCode::kIo, folder.string() + ": cannot be read: " + failure.message()};
  std::sort(found.folders.begin(), found.folders.end());
  std::stable_partition(found.folders.begin(), found.folders.end(), [](const fs::path& entry) {
    std::error_code ignored;
    return !fs::is_symlink(entry, ignored);
  });
  std::sort(found.images.begin(), found.images.end());
  std::sort(found.others.begin(), found.others.end());
  return found;
}

/// A run of `emo train` or a bundle, whose pictures are figures.
bool is_ours(const fs::path& folder) {
  return is_file(folder / "args.json") || is_file(folder / "recipe_seeds.json") || is_file(folder / "manifest.json");
}

/// The part of the data that a folder's name means, whatever else it says.
std::optional<Split> split_of_folder(const fs::path& folder) {
  return split_in_name(folder.filename().string());
}

bool is_split(const fs::path& folder) {
  return split_of_folder(folder).has_value();
}

bool is_emotion(const fs::path& folder) {
  return core::is_known_label(folder.filename().string());
}

std::size_t emotions_in(const std::vector<fs::path>& folders) {
  return static_cast<std::size_t>(std::count_if(folders.begin(), folders.end(), is_emotion));
}

/// Whether one of `folders` holds folders of its own.
bool holds_classes(const std::vector<fs::path>& folders) {
  return std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) {
    const auto inside = contents_of(folder);
    return inside && !inside->folders.empty();
  });
}

/// The part of a picture of class `name`: the folder right below the class may be called so (`happy/train/a.png`).
Split part_of(const fs::path& picture, const fs::path& name, Split usual) {
  const fs::path below = picture.lexically_relative(name);
  if (usual != Split::kNone || !below.has_parent_path()) return usual;
  return split_of_folder(*below.begin()).value_or(usual);
}

/// Files that are passed over, told as one.
struct Passed {
  std::uint64_t count = 0;
  std::string first;

  void add(std::uint64_t more, const std::string& name) {
    if (count == 0) first = name;
    count += more;
  }
};

class FolderReader {
 public:
  /// `strays`: pictures that were passed over on the way.
  FolderReader(FaceData& data, Passed strays) : data_(data), strays_(std::move(strays)) {}

  Result<void> read_classes(const fs::path& folder, Split split);
  Result<void> read_splits(const Contents& top);
  /// Says what was passed over.
  void finish();

 private:
  /// What lies in no folder of a class.
  void add_strays(const Contents& folder);
  /// The pictures of class `name`, its folder, and below it; ids are seen from `top`.
  void read_pictures(const fs::path& top, const fs::path& name, Split split);
  /// Whether it is another name of a folder that was read before; it is then told.
  bool is_read(const fs::path& folder);

  FaceData& data_;
  std::set<fs::path> read_;
  Passed others_, strays_;
};

bool FolderReader::is_read(const fs::path& folder) {
  std::error_code failure;
  const auto [before, is_new] = read_.insert(fs::canonical(folder, failure));
  if (failure || is_new) return false;
  data_.passed_over.push_back(folder.string() + ": the folder is " + before->string() + ", which is read already");
  return true;
}

Result<void> FolderReader::read_classes(const fs::path& folder, Split split) {
  EMO_ASSIGN(const auto inside, contents_of(folder));
  add_strays(inside);
  for (const fs::path& name : inside.folders) {
    if (is_ours(name)) {
      data_.passed_over.push_back(name.string() + ": the folder is a run's or a bundle, no class");
      continue;
    }
    if (is_split(name)) {
      data_.passed_over.push_back(name.string() +
                                  ": the folder is called as a part of the data, unlike those beside it, which are "
                                  "classes, and holds no folders of classes");
      continue;
    }
    if (is_read(name)) continue;
    read_pictures(folder, name, split);
  }
  return {};
}

void FolderReader::read_pictures(const fs::path& top, const fs::path& name, Split split) {
  const auto listing = list_images(name.string());
  if (!listing) {
    data_.rejected.push_back(listing.error());
    return;
  }
  if (listing->others > 0) others_.add(listing->others, listing->first_other);
  for (const std::string& told : listing->unreadable) data_.rejected.push_back({ErrorCode::kIo, told});
  if (listing->files.empty()) {
    data_.rejected.push_back(
        {ErrorCode::kInvalidData,
         name.string() + ": the class " + core::quoted(name.filename().string()) + " has no image in it"});
  }
  for (const std::string& file : listing->files) {
    FaceItem item;
    item.id = fs::path(file).lexically_relative(top).string();
    item.file = file;
    item.label = name.filename().string();
    item.split = part_of(file, name, split);
    item.place = file;
    data_.items.push_back(std::move(item));
  }
}

/// True when all are called as splits are, or one is that holds folders in its turn, as a class does not have to: what
/// else lies beside it (documents, say) does not turn splits into classes.
bool are_splits(const std::vector<fs::path>& folders) {
  if (folders.empty()) return false;
  return std::all_of(folders.begin(), folders.end(), is_split) ||
         std::any_of(folders.begin(), folders.end(),
                     [](const fs::path& folder) { return is_split(folder) && holds_classes({folder}); });
}

Result<void> FolderReader::read_splits(const Contents& top) {
  add_strays(top);
  for (const fs::path& folder : top.folders) {
    if (const auto split = split_of_folder(folder)) {
      if (is_read(folder)) continue;
      EMO_TRY(read_classes(folder, *split));
    } else {
      data_.passed_over.push_back(folder.string() +
                                  ": the folder is no split, unlike others beside it; splits are train, val and test");
    }
  }
  return {};
}

void FolderReader::add_strays(const Contents& folder) {
  if (!folder.images.empty()) strays_.add(folder.images.size(), folder.images.front());
  if (!folder.others.empty()) others_.add(folder.others.size(), folder.others.front());
}

void FolderReader::finish() {
  if (strays_.count > 0) {
    data_.passed_over.push_back(passed_over_in_words(strays_.count, "picture in no folder of a class",
                                                     "pictures in no folder of a class", strays_.first));
  }
  if (others_.count > 0) {
    data_.passed_over.push_back(no_images_in_words(others_.count, others_.first));
  }
}

constexpr const char* kRafList = "list_patition_label.txt";  // spelt so

/// RAF-DB as it is unpacked: a list has its labels, the folders beside it are no classes.
bool is_raf_db(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "EmoLabel", ignored) && fs::is_directory(folder / "Image", ignored);
}

Result<FaceData> read_raf_db(const fs::path& folder, const FaceDataOptions& options) {
  const fs::path list = folder / "EmoLabel" / kRafList;
  if (is_file(list)) return read_face_list(list.string(), options);
  return Error{ErrorCode::kInvalidData, folder.string() + ": the folders EmoLabel and Image are RAF-DB's, but " +
                                            list.string() +
                                            ", which has the labels, is not there; a list of `path label` may take "
                                            "its place as the data, with the folder of its images (Image/aligned)"};
}

/// RAF-DB one folder further down than it was looked for, beside other things: its parts (basic, compound) are no
/// classes, and one that nobody named is not chosen here.
Result<void> check_no_raf_db_inside(const fs::path& folder, const Contents& inside) {
  const auto found = std::find_if(inside.folders.begin(), inside.folders.end(), is_raf_db);
  if (found == inside.folders.end()) return {};
  return Error{ErrorCode::kInvalidData, folder.string() + ": it is " + found->string() +
                                            " that holds RAF-DB as it is unpacked (EmoLabel, Image): name that folder "
                                            "instead; what lies here are no folders of classes"};
}

/// The folders inside, of parts those in them.
std::vector<fs::path> folders_below(const Contents& inside) {
  std::vector<fs::path> below;
  for (const fs::path& name : inside.folders) {
    if (!is_split(name)) {
      below.push_back(name);
    } else if (const auto part = contents_of(name)) {
      below.insert(below.end(), part->folders.begin(), part->folders.end());
    }
  }
  return below;
}

/// The folders of `top` are called as no emotion is, and hold folders most of which are: those are the classes, the
/// ones above them persons, data sets or parts of unusual names. Read as classes they would be learnt without a word.
Result<void> check_no_classes_inside(const fs::path& top, const std::vector<fs::path>& folders) {
  if (emotions_in(folders) > 0) return {};
  std::size_t inner = 0, emotions = 0;
  for (const fs::path& folder : folders) {
    const auto inside = contents_of(folder);
    if (!inside || !inside->images.empty()) return {};
    const auto below = folders_below(*inside);
    inner += below.size();
    emotions += emotions_in(below);
  }
  if (emotions < 2 || 2 * emotions < inner) return {};
  return Error{ErrorCode::kInvalidData,
               top.string() + ": the folders in " + core::quoted(folders.front().filename().string()) +
                   (folders.size() > 1 ? " and the others here" : "") +
                   " are called as emotions, so they look like the classes and those above them do not: name one of "
                   "these as the data, or call them train, val and test, or put the folders of one class into one"};
}

}  // namespace

Result<FaceData> read_face_folder(const std::string& folder, const FaceDataOptions& options) {
  FaceData data;
  fs::path top = folder;
  EMO_ASSIGN(auto contents, contents_of(top));
  // As archives are often packed: DATASET/train, DATASET/test, and that in a folder or two.
  Passed beside;
  while (contents.folders.size() == 1 && !are_splits(contents.folders)) {
    const fs::path only = contents.folders.front();
    EMO_ASSIGN(auto inner, contents_of(only));
    if (inner.folders.empty() || is_file(top / kRafList)) break;  // a class, or the list's pictures
    const bool parts_of_classes = are_splits(inner.folders) && holds_classes(inner.folders);
    const bool opens = parts_of_classes || is_raf_db(only) ||
                       (!is_emotion(only) && (inner.folders.size() == 1 || are_splits(inner.folders) ||
                                              2 * emotions_in(inner.folders) >= inner.folders.size()));
    if (!opens) {
      if (inner.images.empty() && !is_emotion(only)) {
        data.passed_over.push_back("no folder but " + only.string() +
                                   ", which is taken for a class: name it as the data if its folders are the classes");
      }
      break;
    }
    if (!contents.images.empty()) beside.add(contents.images.size(), contents.images.front());
    top = only;
    contents = std::move(inner);
  }
  if (is_raf_db(top)) return read_raf_db(top, options);
  if (is_file(top / kRafList)) {
    EMO_ASSIGN(auto listed, read_face_list((top / kRafList).string(), options));
    // Pictures that were sorted into folders are not where their list says.
    if (!listed.items.empty() && is_file(listed.items.front().file)) return listed;
  }
  FolderReader reader(data, beside);
  if (are_splits(contents.folders)) {
    for (const fs::path& part : contents.folders) {
      if (const auto inside = contents_of(part); inside && is_split(part)) {
        EMO_TRY(check_no_classes_inside(part, inside->folders));
      }
    }
    EMO_TRY(reader.read_splits(contents));
  } else {
    EMO_TRY(check_no_raf_db_inside(top, contents));
    EMO_TRY(check_no_classes_inside(top, contents.folders));
    EMO_TRY(reader.read_classes(top, Split::kNone));
  }
  reader.finish();
  collect_classes(data, {});
  static const std::vector<std::string> kRafNumbers{"1", "2", "3", "4", "5", "6", "7"};
  if (!options.numbered.empty()) {
    name_numbers(options.numbered, data);
    collect_classes(data, options.numbered);
  } else if (data.classes == kRafNumbers) {
    data.told.push_back("classes from 1 to 7 are taken for RAF-DB's (" + numbers_in_words(raf_classes(), 1, data) +
                        "); other names: --class-names a,b,c (in training --classes)");
    name_numbers(raf_classes(), 1, data);
    collect_classes(data, raf_classes());
  }
  return data;
}

}  // namespace emo::dataset
