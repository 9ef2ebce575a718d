#include "report/wording.hpp"

#include <gtest/gtest.h>

namespace emo::report {
namespace {

TEST(Wording, NumbersInWords) {
  EXPECT_EQ(compact(999), "999");
  EXPECT_EQ(compact(5427), "5.4k");
  EXPECT_EQ(compact(99'999), "100k");
  EXPECT_EQ(percent(0.12345), "12.3 %");
  EXPECT_EQ(decimals(0.0 / 0.0, 2), "n/a");
  EXPECT_EQ(signed_text(0.25, 1), "+0.2");
  EXPECT_EQ(signed_text(-0.125, 2), "\u22120.12");
  EXPECT_EQ(duration_text(9.94), "9.9 s");
  EXPECT_EQ(duration_text(3600 * 3 + 300), "3 h 05 min");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
}

TEST(Wording, FewAndNoItems) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b"}), "a and b");
  EXPECT_EQ(interval_text({0.5218, 0.5591}),
            "0.522\xE2\x80\x93"
            "0.559");
  EXPECT_EQ(duration_text(48), "48 s");
}

TEST(Wording, NumbersThatRanAwayAreShort) {
  EXPECT_EQ(percent(1e30), "1e+32 %");
  EXPECT_EQ(signed_text(-2.5e20, 3), "\u22122.5e+20");
  EXPECT_EQ(decimals(123456.25, 1), "123456.2");
}

}  // namespace
}  // namespace emo::report
