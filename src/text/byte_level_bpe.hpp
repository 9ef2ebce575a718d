// Byte-level byte-pair encoding (GPT-2, RoBERTa).
#pragma once

#include <memory>

#include "text/tokenizer.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// Builds the tokenizer of a completed spec. Precondition: spec.model == kBytePairEncoding.
/// Errors: kInvalidModel when a merge is not of two vocabulary entries into a third.
Result<std::unique_ptr<Tokenizer>> make_byte_level_bpe(TokenizerSpec spec);

}  // namespace emo::text
