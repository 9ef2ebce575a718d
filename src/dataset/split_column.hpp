// The column of a table that says which part of the data each row belongs to, found by what stands in it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dataset/split.hpp"

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
  [[nodiscard]] std::optional<Found> found() const;

 private:
  std::map<std::string, std::vector<Split>> candidates_;
  std::size_t rows_ = 0;
};

}  // namespace emo::dataset
