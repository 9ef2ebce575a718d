#include "pipeline/golden.hpp"

#include <gtest/gtest.h>

#include "io/bundle.hpp"
#include "io/json.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::pipeline {
namespace {

/// The bundle in `directory` once more, with another golden.json.
void replace_golden(const std::string& directory, const std::string& golden) {
  const auto bundle = io::open_bundle(directory);
  ASSERT_TRUE(bundle) << bundle.error().message;
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  for (const auto& spec : core::tensors_of(bundle->manifest.text)) {
    tensors.emplace_back(spec.name, *bundle->weights.find(spec.name));
  }
  const auto written = io::write_bundle(directory, bundle->manifest, tensors,
                                        {{"tokenizer.json", test::tiny_tokenizer_json()}, {"golden.json", golden}});
  ASSERT_TRUE(written) << written.error().message;
}

TEST(Golden, ReplaysItsOwnRecording) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny");
  const auto report = replay_golden(folder / "tiny");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_TRUE(report->passed());
  EXPECT_GE(report->texts, 10U);
  EXPECT_EQ(report->logits, report->texts * 38);
  EXPECT_LE(report->largest_difference, 1e-5);
}

TEST(Golden, FindsAnotherModelsAnswers) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny", 1, false);
  test::write_tiny_bundle(folder / "other", 2, false);
  const auto foreign = make_golden(folder / "other");
  ASSERT_TRUE(foreign);
  replace_golden(folder / "tiny", *foreign);
  const auto report = replay_golden(folder / "tiny");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_FALSE(report->passed());
  EXPECT_GT(report->largest_difference, report->tolerance);
  EXPECT_NE(report->label_of_largest.find('/'), std::string::npos);
}

TEST(Golden, DamagedRecordingsAreErrorsWithTheirPlace) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny", 1, false);
  const auto none = replay_golden(folder / "tiny");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
  for (const std::string bad : {"[]", "{\"texts\":[],\"logits\":[]}", "{\"texts\":[\"a\"],\"logits\":[[1,2]]}",
                                "{\"texts\":[\"a\"],\"logits\":[3]}", "{\"texts\":[1],\"logits\":[[]]}"}) {
    replace_golden(folder / "tiny", bad);
    const auto report = replay_golden(folder / "tiny");
    ASSERT_FALSE(report) << bad;
    EXPECT_EQ(report.error().code, ErrorCode::kInvalidModel) << bad;
    EXPECT_NE(report.error().message.find("golden.json"), std::string::npos) << report.error().message;
  }
}

}  // namespace
}  // namespace emo::pipeline
