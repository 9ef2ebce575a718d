// Which file of a folder is which part of a text data set, by names alone. What is in the files, io's readers say;
// folders of faces are laid out otherwise (face_folder.cpp).
#include "dataset/row_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "core/ascii.hpp"
#include "core/extension.hpp"
#include "core/quote.hpp"
#include "dataset/file_listing.hpp"
#include "io/file.hpp"
#include "io/line_reader.hpp"

namespace emo::dataset {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 6> kExtensions{".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".txt"};
constexpr std::string_view kLinesEnding = ".txt";

}  // namespace

Result<std::vector<std::string>> row_files_of(const std::string& folder, Split split) {
  std::vector<std::tuple<std::string, std::size_t, std::string>> found;  // name, place of its extension, path
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    const fs::path& path = it->path();
    const auto extension = std::find(kExtensions.begin(), kExtensions.end(), core::lower_extension(path.string()));
    if (is_hidden_name(path.filename().string())) continue;
    if (extension == kExtensions.end() || split_in_name(path.stem().string()) != split) continue;
    EMO_TRY(io::check_regular_file(path.string()));  // nobody named it: a pipe there would keep its reader waiting
    found.emplace_back(path.stem().string(), static_cast<std::size_t>(extension - kExtensions.begin()), path.string());
  }
  if (failure) return Error{ErrorCode::kIo, folder + ": cannot be listed: " + failure.message()};
  std::sort(found.begin(), found.end());
  std::vector<std::string> files;
  files.reserve(found.size());
  for (auto& file : found) files.push_back(std::move(std::get<2>(file)));
  return files;
}

bool has_labels_in_lines(const std::string& path) {
  constexpr int kLinesLookedAt = 20;
  if (core::lower_extension(path) != kLinesEnding) return false;
  auto reader = io::LineReader::open(path, io::kMaxFirstLine);
  if (!reader) return false;
  int looked_at = 0, with_label = 0;
  while (looked_at < kLinesLookedAt) {
    const auto line = reader->next();
    if (!line || !*line) break;
    if (core::trimmed((*line)->text, " \t\r").empty()) continue;
    ++looked_at;
    with_label += (*line)->text.find_first_of(";\t") != std::string_view::npos ? 1 : 0;
  }
  return 2 * with_label > looked_at;
}

Result<std::string> row_file_of(const std::string& folder, Split split, Lines lines) {
  EMO_ASSIGN(auto files, row_files_of(folder, split));
  if (lines == Lines::kLabelled || files.size() > 1) {
    std::erase_if(files, [](const std::string& file) {
      return core::lower_extension(file) == kLinesEnding && !has_labels_in_lines(file);
    });
  }
  if (files.size() > 1) {
    return Error{ErrorCode::kInvalidData, folder + ": both " + core::quoted(files[0]) + " and " +
                                              core::quoted(files[1]) +
                                              " look like the same split; name one file, or move the other away"};
  }
  return files.empty() ? std::string() : std::move(files.front());
}

}  // namespace emo::dataset
