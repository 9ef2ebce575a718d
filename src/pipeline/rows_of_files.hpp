// Several files of rows, read one after the other as if they were one.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::pipeline {

/// A file and how many bytes it had when it was listed.
struct SizedFile {
  std::string path;
  std::uint64_t bytes = 0;
};

/// The rows of `files`, in their order, from options.start on. Of a position `offset` counts the bytes of all files and
/// `index` the rows of all, so that rows without an id have different numbers; `line` is of the file it is in.
/// Row::file says which one that is. A file that cannot be read to its end, or was cut since it was listed, is an error
/// in its place, whose id is the file's path below `folder`; the next file is read then. Precondition: no file has 0
/// bytes. Not thread-safe.
std::unique_ptr<io::RowReader> open_rows_of_files(std::shared_ptr<const std::vector<SizedFile>> files,
                                                  std::string folder, io::RowOptions options);

}  // namespace emo::pipeline
