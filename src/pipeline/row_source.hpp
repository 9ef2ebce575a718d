// What texts and pictures of a batch have in common: the rows of a file, or a listing of files with a row each or with
// rows of their own.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/batch_journal.hpp"
#include "pipeline/batch_queue.hpp"
#include "pipeline/rows_of_files.hpp"

namespace emo::pipeline {

/// Where the rows of a batch come from. Immutable.
class RowSource {
 public:
  /// For resuming: of a listing the digest of its names, and where the files have rows, of their sizes. Errors: as of
  /// identify_source().
  [[nodiscard]] Result<BatchIdentity> identify() const;
  /// Of a listing, what is there and no row, and each folder inside that cannot be read, in a sentence each; else
  /// empty.
  [[nodiscard]] const std::vector<std::string>& passed_over() const { return passed_over_; }
  /// Where a row that a reader gave stands: "FILE:NUMBER", or the file that is this row.
  [[nodiscard]] std::string place_of(const BatchRow& row) const;
  /// kUsage when writing `output` would replace a file of the listing, or add one to a folder. A file of rows is not
  /// searched.
  [[nodiscard]] Result<void> check_output(const std::string& output) const;
  /// When what the rows are in was changed last, or came into its folder; nullopt where that cannot be told (a pipe).
  [[nodiscard]] std::optional<std::filesystem::file_time_type> last_change() const;

 protected:
  using IsListed = bool (*)(std::string_view name);
  RowSource(std::string source, io::RowOptions options);
  ~RowSource() = default;
  /// The files of a listing; of a single file of rows none.
  [[nodiscard]] std::vector<std::string> listed() const;
  RowSource(const RowSource&) = default;
  RowSource(RowSource&&) = default;
  RowSource& operator=(const RowSource&) = default;
  RowSource& operator=(RowSource&&) = default;

  std::string source_;
  io::RowOptions options_;
  std::shared_ptr<const std::vector<std::string>> files_;    ///< each is a row; null: a file of rows, or several
  std::shared_ptr<const std::vector<SizedFile>> row_files_;  ///< a folder of them; null: it is none
  std::vector<std::string> passed_over_;
  IsListed is_listed_ = nullptr;  ///< of a folder: whether it takes a file for a row, by its name
};

}  // namespace emo::pipeline
