// Tests of files of predictions, each written for the test.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "eval/prediction_file.hpp"
#include "temporary_folder.hpp"

namespace emo::eval {

class PredictionFileTest : public ::testing::Test {
 protected:
  Result<PredictionFile> read(const std::string& content, const std::string& name = "p.jsonl",
                              const PredictionFileOptions& options = {}) {
    test::write_text(folder_ / name, content);
    return read_predictions(folder_ / name, options);
  }
  void expect_error(const std::string& content, const std::string& part, const std::string& name = "p.jsonl") {
    const auto file = read(content, name);
    ASSERT_FALSE(file) << content;
    EXPECT_EQ(file.error().code, ErrorCode::kInvalidData) << file.error().message;
    EXPECT_NE(file.error().message.find(part), std::string::npos) << file.error().message;
  }
  test::TemporaryFolder folder_;
};

}  // namespace emo::eval
