// A broken precondition ends the program with its place.
#include "core/assert.hpp"

#include <gtest/gtest.h>

namespace {

TEST(AssertDeathTest, NamesConditionAndFile) {
  EXPECT_DEATH(EMO_ASSERT(1 + 1 == 3), "assert_test.cpp:[0-9]+: assertion failed: 1 \\+ 1 == 3");
}

TEST(Assert, TrueConditionIsEvaluatedOnceAndGoesOn) {
  int calls = 0;
  EMO_ASSERT(++calls == 1);
  EXPECT_EQ(calls, 1);
}

}  // namespace
