// How often a model is right in parts of the data: by any column, by length, by number of labels.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "report/evaluation_record.hpp"
#include "report/prediction_lines.hpp"

namespace emo::report {

/// Collects the parts that each row belongs to. Columns with more than kMaxSliceValues values, with one value only or
/// with parts of fewer than kMinSliceRows rows alone make no slices.
class SliceCounter {
 public:
  static constexpr std::size_t kMaxSliceValues = 12;
  static constexpr std::uint64_t kMinSliceRows = 20;

  /// `row` counts up from 0.
  void add(const PredictionLine& line, std::size_t row);
  /// Precondition: one element per row added, 1 = right.
  [[nodiscard]] std::vector<Slice> finish(const std::vector<std::uint8_t>& right) const;

 private:
  struct Column {
    std::map<std::string, std::uint32_t> values;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;  ///< row, value
    bool too_many = false;
  };
  void put(const std::string& column, const std::string& value, std::size_t row);
  std::map<std::string, Column> columns_;
};

}  // namespace emo::report
