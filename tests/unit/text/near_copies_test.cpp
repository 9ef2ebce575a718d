#include "text/near_copies.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "core/random.hpp"

namespace emo::text {
namespace {

TEST(CopyKey, FoldsWhatDoesNotMatter) {
  EXPECT_EQ(copy_key("  It's   GREAT!!  "), "its great");
  EXPECT_EQ(copy_key("It\xE2\x80\x99s great"), copy_key("It\xE2\x80\x99s  Great."));
  EXPECT_EQ(copy_key("?!"), "?!") << "a text of punctuation alone keeps it";
  EXPECT_NE(copy_key("nice :)"), copy_key("nice :(")) << "emoticons are words";
}

TEST(CopyKey, PunctuationOfPrintAndCaseOfOtherAlphabetsDoNotMatter) {
  EXPECT_EQ(copy_key("I don\u2019t know"), copy_key("I don't know"));
  EXPECT_EQ(copy_key("say \u2018yes\u2019 now"), copy_key("say 'yes' now"));
  EXPECT_EQ(copy_key("well\u2026 maybe"), copy_key("well... maybe"));
  EXPECT_EQ(copy_key("she said \u201Cno\u201D \u2014 twice"), copy_key("she said \"no\" - twice"));
  EXPECT_EQ(copy_key("\u00DCBUNG MACHT DEN MEISTER"), copy_key("\u00DCbung macht den Meister"));
  EXPECT_EQ(copy_key("\u041F\u0420\u0418\u0412\u0415\u0422!"), copy_key("\u043F\u0440\u0438\u0432\u0435\u0442"));
  EXPECT_EQ(copy_key("\u039F\u0394\u039F\u03A3"), copy_key("\u03BF\u03B4\u03BF\u03C2"));
  EXPECT_EQ(copy_key("\u597D\u3002\u5BF9\u3001\u8D70\uFF01"), copy_key("\u597D. \u5BF9, \u8D70!"));
  EXPECT_EQ(copy_key("\u00BFqu\u00E9?"), "qu\u00E9") << "letters with accents are other letters";
  EXPECT_NE(copy_key("qu\u00E9"), copy_key("que"));
  EXPECT_EQ(copy_key("\u2026"), "\u2026") << "a text of punctuation alone keeps it";
}

TEST(CopyKey, LinksAreAllAlikeAndSoAreNames) {
  EXPECT_EQ(copy_key("thanks @anna, see https://a.org/x"), copy_key("thanks @bob, see https://b.org/y"));
  EXPECT_NE(copy_key("thanks @anna"), copy_key("thanks anna"));
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

TEST(NearCopies, AgreeWithEveryPairCompared) {
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
  auto same = near_copies(keys);
  std::vector<std::set<std::string>> sets;
  for (const auto& key : keys) sets.push_back(shingles(key));
  core::UnionFind expected(keys.size());
  std::size_t pairs = 0;
  for (std::uint32_t a = 0; a < keys.size(); ++a) {
    for (std::uint32_t b = a + 1; b < keys.size(); ++b) {
      if (jaccard(sets[a], sets[b]) < 0.8) continue;
      pairs += keys[a] == keys[b] ? 0U : 1U;
      expected.join(a, b);
    }
  }
  EXPECT_GT(pairs, 20U);
  for (std::uint32_t i = 0; i < keys.size(); ++i) EXPECT_EQ(same.root(i), expected.root(i)) << keys[i];
}

TEST(NearCopies, OfShortTextsAreTheEqualOnes) {
  auto same = near_copies(std::vector<std::string>{"so very sad", "so very mad", "so very sad"});
  EXPECT_EQ(same.root(1), 1U);
  EXPECT_EQ(same.root(2), 0U);
}

}  // namespace
}  // namespace emo::text
