// The files of a folder that holds a text data set: one for each part.
#pragma once

#include <string>
#include <vector>

#include "dataset/split.hpp"
#include "emo/error.hpp"

namespace emo::dataset {

/// The files of rows for `split` in `folder`: called by a name of it (split_of(): dev.*, val.*, …), with the extension
/// .jsonl, .ndjson, .json, .csv, .tsv or .txt. Names in alphabetical order,
/// extensions in this one. Errors: kIo (the folder cannot be listed).
Result<std::vector<std::string>> row_files_of(const std::string& folder, Split split);

/// The one file of `split`, empty where there is none. Errors: kInvalidData where there are several, of which one would
/// be left out in silence; else as row_files_of().
Result<std::string> row_file_of(const std::string& folder, Split split);

}  // namespace emo::dataset
