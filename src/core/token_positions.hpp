// Which row of the position table each token of a sequence gets.
#pragma once

#include <cstdint>

#include "core/text_architecture.hpp"

namespace emo::core {

/// Counts the tokens of one sequence. Where positions start behind the id of padding (RoBERTa, MPNet), a token that has
/// that id, which a text can ask for ("<pad>"), stands at the row of that id and is not counted, as in the reference.
class TokenPositions {
 public:
  explicit TokenPositions(const TextEncoderConfig& config)
      : padding_(config.position_offset - 1), next_(config.position_offset) {}

  /// The row of the next token.
  std::int64_t next(std::int32_t id) { return id == padding_ ? padding_ : next_++; }

 private:
  std::int64_t padding_;  // -1, no token's id, where positions start at 0
  std::int64_t next_;
};

}  // namespace emo::core
