// The files of a folder that holds a text data set: one for each part.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dataset/split.hpp"
#include "emo/error.hpp"

namespace emo::dataset {

/// The files of rows for `split` in `folder`: called by a name of it (split_in_name(): dev.*, val.*, 01_val.*, …;
/// hidden ones left out), with the extension .jsonl, .ndjson, .json, .csv, .tsv or .txt. Names in alphabetical order,
/// extensions in this one. Errors: kIo (the folder cannot be listed).
Result<std::vector<std::string>> row_files_of(const std::string& folder, Split split);

/// Whether a .txt is one of TEXT;LABEL: most of its first lines hold what could end a text. A text may hold a
/// semicolon, a row may be damaged, but most are neither. False for other files, and for what cannot be read.
bool has_labels_in_lines(const std::string& path);

/// kBesideNone: a .txt without labels is passed over where there is another file (it may be notes), kLabelled: always.
enum class Lines : std::uint8_t { kBesideNone, kLabelled };

/// The one file of `split`, empty where there is none. Errors: kInvalidData where there are several, of which one would
/// be left out in silence; else as row_files_of().
Result<std::string> row_file_of(const std::string& folder, Split split, Lines lines = Lines::kBesideNone);

}  // namespace emo::dataset
