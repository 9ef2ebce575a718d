// Texts that are the same but for their writing, or nearly the same.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/union_find.hpp"

namespace emo::text {

/// The text as copies are judged by it: normalised (normalize(), so that links are all alike, and @names too), lower
/// case, words separated by one blank, punctuation of any script dropped; a text of punctuation alone keeps it.
/// Precondition: valid UTF-8.
std::string copy_key(std::string_view utf8);

struct NearCopyOptions {
  double min_jaccard = 0.8;      ///< of the sets of 5-byte shingles of the keys
  std::size_t min_bytes = 20;    ///< shorter keys have only exact copies: "so sad" and "so mad" are not the same
  std::size_t max_bucket = 200;  ///< candidates compared within one bucket of the hash, each with so many before it
};

/// Joins the items whose keys are equal and those whose shingle sets have at least `min_jaccard` in common. Candidates
/// come from MinHash (64 permutations, 16 bands of 4: pairs at 0.8 are found with 99.98 %) and are verified by the true
/// Jaccard similarity. Deterministic. Source: Broder 1997; Leskovec et al., "Mining of Massive Datasets", chapter 3.
core::UnionFind near_copies(std::span<const std::string> keys, const NearCopyOptions& options = {});

}  // namespace emo::text
