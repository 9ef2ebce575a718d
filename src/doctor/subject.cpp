// Whether a path is texts, faces or a run: a look at names and at one line. Whether the content is sound is for the
// readers to say; who knows better says so by an option.
#include "doctor/subject.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "core/ascii.hpp"
#include "dataset/face_dataset.hpp"
#include "dataset/image_files.hpp"
#include "doctor/text_data.hpp"
#include "io/line_reader.hpp"
#include "report/evaluation_record.hpp"
#include "report/run_record.hpp"

namespace emo::doctor {
namespace fs = std::filesystem;
namespace {

/// Whether `line` has `word` between characters that are not of a name.
bool names(std::string_view line, std::string_view word) {
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_name(line[at - 1])) && (end == line.size() || !is_name(line[end]))) return true;
  }
  return false;
}

/// What columns and members with the path of a picture are called and no others, or with its pixels.
constexpr std::array<std::string_view, 8> kPictureNames{"image", "images",   "image_path", "image_name",
                                                        "img",   "img_path", "pth",        "pixels"};

/// Whether a field of a table is the path of a picture, not a sentence that ends with one.
bool is_picture(std::string_view field) {
  return dataset::is_image_name(field) &&
         (field.find(' ') == std::string_view::npos || field.find_first_of("/\\") != std::string_view::npos);
}

/// `beginning`: in small letters, of an object.
bool has_picture_member(std::string_view beginning) {
  return std::any_of(kPictureNames.begin(), kPictureNames.end(), [&](std::string_view name) {
    const std::string member = '"' + std::string(name) + '"';
    for (auto at = beginning.find(member); at != std::string_view::npos; at = beginning.find(member, at + 1)) {
      const auto behind = beginning.find_first_not_of(" \t", at + member.size());
      if (behind != std::string_view::npos && beginning[behind] == ':') return true;
    }
    return false;
  });
}

/// `beginning`: in small letters, a header and the first row; or a first row without one.
bool has_picture_column(std::string_view beginning) {
  const std::string_view header = beginning.substr(0, beginning.find('\n'));
  if (std::any_of(kPictureNames.begin(), kPictureNames.end(), [&](auto name) { return names(header, name); })) {
    return true;
  }
  while (!beginning.empty()) {
    const auto end = std::min(beginning.find_first_of(",;\t\n"), beginning.size());
    if (is_picture(core::trimmed(beginning.substr(0, end), " \r\""))) return true;
    beginning.remove_prefix(std::min(end + 1, beginning.size()));
  }
  return false;
}

/// The first lines of a file: two, or of JSON those of its first object. Errors: kNotFound, kIo (opening it).
Result<std::string> beginning_of(const std::string& path) {
  constexpr int kMostLines = 64;
  EMO_ASSIGN(auto reader, io::LineReader::open(path, io::kMaxFirstLine));
  std::string begin;
  for (int number = 1; number <= kMostLines; ++number) {
    const auto line = reader.next();
    if (!line || !*line || (*line)->too_long) break;
    begin.append((*line)->text);
    begin += '\n';
    const bool in_list = begin.starts_with('[') && begin.find('}') == std::string::npos;
    if (number >= 2 && !in_list) break;
  }
  return begin;
}

// Why a folder of folders that each hold a text data set is not taken; nothing where there is none.
std::optional<Error> several_texts(const std::string& path) {
  std::vector<std::string> sets;
  std::error_code failure;
  for (fs::directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) && text_files(entry->path().string())) sets.push_back(entry->path().string());
  }
  if (sets.empty()) return std::nullopt;
  std::sort(sets.begin(), sets.end());
  return Error{ErrorCode::kInvalidInput, path + " holds " + std::to_string(sets.size()) +
                                             (sets.size() == 1 ? " text data set in a folder of its own"
                                                               : " text data sets in folders of their own") +
                                             ": name one, such as " + sets.front()};
}

}  // namespace

Result<Subject> subject_of(const std::string& path, const io::RowOptions& options) {
  std::error_code failure;
  const auto status = fs::status(path, failure);
  if (!fs::exists(status)) return Error{ErrorCode::kNotFound, path + ": there is no such file or folder"};
  if (fs::is_directory(status)) {
    if (report::is_run_folder(path) || report::evaluation_files(path).exist()) return Subject::kRun;
    if (auto several = report::several_runs(path)) return std::move(*several);
    const auto files = text_files(path);
    if (files || files.error().code != ErrorCode::kNotFound) return Subject::kText;
    if (auto several = several_texts(path)) return std::move(*several);
    // Nothing that could be faces either: let the readers of text say what was looked for.
    const bool empty = fs::is_empty(path, failure);
    return empty ? Subject::kText : Subject::kFaces;
  }
  if (io::format_of_rows(path, options.format) == io::RowFormat::kLines) {
    const bool list = options.format == io::RowFormat::kAuto && dataset::looks_like_face_list(path);
    return list ? Subject::kFaces : Subject::kText;
  }
  EMO_ASSIGN(const auto begin, beginning_of(path));
  const bool json = io::format_of_rows(path, options.format) == io::RowFormat::kJsonl;
  const bool texts = names(json ? begin : begin.substr(0, begin.find('\n')), options.text_column);
  const bool faces = json ? has_picture_member(core::lower_ascii(begin)) : has_picture_column(core::lower_ascii(begin));
  return faces && !texts ? Subject::kFaces : Subject::kText;
}

}  // namespace emo::doctor
