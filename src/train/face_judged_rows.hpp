// The faces that a head can be right or wrong about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "train/face_dataset.hpp"

namespace emo::train {

/// Logits and gold of the faces that a head is judged on.
struct JudgedRows {
  std::vector<float> logits;       ///< row-major [n, K]
  std::vector<std::int32_t> gold;  ///< [n]
  std::vector<std::size_t> rows;   ///< [n]: their places among the examples
};

/// Those of `examples` that have a gold label for `head`, from the logits of all: row-major [examples, classes]. Pure.
JudgedRows judged_rows(const std::vector<FaceExample>& examples, std::size_t head, std::size_t classes,
                       const std::vector<float>& logits);

}  // namespace emo::train
