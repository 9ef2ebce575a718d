// Pictures as the rows of a batch: a folder, a pattern, a list, or a table with a column of paths.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"
#include "pipeline/row_source.hpp"

namespace emo::pipeline {

/// Where pictures come from. Immutable.
class PictureSource final : public RowSource {
 public:
  /// `source`: a folder (every picture below it, sorted), a pattern with * ? or [ (sorted), or a file of rows as of
  /// io::open_rows whose text column names pictures (of a plain list: the whole line; blank ones are skipped), relative
  /// to the file's folder.
  /// Errors: kNotFound (nothing there, no picture matches), kIo.
  static Result<PictureSource> open(const std::string& source, const io::RowOptions& options);

  /// The rows from `start` on; Row::text is the path of a picture.
  [[nodiscard]] Result<std::unique_ptr<io::RowReader>> rows(const io::RowPosition& start) const;

 private:
  using RowSource::RowSource;
};

/// Whether words of a command line name exactly one picture: one word, and no folder or pattern, whatever is in it.
bool names_one_picture(const std::vector<std::string>& words);

struct PictureFiles {
  std::vector<std::string> files;
  std::vector<std::string>
      passed_over;  ///< a sentence for each folder or pattern with other files, and each that cannot be read
};

/// The pictures that words of a command line mean: files as they are (there or not), folders and patterns expanded.
/// Errors: kNotFound for a folder or pattern without a picture, kIo.
Result<PictureFiles> expand_pictures(const std::vector<std::string>& words);

}  // namespace emo::pipeline
