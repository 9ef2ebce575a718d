// Whether a path is texts, faces or a run: a look at names and at one line. Whether the content is sound is for the
// readers to say; who knows better says so by an option.
#include "doctor/subject.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "core/ascii.hpp"
#include "dataset/face_dataset.hpp"
#include "doctor/text_data.hpp"
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
  EMO_ASSIGN(const auto line, first_line(path));
  const bool pictures = names(core::lower_ascii(line), "pixels") || names(line, "image");
  return pictures && !names(line, options.text_column) ? Subject::kFaces : Subject::kText;
}

}  // namespace emo::doctor
