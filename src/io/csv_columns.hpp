// Which column of a csv or tsv is what. Internal to io.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "io/rows.hpp"

namespace emo::io {

struct CsvColumns {
  std::vector<std::string> names;
  std::optional<std::size_t> text, labels, id;
  std::vector<std::size_t> indicators;  ///< in place of `labels`: a column of 0 and 1 for each label

  /// Whether column `index` is an indicator.
  [[nodiscard]] bool is_indicator(std::size_t index) const;
};

/// "emotion, Usage, pixels": files like that are about, and nobody means the spaces (nor the end of a line).
inline constexpr std::string_view kFieldBlanks = " \t\r";

/// The columns that `options` name among `names`, the fields of the header, without the spaces around them. Errors:
/// kInvalidData (a column that has to be there is not: lists those there are, and one that differs in case only).
Result<CsvColumns> read_csv_columns(std::vector<std::string> names, const RowOptions& options,
                                    const std::string& origin);

}  // namespace emo::io
