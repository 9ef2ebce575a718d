// Buckets of distances between tokens, in single precision as the models were trained: at the edge of a range a double
// may fall on its other side. The learnt bias of each bucket is a tensor of the model.
#include "core/relative_position.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace emo::core {

std::int64_t relative_bucket(std::int64_t offset, std::int64_t buckets, std::int64_t furthest) {
  EMO_ASSERT(buckets > 0 && buckets % 4 == 0 && furthest > buckets / 4);
  const std::int64_t half = buckets / 2;
  const std::int64_t singles = half / 2;
  const std::int64_t first = offset > 0 ? half : 0;
  const std::int64_t distance = std::abs(offset);
  if (distance < singles) return first + distance;
  const auto base = static_cast<float>(singles);
  const float growth = std::log(static_cast<float>(distance) / base);
  const auto whole = static_cast<float>(std::log(static_cast<double>(furthest) / static_cast<double>(singles)));
  const auto range = static_cast<std::int64_t>(growth / whole * static_cast<float>(half - singles));
  return first + std::min(singles + range, half - 1);
}

std::vector<std::int64_t> relative_buckets(std::int64_t tokens, std::int64_t buckets, std::int64_t furthest) {
  std::vector<std::int64_t> out;
  for (std::int64_t offset = 1 - tokens; offset < tokens; ++offset) {
    out.push_back(relative_bucket(offset, buckets, furthest));
  }
  return out;
}

}  // namespace emo::core
