// Exact and near duplicates among texts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doctor/duplicate_rules.hpp"

namespace emo::doctor {

/// The text as duplicates are judged by it: normalised (text::normalize), lower case, words separated by one blank,
/// punctuation dropped; a text of punctuation alone keeps it. Precondition: valid UTF-8.
std::string duplicate_key(std::string_view utf8);

/// Items with equal keys.
DuplicateGroups exact_duplicates(std::span<const std::string> keys);

struct NearOptions {
  double min_jaccard = 0.8;      ///< of the sets of 5-byte shingles of the keys
  std::size_t min_bytes = 20;    ///< shorter keys have only exact duplicates: "so sad" and "so mad" are not the same
  std::size_t max_bucket = 200;  ///< candidates compared within one bucket of the hash, each with so many before it
};

/// Groups (connected components) of items whose keys differ but whose shingle sets have at least `min_jaccard` in
/// common, with their exact copies. Candidates come from MinHash (64 permutations, 16 bands of 4: pairs at 0.8 are
/// found with 99.98 %) and are verified by the true Jaccard similarity. Deterministic. Source: Broder 1997; Leskovec et
/// al., "Mining of Massive Datasets", chapter 3.
DuplicateGroups near_duplicates(std::span<const std::string> keys, const NearOptions& options = {});

}  // namespace emo::doctor
