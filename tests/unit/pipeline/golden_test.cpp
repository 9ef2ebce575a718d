#include "pipeline/golden.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <span>

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
  EXPECT_GE(report->items, 10U);
  EXPECT_EQ(report->logits, report->items * 38);
  EXPECT_LE(report->largest_difference, 1e-5);
}

/// A small image bundle with weights that count up from `first`.
void write_image_bundle(const std::string& directory, io::Task task, float first,
                        const std::map<std::string, std::string>& files) {
  io::Manifest manifest = test::tiny_manifest();
  manifest.task = task;
  manifest.text = {};
  manifest.heads.resize(task == io::Task::kFace ? 1 : 0);
  manifest.image_preprocess = {.height = 24, .width = 24};
  manifest.image.height = manifest.image.width = 24;
  if (task == io::Task::kFace) {
    manifest.image.stem = 4;
    manifest.image.widths = {8};
    manifest.image.depths = {2};
    manifest.image.heads = {{manifest.heads[0].name, static_cast<std::int64_t>(manifest.heads[0].labels.size())}};
  } else {
    manifest.image.name = "ultraface_rfb";
  }
  const auto specs = io::tensors_of(manifest).value();
  std::vector<std::vector<float>> values;
  std::vector<std::pair<std::string, core::TensorView>> tensors;
  for (const auto& spec : specs) {
    std::size_t n = 1;
    for (const auto extent : spec.shape) n *= static_cast<std::size_t>(extent);
    auto& tensor = values.emplace_back(n);
    for (std::size_t i = 0; i < n; ++i) tensor[i] = first + 0.1F * static_cast<float>((i * 7919) % 13) - 0.6F;
    tensors.emplace_back(spec.name, core::TensorView{core::DType::kF32, spec.shape, std::as_bytes(std::span(tensor))});
  }
  const auto written = io::write_bundle(directory, manifest, tensors, files);
  ASSERT_TRUE(written) << written.error().message;
}

TEST(Golden, ImageBundlesReplayDrawnPatterns) {
  for (const auto task : {io::Task::kFace, io::Task::kDetector}) {
    const test::TemporaryFolder folder;
    write_image_bundle(folder / "image", task, 0.0F, {});
    const auto golden = make_golden(folder / "image");
    ASSERT_TRUE(golden) << golden.error().message;
    write_image_bundle(folder / "image", task, 0.0F, {{"golden.json", *golden}});
    const auto report = replay_golden(folder / "image");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_TRUE(report->passed());
    EXPECT_EQ(report->unit, "pattern");
    EXPECT_EQ(report->items, 6U);
    EXPECT_EQ(report->logits, 6U * (task == io::Task::kFace ? 7U : 64U));

    write_image_bundle(folder / "image", task, 0.05F, {{"golden.json", *golden}});
    const auto foreign = replay_golden(folder / "image");
    ASSERT_TRUE(foreign) << foreign.error().message;
    EXPECT_FALSE(foreign->passed());
  }
  const test::TemporaryFolder folder;
  write_image_bundle(folder / "image", io::Task::kFace, 0.0F,
                     {{"golden.json", R"({"patterns":[6],"logits":[[1,2,3,4,5,6,7]]})"}});
  const auto report = replay_golden(folder / "image");
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("pattern 0"), std::string::npos) << report.error().message;
}

TEST(Golden, AnswersThatAreNoNumbersAreNotRecorded) {
  const test::TemporaryFolder folder;
  write_image_bundle(folder / "image", io::Task::kFace, 3e38F, {});
  const auto golden = make_golden(folder / "image");
  ASSERT_FALSE(golden);
  EXPECT_EQ(golden.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(golden.error().message.find("not finite"), std::string::npos) << golden.error().message;
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

TEST(Golden, ABundleThatRecordsNothingPassesByItsHashes) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny", 1, false);
  const auto none = replay_golden(folder / "tiny");
  ASSERT_TRUE(none) << none.error().message;
  EXPECT_TRUE(none->passed());
  EXPECT_EQ(none->items, 0U);
  test::write_text(folder / "tiny/tokenizer.json", "{}");
  EXPECT_EQ(replay_golden(folder / "tiny").error().code, ErrorCode::kInvalidModel);
}

TEST(Golden, ARecordingThatTheManifestListsMustBeThere) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny");
  std::filesystem::remove(folder / "tiny/golden.json");
  const auto lost = replay_golden(folder / "tiny");
  ASSERT_FALSE(lost);
  EXPECT_NE(lost.error().message.find("golden.json"), std::string::npos) << lost.error().message;
}

TEST(Golden, DamagedRecordingsAreErrorsWithTheirPlace) {
  const test::TemporaryFolder folder;
  test::write_tiny_bundle(folder / "tiny", 1, false);
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
