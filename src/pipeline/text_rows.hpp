// Texts as the rows of a batch: a file of rows, or a folder with one text a file.
#pragma once

#include <memory>
#include <string>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/row_source.hpp"

namespace emo::pipeline {

/// Where texts come from. Immutable.
class TextSource final : public RowSource {
 public:
  /// `source`: "-", a file of rows as of io::open_rows, or a folder: every .txt below it, sorted, is one text, whose id
  /// is its path below the folder. Errors: kNotFound (a folder without such a file), kIo, kUsage (options that name
  /// columns, for a folder).
  static Result<TextSource> open(const std::string& source, const io::RowOptions& options);

  /// The rows from `start` on.
  [[nodiscard]] Result<std::unique_ptr<io::RowReader>> rows(const io::RowPosition& start) const;
  /// How the rows are read, for the identity of a run.
  [[nodiscard]] std::string describe() const;

 private:
  using RowSource::RowSource;
};

}  // namespace emo::pipeline
