// Pictures as rows: by folder, pattern, list or table. Decodes none: a file that is no picture fails later, at its own
// row. Labelled faces, whose folders are classes, are read by src/dataset.
#include "pipeline/picture_rows.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/quote.hpp"
#include "dataset/image_files.hpp"

namespace emo::pipeline {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_pattern(const std::string& word) {
  std::error_code ignored;
  return word.find_first_of("*?[") != std::string::npos && !fs::exists(word, ignored);
}

/// Pictures by their endings, if any is; else every file. Says in `passed_over` what else matches: that may be the
/// output of a run before.
Result<std::vector<std::string>> matches(const std::string& pattern, std::vector<std::string>& passed_over) {
  glob_t found{};
  const int outcome = ::glob(pattern.c_str(), 0, nullptr, &found);  // sorted by name
  std::vector<std::string> files;
  for (std::size_t i = 0; outcome == 0 && i < found.gl_pathc; ++i) {
    if (!is_folder(found.gl_pathv[i])) files.emplace_back(found.gl_pathv[i]);
  }
  ::globfree(&found);
  if (outcome == GLOB_NOSPACE || outcome == GLOB_ABORTED) {
    return Error{ErrorCode::kIo, "cannot list the files of pattern " + core::quoted(pattern)};
  }
  if (files.empty()) return Error{ErrorCode::kNotFound, "no file matches the pattern " + core::quoted(pattern)};
  const auto other = std::stable_partition(files.begin(), files.end(), dataset::is_image_name);
  if (other == files.begin() || other == files.end()) return files;
  passed_over.push_back(dataset::no_images_in_words(static_cast<std::size_t>(files.end() - other), *other));
  files.erase(other, files.end());
  return files;
}

/// Says in `passed_over` what else is there and what could not be read.
Result<std::vector<std::string>> pictures_in(const std::string& folder, std::vector<std::string>& passed_over) {
  EMO_ASSIGN(auto listing, dataset::list_images(folder));
  if (listing.files.empty()) {
    return Error{ErrorCode::kNotFound, folder + ": no picture in this folder, expected " +
                                           std::string(dataset::kImageEndings) +
                                           (listing.unreadable.empty() ? "" : "; " + listing.unreadable.front())};
  }
  passed_over.insert(passed_over.end(), listing.unreadable.begin(), listing.unreadable.end());
  if (listing.others > 0) passed_over.push_back(dataset::no_images_in_words(listing.others, listing.first_other));
  return std::move(listing.files);
}

/// Rows of a list that is in memory. `offset` counts rows, so that progress is a share of them.
class ListedRows final : public io::RowReader {
 public:
  ListedRows(std::shared_ptr<const std::vector<std::string>> files, std::uint64_t index)
      : files_(std::move(files)), index_(index) {}

  std::optional<Result<io::Row>> next() override {
    if (index_ >= files_->size()) return std::nullopt;
    io::Row row;
    row.number = index_ + 1;
    row.id = std::to_string(index_);
    row.text = (*files_)[index_++];
    return row;
  }
  io::RowPosition position() const override { return {index_, index_ + 1, index_}; }
  std::optional<std::uint64_t> size() const override { return files_->size(); }

 private:
  std::shared_ptr<const std::vector<std::string>> files_;
  std::uint64_t index_;
};

/// Rows of a file, their paths seen from its folder.
class RelativeRows final : public io::RowReader {
 public:
  RelativeRows(std::unique_ptr<io::RowReader> rows, std::string source, std::string column)
      : rows_(std::move(rows)), source_(std::move(source)), column_(std::move(column)) {
    if (source_ == "-") {
      source_ = "<stdin>";
    } else {
      folder_ = fs::path(source_).parent_path();
    }
  }

  std::optional<Result<io::Row>> next() override {
    auto row = rows_->next();
    if (row && !*row) failed_id_ = rows_->failed_id();
    if (!row || !*row) return row;
    std::string& path = (*row)->text;
    while (path.ends_with('\r') || path.ends_with(' ')) path.pop_back();
    if (path.empty()) {
      failed_id_ = (*row)->id;
      return Error{ErrorCode::kInvalidInput, source_ + ":" + std::to_string((*row)->number) + ": " +
                                                 core::quoted(column_) + " is empty, expected the path of a picture"};
    }
    // "..", which may lead out of a link's target, stays as it stands.
    while (path.starts_with("./")) path.erase(0, std::min(path.find_first_not_of('/', 1), path.size()));
    if (!folder_.empty()) path = (folder_ / path).string();
    return row;
  }
  io::RowPosition position() const override { return rows_->position(); }
  std::optional<std::uint64_t> size() const override { return rows_->size(); }

 private:
  std::unique_ptr<io::RowReader> rows_;
  std::string source_, column_;
  fs::path folder_;  ///< empty: paths are as they stand
};

}  // namespace

Result<PictureSource> PictureSource::open(const std::string& source, const io::RowOptions& options) {
  PictureSource out(source, io::texts_alone(options));
  out.options_.skip_blank_lines = true;
  if (is_folder(source)) {
    EMO_ASSIGN(auto files, pictures_in(source, out.passed_over_));
    out.files_ = std::make_shared<const std::vector<std::string>>(std::move(files));
    out.is_listed_ = dataset::is_image_name;
  } else if (is_pattern(source)) {
    EMO_ASSIGN(auto files, matches(source, out.passed_over_));
    out.files_ = std::make_shared<const std::vector<std::string>>(std::move(files));
  } else if (dataset::is_image_name(source)) {
    out.files_ = std::make_shared<const std::vector<std::string>>(1, source);
  }
  return out;
}

Result<std::unique_ptr<io::RowReader>> PictureSource::rows(const io::RowPosition& start) const {
  if (files_ != nullptr) return std::unique_ptr<io::RowReader>(std::make_unique<ListedRows>(files_, start.index));
  io::RowOptions options = options_;
  options.start = start;
  EMO_ASSIGN(auto rows, io::open_rows(source_, options));
  return std::unique_ptr<io::RowReader>(std::make_unique<RelativeRows>(std::move(rows), source_, options_.text_column));
}

bool names_one_picture(const std::vector<std::string>& words) {
  return words.size() == 1 && !is_folder(words.front()) && !is_pattern(words.front());
}

Result<PictureFiles> expand_pictures(const std::vector<std::string>& words) {
  PictureFiles out;
  auto& files = out.files;
  for (const std::string& word : words) {
    if (is_folder(word)) {
      EMO_ASSIGN(const auto found, pictures_in(word, out.passed_over));
      files.insert(files.end(), found.begin(), found.end());
    } else if (is_pattern(word)) {
      EMO_ASSIGN(const auto found, matches(word, out.passed_over));
      files.insert(files.end(), found.begin(), found.end());
    } else {
      files.push_back(word);
    }
  }
  return out;
}

}  // namespace emo::pipeline
