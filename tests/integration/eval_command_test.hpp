// A test of `emo eval` on sixty rows, with a tiny bundle.
#pragma once

#include <string>
#include <vector>

#include "tiny_model_test.hpp"

namespace emo::test {

class EvalCommand : public TinyModelTest {
 protected:
  void SetUp() override {
    TinyModelTest::SetUp();
    data_ = folder_ / "data.jsonl";
    std::string rows;
    for (int i = 0; i < 60; ++i) {
      rows += "{\"id\":\"r" + std::to_string(i) + "\",\"text\":\"word " + std::to_string(i) +
              " is good\",\"labels\":[\"" +
              (i % 3 == 0   ? "joy"
               : i % 3 == 1 ? "anger"
                            : "fear") +
              "\"],\"source\":\"" + (i < 30 ? "books" : "films") + "\"}\n";
    }
    write_text(data_, rows);
  }
  /// One error line that names `part`, nothing on standard output, no crash.
  static void expect_failure(const RunResult& result, int status, const std::string& part) {
    EXPECT_EQ(result.status, status) << result.err;
    EXPECT_NE(result.err.find(part), std::string::npos) << result.err;
    EXPECT_EQ(result.out, "");
  }
  RunResult judge(const std::string& content, std::vector<std::string> more = {}, const std::string& name = "p.jsonl") {
    write_text(folder_ / name, content);
    std::vector<std::string> arguments{"eval", "--predictions", folder_ / name, "--bootstrap", "50"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_emo(arguments);
  }
  std::string data_;
};

}  // namespace emo::test
