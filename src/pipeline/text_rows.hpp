// Texts as the rows of a batch: a file of rows, or a folder with one text a file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/batch_journal.hpp"

namespace emo::pipeline {

/// Where texts come from. Immutable.
class TextSource {
 public:
  /// `source`: "-", a file of rows as of io::open_rows, or a folder: every .txt below it, sorted, is one text, whose id
  /// is its path below the folder. Errors: kNotFound (a folder without such a file), kIo, kUsage (options that name
  /// columns, for a folder).
  static Result<TextSource> open(const std::string& source, const io::RowOptions& options);

  /// The rows from `start` on.
  [[nodiscard]] Result<std::unique_ptr<io::RowReader>> rows(const io::RowPosition& start) const;
  /// For resuming: of a folder the digest of its list of names. Errors: as of identify_source().
  [[nodiscard]] Result<BatchIdentity> identify() const;
  /// How the rows are read, for the identity of a run.
  [[nodiscard]] std::string describe() const;
  /// Of a folder, what is in it and no text, and each folder inside that cannot be read, in a sentence each.
  [[nodiscard]] const std::vector<std::string>& passed_over() const { return passed_over_; }
  /// kUsage when writing `output` would replace a text of the folder.
  [[nodiscard]] Result<void> check_output(const std::string& output) const;

 private:
  std::string source_;
  io::RowOptions options_;
  std::shared_ptr<const std::vector<std::string>> files_;  ///< null: a file of rows
  std::vector<std::string> passed_over_;
};

}  // namespace emo::pipeline
