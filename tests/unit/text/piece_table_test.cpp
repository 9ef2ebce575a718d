// The vocabulary hash table against std::map.
#include "text/piece_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace emo::text {
namespace {

TEST(PieceTable, AgreesWithAMap) {
  std::mt19937 random(3);
  std::map<std::string, std::int32_t> expected;
  for (std::int32_t id = 0; id < 5000; ++id) {
    std::string piece;
    for (auto n = 1 + random() % 6; n > 0; --n) piece += static_cast<char>(random() % 256);
    expected[piece] = id;
  }
  std::vector<std::pair<std::string_view, std::int32_t>> pieces(expected.begin(), expected.end());
  PieceTable table;
  table.build(pieces);
  for (const auto& [piece, id] : expected) EXPECT_EQ(table.find(piece), id);
  for (int i = 0; i < 20'000; ++i) {
    std::string piece;
    for (auto n = 1 + random() % 8; n > 0; --n) piece += static_cast<char>(random() % 256);
    const auto found = expected.find(piece);
    EXPECT_EQ(table.find(piece), found == expected.end() ? PieceTable::kMissing : found->second);
  }
}

TEST(PieceTable, LastDuplicateWins) {
  PieceTable table;
  table.build({{"a", 1}, {"b", 2}, {"a", 3}});
  EXPECT_EQ(table.find("a"), 3);
  EXPECT_EQ(table.longest(), 1U);
}

TEST(PieceTable, EmptyTableFindsNothing) {
  PieceTable table;
  EXPECT_EQ(table.find(""), PieceTable::kMissing);
  EXPECT_EQ(table.find("a"), PieceTable::kMissing);
  table.build({});
  EXPECT_EQ(table.find("a"), PieceTable::kMissing);
}

}  // namespace
}  // namespace emo::text
