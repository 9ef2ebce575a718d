// A test with a tiny bundle in a folder of its own.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::test {

class TinyModelTest : public ::testing::Test {
 protected:
  void SetUp() override {
    model_ = folder_ / "tiny";
    write_tiny_bundle(model_);
  }
  /// `emo COMMAND… --model tiny`.
  RunResult run(std::vector<std::string> arguments, const RunOptions& options = {}) const {
    arguments.insert(arguments.end(), {"--model", model_});
    return run_emo(arguments, options);
  }
  TemporaryFolder folder_;
  std::string model_;
};

}  // namespace emo::test
