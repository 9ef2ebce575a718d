// WordPiece with BertNormalizer and BertPreTokenizer.
#pragma once

#include <memory>

#include "text/tokenizer.hpp"
#include "text/tokenizer_spec.hpp"

namespace emo::text {

/// Builds the tokenizer of a completed spec. Precondition: spec.model == kWordPiece.
std::unique_ptr<Tokenizer> make_wordpiece(TokenizerSpec spec);

}  // namespace emo::text
