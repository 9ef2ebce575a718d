// The error table is total and Result carries either side.
#include "emo/error.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace emo {
namespace {

Result<int> half(int value) {
  if (value % 2 != 0) return Error{ErrorCode::kInvalidInput, std::to_string(value) + " is odd"};
  return value / 2;
}

Result<int> quarter(int value) {
  EMO_ASSIGN(const int once, half(value));
  EMO_ASSIGN(const int twice, half(once));
  return twice;
}

Result<void> check_quarter(int value) {
  EMO_TRY(quarter(value));
  return {};
}

TEST(ErrorInfo, EveryCodeHasAUniqueNameAndSaneStatuses) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::kInternal); ++i) {
    const auto& info = error_info(static_cast<ErrorCode>(i));
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_GE(info.http_status, 400);
    EXPECT_LE(info.http_status, 599);
    EXPECT_GE(info.exit_status, 1);
    EXPECT_LE(info.exit_status, 4);
  }
  EXPECT_EQ(error_info(ErrorCode::kUsage).exit_status, 1);
  EXPECT_EQ(error_info(ErrorCode::kInvalidModel).exit_status, 2);
  EXPECT_EQ(error_info(ErrorCode::kGateFailed).exit_status, 3);
  EXPECT_EQ(error_info(ErrorCode::kInternal).exit_status, 4);
}

TEST(Result, MacrosPassValuesAndErrors) {
  EXPECT_EQ(quarter(12).value(), 3);
  EXPECT_EQ(quarter(7).error().message, "7 is odd");
  EXPECT_EQ(quarter(6).error().message, "3 is odd");
  EXPECT_TRUE(check_quarter(8));
  EXPECT_EQ(check_quarter(2).error().code, ErrorCode::kInvalidInput);
}

TEST(Result, MoveOnlyValues) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 5);
}

TEST(Error, PlaceGoesBeforeTheMessageAndKeepsTheCode) {
  const Error error = Error{ErrorCode::kTooLarge, "too long"}.at("a.jsonl:17");
  EXPECT_EQ(error.message, "a.jsonl:17: too long");
  EXPECT_EQ(error.code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace emo
