// The files of a folder that holds a text data set: one for each part.
#pragma once

#include <string>
#include <vector>

#include "dataset/split.hpp"
#include "emo/error.hpp"

namespace emo::dataset {

/// The files of rows for `split` in `folder`: called by a name of it (split_of(): dev.*, val.*, …), with the extension
/// .jsonl, .ndjson, .json, .csv, .tsv or .txt. Where there are several, the first is the one to take: names in
/// alphabetical order, extensions in this one. Errors: kIo (the folder cannot be listed).
Result<std::vector<std::string>> row_files_of(const std::string& folder, Split split);

}  // namespace emo::dataset
