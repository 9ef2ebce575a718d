#include "core/architecture_checks.hpp"

#include <gtest/gtest.h>

namespace emo::core {
namespace {

TEST(ArchitectureChecks, RangesIncludeTheirEnds) {
  EXPECT_TRUE(check_range("stem", 1, 1, 4));
  EXPECT_TRUE(check_range("stem", 4, 1, 4));
  for (const std::int64_t value : {0, 5}) {
    const auto result = check_range("stem", value, 1, 4);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidModel);
    EXPECT_EQ(result.error().message, "stem is " + std::to_string(value) + ", expected 1..4");
  }
}

TEST(ArchitectureChecks, HeadsHavePlainUniqueNamesAndClasses) {
  const auto message = [](std::vector<std::pair<std::string, std::int64_t>> heads) {
    const auto result = check_heads(heads);
    return result ? std::string("accepted") : result.error().message;
  };
  EXPECT_EQ(message({}), "accepted");
  EXPECT_EQ(message({{"emotion", 7}, {"fer-2013_B", 1}}), "accepted");
  EXPECT_NE(message({{"", 7}}).find("head name is ''"), std::string::npos);
  EXPECT_NE(message({{"a/b", 7}}).find("'a/b'"), std::string::npos);
  EXPECT_NE(message({{"h\xC3\xA9", 7}}).find("letters, digits"), std::string::npos);
  EXPECT_NE(message({{std::string(65, 'a'), 7}}).find("expected 1..64"), std::string::npos);
  EXPECT_EQ(message({{std::string(64, 'a'), 7}}), "accepted");
  EXPECT_NE(message({{"a", 7}, {"b", 7}, {"a", 2}}).find("'a' twice"), std::string::npos);
  EXPECT_NE(message({{"a", 0}}).find("classes of head 'a' is 0, expected 1..4096"), std::string::npos);
  EXPECT_NE(message({{"a", 4097}}).find("4097"), std::string::npos);
  std::vector<std::pair<std::string, std::int64_t>> many;
  for (int i = 0; i < 65; ++i) many.emplace_back("h" + std::to_string(i), 2);
  EXPECT_NE(message(many).find("number of heads is 65, expected at most 64"), std::string::npos);
}

}  // namespace
}  // namespace emo::core
