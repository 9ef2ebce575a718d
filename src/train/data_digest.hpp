// Which data a run was begun with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "io/manifest.hpp"
#include "io/sha256.hpp"

namespace emo::train {

/// One hash of all sets and splits, in their order, and of which training rows are left of them: `learnt`, a number for
/// each, source after source, that tells it from the others of its set. (A test split is in no set; what it keeps out
/// of training shows here.) Pure.
inline std::string data_digest(const std::vector<io::DatasetProvenance>& sets,
                               const std::vector<std::uint64_t>& learnt) {
  std::string facts;
  for (const auto& set : sets) facts += set.split + ' ' + std::to_string(set.rows) + ' ' + set.sha256 + '\n';
  for (const auto place : learnt) facts += std::to_string(place) + ' ';
  return io::sha256_hex(facts);
}

}  // namespace emo::train
