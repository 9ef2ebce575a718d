// A WordPiece vocabulary learnt from texts, for a model that starts from nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::text {

inline constexpr std::size_t kUsualPieces = 8000;

/// A tokenizer.json whose pieces are the special tokens, the characters of the texts (the most frequent ones where they
/// would take more than half of the room), and what comes of joining the most frequent pair of neighbouring pieces
/// again and again (byte-pair encoding, Sennrich et al. 2016, within words as Hugging Face's WordPieceTrainer does),
/// until there are `most_pieces` or no pair is met twice. Letters lose their case, not their accents; any script. The
/// same texts give the same bytes. 50,000 short texts take a fraction of a second. Preconditions: `texts` are valid
/// UTF-8, already normalised as serving will. Errors: kInvalidData (no word in the texts).
Result<std::string> train_wordpiece(const std::vector<std::string>& texts, std::size_t most_pieces = kUsualPieces);

}  // namespace emo::text
