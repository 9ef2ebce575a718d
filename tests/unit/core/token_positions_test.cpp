#include "core/token_positions.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::core {
namespace {

std::vector<std::int64_t> positions_of(std::int64_t offset, const std::vector<std::int32_t>& ids) {
  TextEncoderConfig config;
  config.position_offset = offset;
  TokenPositions positions(config);
  std::vector<std::int64_t> out;
  for (const std::int32_t id : ids) out.push_back(positions.next(id));
  return out;
}

TEST(TokenPositions, CountFromTheOffset) {
  EXPECT_EQ(positions_of(0, {2, 0, 1, 0}), (std::vector<std::int64_t>{0, 1, 2, 3}));
  EXPECT_EQ(positions_of(2, {0, 5, 7, 2}), (std::vector<std::int64_t>{2, 3, 4, 5}));
}

TEST(TokenPositions, PaddingHasItsOwnAndIsNotCounted) {
  EXPECT_EQ(positions_of(2, {0, 1, 5, 1, 1, 2}), (std::vector<std::int64_t>{2, 1, 3, 1, 1, 4}));
  EXPECT_EQ(positions_of(1, {0, 5, 2}), (std::vector<std::int64_t>{0, 1, 2}));
}

}  // namespace
}  // namespace emo::core
