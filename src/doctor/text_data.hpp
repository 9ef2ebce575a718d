// A labelled text set on disk: one file, or a folder with train/dev/test files.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "doctor/data_view.hpp"
#include "doctor/finding.hpp"
#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::doctor {

struct TextData {
  DataView view;
  std::vector<io::Row> rows;      ///< one per item, same order; damaged rows are not in it
  std::vector<std::string> keys;  ///< one per item: the text as duplicates are judged by it (text::copy_key())
};

inline constexpr std::size_t kMaxItems = 1U << 31U;

/// The files of a data set: `path` itself, or in a folder those of its splits (dataset::row_files_of), a .txt only with
/// a first line TEXT;LABEL, training first. Errors: kNotFound (nothing there; names what was looked for), kInvalidData
/// (two files for one split).
Result<std::vector<std::string>> text_files(const std::string& path);

/// Reads them. Damaged rows (bad JSON, a row without text, text that is not UTF-8) become the finding `damaged_rows`,
/// empty texts `empty_items`; both are left out of the items, so that no other rule stumbles over them. Fills
/// `examination.splits` and `labels`. Errors: kNotFound, kIo, kInvalidData (a csv without the text column), kTooLarge
/// (more than kMaxItems rows).
Result<TextData> read_text_data(const std::vector<std::string>& files, const io::RowOptions& options,
                                Examination& examination);

}  // namespace emo::doctor
