// Which learnt attention bias a pair of tokens gets, by how far they are apart.
#pragma once

#include <cstdint>
#include <vector>

namespace emo::core {

/// The bucket of a key `offset` tokens behind its query (negative: before it), as T5 (Raffel et al. 2020) and MPNet
/// (Song et al. 2020) have it: the first half of the `buckets` is for keys at or before the query; within each half the
/// first half is for single distances, the rest for ranges that grow by a factor up to `furthest`, beyond which all
/// share the last. Preconditions: buckets a positive multiple of 4, furthest > buckets / 4. Returns 0..buckets - 1.
std::int64_t relative_bucket(std::int64_t offset, std::int64_t buckets, std::int64_t furthest);

/// The buckets of every offset between two of `tokens` tokens, from 1 - tokens to tokens - 1 (2 tokens - 1 of them; the
/// middle one is offset 0). Preconditions as above, and tokens > 0.
std::vector<std::int64_t> relative_buckets(std::int64_t tokens, std::int64_t buckets, std::int64_t furthest);

}  // namespace emo::core
