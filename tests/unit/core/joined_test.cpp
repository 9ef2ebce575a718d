#include "core/joined.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::core {
namespace {

TEST(Joined, PutsSomethingBetweenNames) {
  EXPECT_EQ(joined(std::vector<std::string>{"a", "b", "c"}), "a, b, c");
  EXPECT_EQ(joined(std::vector<std::string>{"2", "3"}, " and "), "2 and 3");
  EXPECT_EQ(joined(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(joined(std::vector<std::string>{}), "");
  EXPECT_EQ(joined(std::vector<std::string>{"", "b"}), ", b");
}

}  // namespace
}  // namespace emo::core
