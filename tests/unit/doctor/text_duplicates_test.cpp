#include "doctor/text_duplicates.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace emo::doctor {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

TEST(ExactDuplicates, GroupsInOrder) {
  const std::vector<std::string> keys{"a", "b", "a", "c", "b", "a"};
  EXPECT_EQ(exact_duplicates(keys).groups, (Groups{{0, 2, 5}, {1, 4}}));
  EXPECT_TRUE(exact_duplicates({}).groups.empty());
}

TEST(NearDuplicates, ShortTextsAndExactCopiesAreNotNear) {
  EXPECT_TRUE(near_duplicates(std::vector<std::string>{"so very sad", "so very mad"}).groups.empty());
  const std::string long_text = "this is the same sentence twice word for word";
  EXPECT_TRUE(near_duplicates(std::vector<std::string>{long_text, long_text}).groups.empty());
  EXPECT_EQ(near_duplicates(std::vector<std::string>{long_text, long_text, long_text + "s"}).groups,
            (Groups{{0, 1, 2}}));
}

}  // namespace
}  // namespace emo::doctor
