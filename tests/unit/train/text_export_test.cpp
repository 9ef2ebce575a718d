#include "train/text_export.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "io/bundle.hpp"
#include "pipeline/golden.hpp"
#include "toy_run.hpp"
#include "train/text_engine_logits.hpp"

namespace emo::train {
namespace {

class TextExport : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config = test::toy_config(folder);
    config.epochs = 2;
    HeadPlan emotions;
    emotions.name = "emotions";
    emotions.taxonomy = "goemotions28";
    emotions.activation = core::HeadActivation::kSigmoid;
    emotions.loss = Loss::kAsymmetric;
    config.heads.push_back(emotions);
  }
  std::unique_ptr<TextTrainer> trained() {
    auto data = load_text_dataset(config);
    auto start = text_start_from(config);
    auto run_folder = RunFolder::create(folder + "/run", "{}", false);
    if (!data || !start || !run_folder) return nullptr;
    auto trainer = std::make_unique<TextTrainer>(config, std::move(*data), std::move(*start), *run_folder, observer);
    return trainer->run() ? std::move(trainer) : nullptr;
  }
  TextExportOptions options() const { return {"emo train text --out run", "abc1234", 1, pipeline::make_golden}; }

  std::string folder;
  TextTrainConfig config;
  test::RecordingObserver observer;
};

TEST_F(TextExport, TheEngineRepeatsTheNetworkOnAnFp32Bundle) {
  config.int8 = false;
  const auto trainer = trained();
  ASSERT_TRUE(trainer);
  const std::string path = folder + "/bundle";
  const auto done = export_text_bundle(*trainer, path, options(), observer);
  ASSERT_TRUE(done) << done.error().message;
  const auto bundle = io::open_bundle(path);
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(bundle->manifest.quantization, io::Quantization::kF32);
  const auto& dev = trainer->data().dev;
  const auto engine = text_engine_logits(*bundle, dev, 1);
  ASSERT_TRUE(engine) << engine.error().message;
  const auto& start = trainer->start();
  const auto windows = windows_of(dev, *start.tokenizer, bundle->manifest.text_preprocess);
  ASSERT_EQ(windows.ids.size(), dev.size()) << "no long texts";
  at::NoGradGuard no_grad;
  std::size_t row = 0;
  for (const auto& batch : plain_batches(windows.ids, 512)) {
    const auto output = trainer->network().forward(batch.packed, 0.0, 0, Frozen::kWords);
    for (std::size_t b = 0; b < batch.examples.size(); ++b, ++row) {
      for (std::size_t h = 0; h < 2; ++h) {
        const auto k = static_cast<std::size_t>(output.logits[h].size(1));
        for (std::size_t c = 0; c < k; ++c) {
          const float expected =
              output.logits[h][static_cast<std::int64_t>(b)][static_cast<std::int64_t>(c)].item<float>();
          ASSERT_NEAR((*engine)[h][row * k + c], expected, 1e-4);
        }
      }
    }
  }
  EXPECT_EQ(row, dev.size());
}

TEST_F(TextExport, AFigureNamesTheSetsItsHeadWasJudgedOn) {
  SourcePlan more = config.sources[0];
  more.name = "feelings alone";
  more.heads = {"emotions"};
  more.train = folder + "/more.jsonl";
  more.dev.clear();
  test::write_text(more.train, test::toy_jsonl(80, 3));
  config.sources.push_back(more);
  more.name = "learnt, never judged";
  more.train = folder + "/kept.jsonl";
  more.hold_out = false;
  test::write_text(more.train, test::toy_jsonl(40, 4));
  config.sources.push_back(more);
  const auto trainer = trained();
  ASSERT_TRUE(trainer);
  const std::string path = folder + "/bundle";
  ASSERT_TRUE(export_text_bundle(*trainer, path, options(), observer));
  const auto bundle = io::open_bundle(path);
  ASSERT_TRUE(bundle) << bundle.error().message;
  ASSERT_EQ(bundle->manifest.metrics.size(), 2U);
  EXPECT_EQ(bundle->manifest.metrics[0].dataset, "toy");
  EXPECT_EQ(bundle->manifest.metrics[1].dataset, "feelings alone+toy");
}

TEST_F(TextExport, ABundleIsCalibratedAndSaysWhereItCameFrom) {
  const auto trainer = trained();
  ASSERT_TRUE(trainer);
  const std::string path = folder + "/bundle";
  const auto done = export_text_bundle(*trainer, path, options(), observer);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_FALSE(std::filesystem::exists(path + ".uncalibrated"));

  const auto bundle = io::open_bundle(path);
  ASSERT_TRUE(bundle) << bundle.error().message;
  const auto& manifest = bundle->manifest;
  EXPECT_EQ(manifest.name, "toy");
  EXPECT_EQ(manifest.quantization, io::Quantization::kInt8);
  ASSERT_EQ(manifest.heads.size(), 2U);
  EXPECT_NE(manifest.heads[0].temperature, 1.0);
  EXPECT_TRUE(manifest.heads[0].thresholds.empty());
  EXPECT_NE(manifest.heads[1].temperature, 1.0);
  EXPECT_EQ(manifest.heads[1].thresholds.size(), 28U);
  EXPECT_EQ(manifest.provenance.command, "emo train text --out run");
  EXPECT_EQ(manifest.provenance.git_commit, "abc1234");
  EXPECT_EQ(manifest.provenance.seeds, std::vector<std::int64_t>{1});
  ASSERT_EQ(manifest.provenance.datasets.size(), 2U);
  EXPECT_EQ(manifest.provenance.datasets[0].licence, "CC0");
  EXPECT_FALSE(manifest.provenance.base_weights.empty());
  ASSERT_EQ(manifest.metrics.size(), 2U);
  EXPECT_EQ(manifest.metrics[0].name, "basic.macro_f1");
  EXPECT_EQ(manifest.metrics[0].n, static_cast<std::int64_t>(trainer->data().dev.size()));
  EXPECT_NE(bundle->read("card.md")->find("toy"), std::string::npos);

  const auto replayed = pipeline::replay_golden(path);
  ASSERT_TRUE(replayed) << replayed.error().message;
  EXPECT_TRUE(replayed->passed());
  EXPECT_GT(replayed->items, 5U);
}

TEST_F(TextExport, AFailingGoldenLeavesNothingBehind) {
  const auto trainer = trained();
  ASSERT_TRUE(trainer);
  auto failing = options();
  failing.make_golden = [](const std::string&) -> Result<std::string> {
    return Error{ErrorCode::kInternal, "no golden today"};
  };
  const std::string path = folder + "/bundle";
  const auto done = export_text_bundle(*trainer, path, failing, observer);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "no golden today");
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_FALSE(std::filesystem::exists(path + ".uncalibrated"));
}

}  // namespace
}  // namespace emo::train
