#include "doctor/text_duplicates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/random.hpp"

namespace emo::doctor {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

TEST(DuplicateKey, FoldsWhatDoesNotMatter) {
  EXPECT_EQ(duplicate_key("  It's   GREAT!!  "), "its great");
  EXPECT_EQ(duplicate_key("It\xE2\x80\x99s great"), duplicate_key("It\xE2\x80\x99s  Great."));
  EXPECT_EQ(duplicate_key("?!"), "?!") << "a text of punctuation alone keeps it";
  EXPECT_NE(duplicate_key("nice :)"), duplicate_key("nice :(")) << "emoticons are words";
}

TEST(ExactDuplicates, GroupsInOrder) {
  const std::vector<std::string> keys{"a", "b", "a", "c", "b", "a"};
  EXPECT_EQ(exact_duplicates(keys).groups, (Groups{{0, 2, 5}, {1, 4}}));
  EXPECT_TRUE(exact_duplicates({}).groups.empty());
}

std::set<std::string> shingles(const std::string& key) {
  std::set<std::string> all;
  for (std::size_t i = 0; i + 5 <= key.size(); ++i) all.insert(key.substr(i, 5));
  return all;
}
double jaccard(const std::set<std::string>& x, const std::set<std::string>& y) {
  std::size_t common = 0;
  for (const auto& s : x) common += y.count(s);
  return static_cast<double>(common) / static_cast<double>(x.size() + y.size() - common);
}

TEST(NearDuplicates, AgreeWithEveryPairCompared) {
  constexpr std::uint64_t kSeed = 21;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  core::Random random(kSeed);
  const auto word = [&] {
    std::string w;
    for (std::uint64_t i = 2 + random.below(6); i > 0; --i) w += static_cast<char>('a' + random.below(26));
    return w;
  };
  std::vector<std::string> keys;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (std::uint64_t n = 8 + random.below(20); n > 0; --n) text += (text.empty() ? "" : " ") + word();
    keys.push_back(text);
    for (std::uint64_t copies = random.below(3); copies > 0; --copies) {  // copies with a changed letter or a tail
      std::string copy = text;
      if (random.below(2) == 0) copy[static_cast<std::size_t>(random.below(copy.size()))] = 'q';
      if (random.below(2) == 0) copy += " " + word();
      if (random.below(6) == 0) copy += " " + word() + " " + word() + " " + word() + " " + word();
      keys.push_back(copy);
    }
  }
  // Every pair over the threshold must end in one group; each group must be held together by such pairs.
  const auto found = near_duplicates(keys);
  std::vector<int> group(keys.size(), -1);
  for (std::size_t g = 0; g < found.groups.size(); ++g) {
    for (const auto item : found.groups[g]) group[item] = static_cast<int>(g);
  }
  std::vector<std::set<std::string>> sets;
  for (const auto& key : keys) sets.push_back(shingles(key));
  std::size_t pairs = 0;
  for (std::size_t a = 0; a < keys.size(); ++a) {
    bool has_partner = false;
    for (std::size_t b = 0; b < keys.size(); ++b) {
      if (a == b || jaccard(sets[a], sets[b]) < 0.8) continue;
      has_partner = true;
      if (keys[a] == keys[b]) continue;
      ++pairs;
      EXPECT_NE(group[a], -1) << keys[a];
      EXPECT_EQ(group[a], group[b]);
    }
    if (!has_partner) {
      EXPECT_EQ(group[a], -1) << keys[a];
    }
  }
  EXPECT_GT(pairs, 20U);
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
