// The column of a table that says which part of the data each row belongs to, found by what stands in it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dataset/split.hpp"
#include "emo/error.hpp"

namespace emo::dataset {

/// Looks at the rows of one table. A column counts whose every value is the name of a part (split_of()), with two parts
/// at least: whatever it is called, rows of a test are not to be learnt. Not thread-safe.
class SplitColumn {
 public:
  struct Found {
    std::string name;
    std::vector<Split> splits;  ///< of every row that was added, in order
  };

  /// The other columns of the next row.
  void add(const std::map<std::string, std::string>& extra);
  /// How many rows were added.
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// nullopt where no column counts. Of several that called "split" or "usage" in any case, else the first by name.
  /// Errors: kInvalidData, where none counts but one so called would if it were not for a tenth of the rows or less:
  /// what it says of a test must not be lost by a slip.
  [[nodiscard]] Result<std::optional<Found>> found() const;

 private:
  struct Candidate {
    std::vector<Split> splits;  ///< of the rows that name one
    std::size_t odd = 0;        ///< rows that do not; only one called "split" or "usage" is then kept
    std::string first_odd;      ///< what the first of them has instead
  };

  std::map<std::string, Candidate> candidates_;
  std::size_t rows_ = 0;
};

}  // namespace emo::dataset
