// What texts and pictures of a batch have in common: the rows of a file, or a listing of files with a row each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/batch_journal.hpp"

namespace emo::pipeline {

/// Where the rows of a batch come from. Immutable.
class RowSource {
 public:
  /// For resuming: of a listing the digest of its names. Errors: as of identify_source().
  [[nodiscard]] Result<BatchIdentity> identify() const;
  /// Of a listing, what is there and no row, and each folder inside that cannot be read, in a sentence each; else
  /// empty.
  [[nodiscard]] const std::vector<std::string>& passed_over() const { return passed_over_; }
  /// Where row `number` of a reader (1, 2, …) stands: "FILE:NUMBER", or the file that is this row.
  [[nodiscard]] std::string place_of(std::uint64_t number) const;
  /// kUsage when writing `output` would replace a file of the listing, or add one to a folder. A file of rows is not
  /// searched.
  [[nodiscard]] Result<void> check_output(const std::string& output) const;
  /// When what the rows are in was changed last, or came into its folder; nullopt where that cannot be told (a pipe).
  [[nodiscard]] std::optional<std::filesystem::file_time_type> last_change() const;

 protected:
  using IsListed = bool (*)(std::string_view name);
  RowSource(std::string source, io::RowOptions options);
  ~RowSource() = default;
  RowSource(const RowSource&) = default;
  RowSource(RowSource&&) = default;
  RowSource& operator=(const RowSource&) = default;
  RowSource& operator=(RowSource&&) = default;

  std::string source_;
  io::RowOptions options_;
  std::shared_ptr<const std::vector<std::string>> files_;  ///< null: a file of rows
  std::vector<std::string> passed_over_;
  IsListed is_listed_ = nullptr;  ///< of a folder: whether it takes a file for a row, by its name
};

}  // namespace emo::pipeline
