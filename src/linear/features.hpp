// Text -> sparse hashed n-gram vector: word 1-2-grams and character 3-5-grams.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::linear {

struct FeatureOptions {
  int hash_bits = 19;      ///< 2^hash_bits feature slots, 10..24
  int word_ngram = 2;      ///< word n-grams from 1 to this
  int char_ngram_min = 3;  ///< character n-grams inside words, blanks at their ends included
  int char_ngram_max = 5;
  int normalizer_version = 1;  ///< of text::normalize; 0 = none
  friend bool operator==(const FeatureOptions&, const FeatureOptions&) = default;
};

struct Feature {
  std::uint32_t index = 0;
  float value = 0;
};

/// hash_bits in 10..24, n-gram lengths at most 8, a normaliser version this build knows. Errors: kInvalidModel.
Result<void> validate(const FeatureOptions& options);

/// The features of `utf8`, ascending by index, without repeats. Each n-gram present counts 1 (not its frequency:
/// short texts), the vector is scaled to length 1. Case is kept out by folding ASCII; words in capitals and runs of
/// punctuation are words of their own. Empty for a text without words or punctuation.
/// Preconditions: valid UTF-8, valid options. Thread-safe. Source of the scheme: Weinberger et al. 2009, "Feature
/// hashing".
std::vector<Feature> extract(std::string_view utf8, const FeatureOptions& options);

}  // namespace emo::linear
