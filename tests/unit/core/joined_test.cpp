#include "core/joined.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

namespace emo::core {
namespace {

TEST(Joined, PutsSomethingBetweenNames) {
  EXPECT_EQ(joined(std::vector<std::string>{"a", "b", "c"}), "a, b, c");
  EXPECT_EQ(joined(std::vector<std::string>{"2", "3"}, " and "), "2 and 3");
  EXPECT_EQ(joined(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(joined(std::vector<std::string>{}), "");
  EXPECT_EQ(joined(std::vector<std::string>{"", "b"}), ", b");
  EXPECT_EQ(joined(std::set<std::string_view>{"b", "a"}), "a, b");
}

TEST(Joined, TheFirstOfManyAndHowManyMore) {
  const std::vector<std::string> names{"a", "b", "c"};
  EXPECT_EQ(joined_first(names, 4), "a, b, c");
  EXPECT_EQ(joined_first(names, 3), "a, b, c");
  EXPECT_EQ(joined_first(names, 2), "a, b and 1 more");
  EXPECT_EQ(joined_first(std::set<std::string>{}, 2), "");
  EXPECT_EQ(joined_first(std::vector<std::string>(1234, "x"), 1), "x and 1,233 more");
}

}  // namespace
}  // namespace emo::core
