// Where one file ends and the next begins. The rows of each are io::open_rows'.
#include "pipeline/rows_of_files.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "core/quote.hpp"
#include "io/file.hpp"

namespace emo::pipeline {
namespace {

namespace fs = std::filesystem;

class RowsOfFiles final : public io::RowReader {
 public:
  RowsOfFiles(std::shared_ptr<const std::vector<SizedFile>> files, std::string folder, io::RowOptions options)
      : files_(std::move(files)),
        folder_(std::move(folder)),
        options_(std::move(options)),
        inside_(options_.start),
        index_(options_.start.index) {
    for (; file_ < files_->size() && inside_.offset >= (*files_)[file_].bytes; ++file_) pass_bytes();
    if (inside_.offset == 0) inside_.line = 1;  // what stands there is of the file before
  }

  std::optional<Result<io::Row>> next() override {
    while (file_ < files_->size()) {
      if (!rows_) {
        if (auto failed = open()) return *failed;
      }
      auto row = rows_->next();
      if (!row) {
        if (auto cut = leave()) return *cut;
        continue;
      }
      if (*row) {
        (*row)->file = here().path;
        return row;
      }
      if (io::ends_source(row->error())) {
        index_ = rows_->position().index;
        return in_place(row->error().message);
      }
      failed_id_ = rows_->failed_id();
      return row;
    }
    return std::nullopt;
  }

  io::RowPosition position() const override {
    if (!rows_) return {before_ + inside_.offset, inside_.line, index_};
    const auto inside = rows_->position();
    return {before_ + std::min(inside.offset, here().bytes), inside.line, inside.index};
  }

  std::optional<std::uint64_t> size() const override {
    std::uint64_t bytes = 0;
    for (const SizedFile& file : *files_) bytes += file.bytes;
    return bytes;
  }

 private:
  [[nodiscard]] const SizedFile& here() const { return (*files_)[file_]; }

  void pass_bytes() {
    before_ += here().bytes;
    inside_.offset -= std::min(inside_.offset, here().bytes);
  }

  void go_on() {
    inside_ = {};
    pass_bytes();
    ++file_;
    rows_.reset();
  }

  /// An error that takes the place of one row.
  Error in_place(const std::string& message) {
    failed_id_ = fs::path(here().path).lexically_relative(folder_).string();
    ++index_;
    go_on();
    return {ErrorCode::kInvalidInput, message};
  }

  std::optional<Error> open() {
    io::RowOptions options = options_;
    options.start = {inside_.offset, inside_.line, index_};
    if (const auto regular = io::check_regular_file(here().path); !regular) return in_place(regular.error().message);
    auto opened = io::open_rows(here().path, options);
    if (!opened) return in_place(opened.error().message);
    rows_ = std::move(*opened);
    return std::nullopt;
  }

  /// At the end of a file.
  std::optional<Error> leave() {
    const auto end = rows_->position();
    index_ = end.index;
    std::error_code failed;
    const auto now = fs::file_size(here().path, failed);
    if (end.offset < here().bytes && !failed && now < here().bytes) {
      return in_place(core::quoted_path(here().path) + " was cut while it was read (had " +
                      std::to_string(here().bytes) + " bytes, has " + std::to_string(now) + "): rows are missing");
    }
    go_on();
    return std::nullopt;
  }

  std::shared_ptr<const std::vector<SizedFile>> files_;
  std::string folder_;
  io::RowOptions options_;
  std::size_t file_ = 0;
  std::uint64_t before_ = 0;  ///< bytes of the files before this one
  io::RowPosition inside_;    ///< where this one is to be opened; its index does not count
  std::uint64_t index_;       ///< rows before this file, or before what is to be opened
  std::unique_ptr<io::RowReader> rows_;
};

}  // namespace

std::unique_ptr<io::RowReader> open_rows_of_files(std::shared_ptr<const std::vector<SizedFile>> files,
                                                  std::string folder, io::RowOptions options) {
  return std::make_unique<RowsOfFiles>(std::move(files), std::move(folder), std::move(options));
}

}  // namespace emo::pipeline
