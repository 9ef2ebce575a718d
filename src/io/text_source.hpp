// Where the text of a file or pipe begins, and whether it is text that we read.
#pragma once

#include <string>
#include <string_view>

#include "io/byte_window.hpp"

namespace emo::io {

/// Opens `path` ("-" is standard input) behind the byte-order mark of UTF-8, if it begins with one: that is no part of
/// the content. Waits for the first bytes of a pipe. Errors: kNotFound, kIo; kInvalidData if it is UTF-16 (with its
/// mark or without, as spreadsheets and PowerShell write it) or UTF-32, or begins as what packs files (gzip, zstd, xz,
/// bzip2, zip, as .xlsx are), old Excel, Parquet and Arrow do.
Result<ByteWindow> open_text(const std::string& path);

/// The same of an opened `source` that nothing has been consumed of.
Result<void> enter_text(ByteWindow& source);

/// What follows the mark in the whole content `text` of a file; `origin` names it in errors. Errors: as open_text().
Result<std::string_view> without_mark(std::string_view text, const std::string& origin);

/// Whether the first byte of `source` that is no white space is `c`. Consumes nothing. Errors: as ByteWindow::more().
Result<bool> begins_with(ByteWindow& source, char c);

}  // namespace emo::io
