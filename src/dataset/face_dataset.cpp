// Recognises the layout of face data and calls its reader. Decodes no images, and knows no model: what a label means to
// a head is decided by eval/label_mapping or by training.
#include "dataset/face_dataset.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/extension.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "dataset/face_readers.hpp"
#include "dataset/file_listing.hpp"
#include "dataset/image_files.hpp"
#include "io/file.hpp"
#include "io/rows.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

Result<FaceLayout> layout_of(const std::string& path) {
  std::error_code failure;
  const auto status = fs::status(path, failure);
  EMO_TRY(io::check_there(path));
  if (fs::is_directory(status)) return looks_packed(path) ? FaceLayout::kPackedFer : FaceLayout::kFolder;
  const io::RowFormat format = io::format_of_rows(path, io::RowFormat::kAuto);
  if (format == io::RowFormat::kCsv && looks_like_fer2013(path)) return FaceLayout::kFer2013Csv;
  return format == io::RowFormat::kLines ? FaceLayout::kList : FaceLayout::kRows;
}

Result<FaceData> read_as(FaceLayout layout, const std::string& path, const FaceDataOptions& options) {
  switch (layout) {
    case FaceLayout::kFolder:
      return read_face_folder(path, options);
    case FaceLayout::kFer2013Csv:
      return read_fer2013_csv(path, options);
    case FaceLayout::kPackedFer:
      return read_packed_fer(path, options);
    case FaceLayout::kRows:
      return read_face_rows(path, options);
    case FaceLayout::kList:
    case FaceLayout::kAuto:
      break;
  }
  return read_face_list(path, options);
}

// What `layout` does not read would be taken without a word.
Result<void> check_options_are_read(const std::string& path, FaceLayout layout, const FaceDataOptions& options) {
  const bool names_pictures = layout == FaceLayout::kList || layout == FaceLayout::kRows;
  if (!options.images.empty() && !names_pictures) {
    return Error{ErrorCode::kUsage, path + ": a folder of pictures (" + core::quoted(options.images) +
                                        ") is for lists and tables that name them, and this holds its own"};
  }
  if (!options.votes.empty() && layout != FaceLayout::kFer2013Csv) {
    return Error{ErrorCode::kUsage, path + ": a file of votes (" + core::quoted(options.votes) +
                                        ") is for a FER2013 csv with emotion, pixels and Usage, and this is none"};
  }
  const FaceDataOptions usual;
  const bool usual_image = options.image_column == usual.image_column;
  if (layout == FaceLayout::kRows || (usual_image && options.label_column == usual.label_column)) return {};
  return Error{ErrorCode::kUsage, path + ": a column " +
                                      core::quoted(usual_image ? options.label_column : options.image_column) +
                                      " is for tables that name pictures (csv, tsv, jsonl), and this is none"};
}

// Names for numbers are a mistake where labels are no numbers.
Result<void> check_names_are_used(const std::string& path, const std::vector<std::string>& names,
                                  const FaceData& data) {
  const bool used = names.empty() || std::any_of(data.items.begin(), data.items.end(), [&](const FaceItem& item) {
                      return std::find(names.begin(), names.end(), item.label) != names.end();
                    });
  if (used) return {};
  const std::string& label = data.items.front().label;
  return Error{ErrorCode::kUsage,
               path + ": names of classes are for labels that are numbers, and " +
                   (label.empty() ? "this has votes" : "its labels are names, as in " + core::quoted(label))};
}

/// Of a folder without faces the first file that may be data of another kind, in brackets; else empty.
std::string what_lies_there(const std::string& path) {
  std::vector<std::string> files;
  std::error_code failure;
  for (fs::directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    if (is_file(entry->path()) && !is_hidden_name(name) && !is_image_name(name)) files.push_back(name);
  }
  if (files.empty()) return {};
  const std::string first = *std::min_element(files.begin(), files.end());
  const std::string ending = core::lower_extension(first);
  const bool picture = ending == ".tif" || ending == ".tiff" || ending == ".pgm" || ending == ".ppm";
  return " (there is " + core::quoted(first) +
         (picture ? "; pictures of this kind are not read, convert them to png)" : "; name it, if it is the data)");
}

}  // namespace

std::string listed_picture(const fs::path& base, std::string name) {
  std::string file = (base / name).lexically_normal().string();
  if (name.find('\\') == std::string::npos || is_file(file)) return file;
  std::replace(name.begin(), name.end(), '\\', '/');  // as Windows writes it
  return (base / name).lexically_normal().string();
}

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

Result<FaceData> read_face_data(const std::string& path, const FaceDataOptions& options) {
  EMO_ASSIGN(const FaceLayout found, layout_of(path));
  const FaceLayout layout = options.layout == FaceLayout::kAuto ? found : options.layout;
  EMO_TRY(check_options_are_read(path, layout, options));
  EMO_ASSIGN(FaceData data, read_as(layout, path, options));
  if (!data.items.empty()) {
    EMO_TRY(check_names_are_used(path, options.numbered, data));
    return data;
  }
  const std::string passed_over = data.passed_over.empty() ? "" : "; passed over: " + data.passed_over.front();
  if (!data.rejected.empty()) {
    return Error{ErrorCode::kInvalidData, path + ": no face can be read; the first of " +
                                              core::counted(data.rejected.size(), "problem", "problems") + ": " +
                                              data.rejected.front().message + passed_over};
  }
  return Error{ErrorCode::kInvalidData, path + ": no face in it" + what_lies_there(path) +
                                            "; expected one folder of images per class, a FER2013 csv, a list of "
                                            "`path label`, or rows with \"image\" and \"label\"" +
                                            passed_over};
}

}  // namespace emo::dataset
