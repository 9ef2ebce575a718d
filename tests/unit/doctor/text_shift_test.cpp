#include "doctor/text_shift.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "sample_data.hpp"

namespace emo::doctor {
namespace {

/// `rows` texts of `length` words out of "w0".."w<vocabulary-1>", shifted by `first`.
void add(TextData& data, core::Random& random, std::uint32_t split, int rows, std::uint64_t length, std::uint64_t first,
         std::uint64_t vocabulary) {
  for (int i = 0; i < rows; ++i) {
    std::string key;
    for (std::uint64_t n = length + random.below(3); n > 0; --n) {
      key += (key.empty() ? "w" : " w") + std::to_string(first + random.below(vocabulary));
    }
    data.view.items.push_back({split, static_cast<std::uint64_t>(i + 1), {0}});
    data.keys.push_back(key);
  }
}

TextData base(core::Random& random) {
  TextData data;
  data.view = test::sample_view({});
  add(data, random, 0, 900, 8, 0, 300);  // a tenth of it is held out: 90 texts
  return data;
}

TEST(TextShift, SameKindOfTextIsInOrder) {
  core::Random random(1);
  TextData data = base(random);
  add(data, random, 1, 200, 8, 0, 300);
  Examination examination;
  examine_text_shift(data, examination);
  EXPECT_TRUE(examination.findings.empty());
  EXPECT_TRUE(test::checked(examination, "length_shift"));
  EXPECT_TRUE(test::checked(examination, "vocabulary_shift"));
}

TEST(TextShift, LongerTextsAndOtherWordsAreFound) {
  core::Random random(1);
  TextData data = base(random);
  add(data, random, 1, 200, 16, 150, 300);
  Examination examination;
  examine_text_shift(data, examination);
  const auto* length = test::find(examination, "length_shift");
  ASSERT_NE(length, nullptr);
  EXPECT_DOUBLE_EQ(length->number, 1);
  EXPECT_NE(length->message.find("median 17"), std::string::npos) << length->message;
  const auto* words = test::find(examination, "vocabulary_shift");
  ASSERT_NE(words, nullptr);
  EXPECT_NE(words->message.find("% of the words in 'test'"), std::string::npos);
}

}  // namespace
}  // namespace emo::doctor
