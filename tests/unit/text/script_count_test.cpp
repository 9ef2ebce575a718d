// Scripts by block and their usual languages.
#include "text/script_count.hpp"

#include <gtest/gtest.h>

namespace emo::text {
namespace {

TEST(ScriptCount, KnowsBlocks) {
  EXPECT_EQ(script_of('a'), Script::kLatin);
  EXPECT_EQ(script_of(0x0416), Script::kCyrillic);
  EXPECT_EQ(script_of(0x4E2D), Script::kHan);
  EXPECT_EQ(script_of(0x3042), Script::kKana);
  EXPECT_EQ(script_of(0xAC00), Script::kHangul);
  EXPECT_EQ(script_of(0x05D0), Script::kHebrew);
  EXPECT_EQ(script_of(0x1F98), Script::kGreek);
  EXPECT_EQ(script_of(0x13A0), Script::kOther);  // Cherokee
  EXPECT_EQ(script_of(0x10FFFF), Script::kOther);
}

TEST(ScriptCount, EveryScriptHasALanguage) {
  for (std::size_t i = 0; i < kScripts; ++i) {
    const auto script = static_cast<Script>(i);
    const bool undecided = script == Script::kLatin || script == Script::kOther;
    EXPECT_EQ(usual_language(script) == "und", undecided) << i;
  }
  EXPECT_TRUE(decides_language(Script::kThai));
  EXPECT_FALSE(decides_language(Script::kCyrillic));
}

}  // namespace
}  // namespace emo::text
