// Texts by file of rows or folder; several files of rows are read one after the other by rows_of_files. What is no
// UTF-8 in a file fails later, at its own row. Labelled texts in folders, which are splits, are read by src/dataset.
#include "pipeline/text_rows.hpp"

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/extension.hpp"
#include "core/quote.hpp"
#include "dataset/file_listing.hpp"
#include "io/file.hpp"
#include "io/text_source.hpp"

namespace emo::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTextEnding = ".txt";
constexpr const char* kTextsOrRows = "files .txt with one text each, or files of rows: ";
constexpr const char* kRows = "files of rows: ";

bool is_text_name(std::string_view name) {
  return core::lower_extension(name) == kTextEnding;
}

bool is_row_name(std::string_view name) {
  const std::string extension = core::lower_extension(name);
  return extension == ".jsonl" || extension == ".ndjson" || extension == ".csv" || extension == ".tsv";
}

bool is_row_or_json_name(std::string_view name) {
  return is_row_name(name) || core::lower_extension(name) == ".json";
}

bool is_row_or_text_name(std::string_view name) {
  return is_row_name(name) || is_text_name(name);
}

/// Which files of a folder hold rows. A .json beside others is seldom one: only somebody who names the format means it.
struct RowFiles {
  bool (*is_one)(std::string_view name);
  std::string_view endings;
};

RowFiles row_files_for(io::RowFormat format) {
  if (format == io::RowFormat::kLines) return {is_text_name, kTextEnding};
  if (format == io::RowFormat::kJsonl) return {is_row_or_json_name, ".jsonl, .ndjson, .json, .csv or .tsv"};
  return {is_row_name, ".jsonl, .ndjson, .csv or .tsv"};
}

// A file that cannot be read is a bad row, and no end of the source: the others can.
Result<std::string> content_of(const std::string& file, std::size_t max_bytes) {
  const auto regular = io::check_regular_file(file);
  auto content = regular ? io::read_file(file, max_bytes) : Result<std::string>(regular.error());
  if (!content && content.error().code == ErrorCode::kIo) {
    return Error{ErrorCode::kInvalidInput, content.error().message};
  }
  return content;
}

// Each file is one row. `offset` counts rows, so that progress is a share of them.
class TextFiles final : public io::RowReader {
 public:
  TextFiles(std::shared_ptr<const std::vector<std::string>> files, fs::path folder, std::size_t max_bytes,
            std::uint64_t index)
      : files_(std::move(files)), folder_(std::move(folder)), max_bytes_(max_bytes), index_(index) {}

  std::optional<Result<io::Row>> next() override {
    if (index_ >= files_->size()) return std::nullopt;
    const std::string& file = (*files_)[index_++];
    io::Row row;
    row.number = index_;
    row.id = fs::path(file).lexically_relative(folder_).string();
    const auto content = content_of(file, max_bytes_);
    const auto text = content ? io::without_mark(*content, file) : Result<std::string_view>(content.error());
    if (!text) {
      failed_id_ = row.id;
      return text.error();
    }
    row.text = *text;
    while (row.text.ends_with('\n') || row.text.ends_with('\r')) row.text.pop_back();
    return row;
  }
  io::RowPosition position() const override { return {index_, index_ + 1, index_}; }
  std::optional<std::uint64_t> size() const override { return files_->size(); }

 private:
  std::shared_ptr<const std::vector<std::string>> files_;
  fs::path folder_;
  std::size_t max_bytes_;
  std::uint64_t index_;
};

}  // namespace

/// Lists every .txt as one text. False where there is none.
Result<bool> TextSource::find_texts() {
  EMO_ASSIGN(auto listing, dataset::list_files(source_, is_text_name));
  if (listing.files.empty()) return false;
  passed_over_ = std::move(listing.unreadable);
  if (listing.others > 0) {
    passed_over_.push_back(dataset::others_in_words(listing.others, listing.first_other, kTextEnding));
  }
  files_ = std::make_shared<const std::vector<std::string>>(std::move(listing.files));
  is_listed_ = is_text_name;
  return true;
}

Result<void> TextSource::find_rows() {
  const RowFiles wanted = row_files_for(options_.format);
  EMO_ASSIGN(auto listing, dataset::list_files(source_, wanted.is_one));
  passed_over_ = std::move(listing.unreadable);
  if (listing.others > 0) {
    passed_over_.push_back(dataset::others_in_words(listing.others, listing.first_other, wanted.endings));
  }
  std::vector<SizedFile> files;
  std::vector<std::string> empty;
  for (std::string& file : listing.files) {
    std::error_code failed;
    const auto bytes = fs::file_size(file, failed);
    if (!failed && bytes == 0) {
      empty.push_back(std::move(file));
    } else {
      files.push_back({std::move(file), failed ? 1 : bytes});  // one that cannot be read is an error in its place
    }
  }
  if (!empty.empty()) {
    passed_over_.push_back(dataset::passed_over_in_words(empty.size(), "empty file", "empty files", empty.front()));
  }
  if (files.empty()) {
    return Error{ErrorCode::kNotFound,
                 source_ + ": no text in this folder, expected " +
                     (options_.format == io::RowFormat::kAuto && !options_.columns_named ? kTextsOrRows : kRows) +
                     std::string(wanted.endings) + (passed_over_.empty() ? "" : "; " + passed_over_.front())};
  }
  row_files_ = std::make_shared<const std::vector<SizedFile>>(std::move(files));
  // A text there would make another folder of it the next time.
  is_listed_ = options_.format == io::RowFormat::kAuto ? is_row_or_text_name : wanted.is_one;
  return {};
}

Result<TextSource> TextSource::open(const std::string& source, const io::RowOptions& options) {
  TextSource out(source, io::texts_alone(options));
  std::error_code ignored;
  if (!fs::is_directory(source, ignored)) return out;
  if (options.format == io::RowFormat::kLines && options.columns_named) {
    return Error{ErrorCode::kUsage, "one text a line has no columns; say --input-format csv, tsv or jsonl if " +
                                        core::quoted_path(source) + " has some"};
  }
  if (options.format == io::RowFormat::kAuto && !options.columns_named) {
    EMO_ASSIGN(const bool texts, out.find_texts());
    if (texts) return out;
  }
  EMO_TRY(out.find_rows());
  return out;
}

Result<std::unique_ptr<io::RowReader>> TextSource::rows(const io::RowPosition& start) const {
  if (files_ != nullptr) {
    return std::unique_ptr<io::RowReader>(
        std::make_unique<TextFiles>(files_, source_, options_.max_row_bytes, start.index));
  }
  io::RowOptions options = options_;
  options.start = start;
  if (row_files_ != nullptr) return open_rows_of_files(row_files_, source_, options);
  return io::open_rows(source_, options);
}

std::string TextSource::describe() const {
  if (files_ != nullptr) return "a text a file";
  // As the rows are read, not as it was asked for: another name of the source may mean another format. Of several files
  // the names are known.
  const auto format =
      static_cast<std::size_t>(row_files_ != nullptr ? options_.format : io::format_of_rows(source_, options_.format));
  return "text=" + options_.text_column + " id=" + options_.id_column + (options_.require_id ? " (required)" : "") +
         " format=" + std::string(io::kRowFormatNames[format]);
}

}  // namespace emo::pipeline
