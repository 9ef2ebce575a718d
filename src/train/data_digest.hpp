// Which data a run was begun with.
#pragma once

#include <string>
#include <vector>

#include "io/manifest.hpp"
#include "io/sha256.hpp"

namespace emo::train {

/// One hash of all sets and splits, in their order. Pure.
inline std::string data_digest(const std::vector<io::DatasetProvenance>& sets) {
  std::string facts;
  for (const auto& set : sets) facts += set.split + ' ' + std::to_string(set.rows) + ' ' + set.sha256 + '\n';
  return io::sha256_hex(facts);
}

}  // namespace emo::train
