// Texts by file of rows or folder. What is no UTF-8 in a file fails later, at its own row. Labelled texts in folders,
// which are splits, are read by src/dataset.
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

bool is_text_name(std::string_view name) {
  return core::lower_extension(name) == kTextEnding;
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

Result<TextSource> TextSource::open(const std::string& source, const io::RowOptions& options) {
  TextSource out(source, io::texts_alone(options));
  std::error_code ignored;
  if (!fs::is_directory(source, ignored)) return out;
  if (options.columns_named) {
    return Error{ErrorCode::kUsage, core::quoted(source) + " is a folder of texts, one a file: it has no columns"};
  }
  EMO_ASSIGN(auto listing, dataset::list_files(source, is_text_name));
  out.passed_over_ = std::move(listing.unreadable);
  if (listing.others > 0) {
    out.passed_over_.push_back(dataset::others_in_words(listing.others, listing.first_other, kTextEnding));
  }
  if (listing.files.empty()) {
    return Error{ErrorCode::kNotFound, source + ": no text in this folder, expected files " + std::string(kTextEnding) +
                                           " with one text each" +
                                           (out.passed_over_.empty() ? "" : "; " + out.passed_over_.front())};
  }
  out.files_ = std::make_shared<const std::vector<std::string>>(std::move(listing.files));
  out.is_listed_ = is_text_name;
  return out;
}

Result<std::unique_ptr<io::RowReader>> TextSource::rows(const io::RowPosition& start) const {
  if (files_ != nullptr) {
    return std::unique_ptr<io::RowReader>(
        std::make_unique<TextFiles>(files_, source_, options_.max_row_bytes, start.index));
  }
  io::RowOptions options = options_;
  options.start = start;
  return io::open_rows(source_, options);
}

std::string TextSource::describe() const {
  if (files_ != nullptr) return "a text a file";
  // As the rows are read, not as it was asked for: another name of the source may mean another format.
  const auto format = static_cast<std::size_t>(io::format_of_rows(source_, options_.format));
  return "text=" + options_.text_column + " id=" + options_.id_column + (options_.require_id ? " (required)" : "") +
         " format=" + std::string(io::kRowFormatNames[format]);
}

}  // namespace emo::pipeline
