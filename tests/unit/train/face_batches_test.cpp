#include "train/face_batches.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "toy_faces.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

class FaceBatchesTest : public testing::Test {
 protected:
  void SetUp() override {
    config = test::toy_face_config(test::scratch_folder(), 10);
    auto loaded = load_face_dataset(config);
    ASSERT_TRUE(loaded) << loaded.error().message;
    data = std::move(*loaded);
  }
  FaceTrainConfig config;
  FaceDataset data;
};

TEST_F(FaceBatchesTest, AnEpochTakesEveryRowOnceInAnOrderOfItsOwn) {
  const auto first = face_epoch(config, data, 0), again = face_epoch(config, data, 0),
             next = face_epoch(config, data, 1);
  EXPECT_EQ(first, again);
  EXPECT_NE(first, next);
  std::vector<std::size_t> rows;
  for (const auto& batch : first) rows.insert(rows.end(), batch.begin(), batch.end());
  std::sort(rows.begin(), rows.end());
  ASSERT_EQ(rows.size(), data.train.size());
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i], i);
}

TEST_F(FaceBatchesTest, ARestOfOneRowIsLeftOut) {
  config.batch = 23;
  EXPECT_EQ(face_epoch(config, data, 0).size(), 1U);
}

TEST_F(FaceBatchesTest, BalanceDrawsRareClassesMoreOften) {
  data.train.erase(std::remove_if(data.train.begin() + 6, data.train.end(),
                                  [](const FaceExample& e) { return e.labels[0].gold == 2; }),
                   data.train.end());
  config.balance = 1.0;
  std::vector<double> counts(3, 0.0);
  for (std::int64_t epoch = 0; epoch < 50; ++epoch) {
    for (const auto& batch : face_epoch(config, data, epoch)) {
      for (const auto row : batch) counts[static_cast<std::size_t>(data.train[row].labels[0].gold)] += 1;
    }
  }
  EXPECT_NEAR(counts[2] / counts[0], 1.0, 0.15);
}

TEST_F(FaceBatchesTest, CopiesAreExpectedByRepeatAndBalance) {
  config.sources.front().repeat = 1.5;
  for (const double copies : expected_copies(config, data)) EXPECT_EQ(copies, 1.5);
  data.train.resize(3);
  data.train[1] = data.train[0];
  data.train[2].labels[0].target = {0, 0, 1};
  data.train[0].labels[0].target = data.train[1].labels[0].target = {1, 0, 0};
  config.balance = 1.0;
  const auto copies = expected_copies(config, data);
  EXPECT_NEAR(copies[0] + copies[1], 2.25, 1e-9) << "half of them each";
  EXPECT_NEAR(copies[2], 2.25, 1e-9);
}

TEST_F(FaceBatchesTest, BalanceKeepsClassesOfDifferentHeadsApart) {
  for (auto& example : data.train) example.labels.emplace_back();
  FaceExample other = data.train.front();
  other.labels[0] = FaceLabel();
  other.labels[1].target = {1, 0};  // the first class of its head, as the first of the other's
  data.train.insert(data.train.end(), 240, other);
  config.balance = 1.0;
  std::vector<double> counts(4, 0.0);
  for (std::int64_t epoch = 0; epoch < 50; ++epoch) {
    for (const auto& batch : face_epoch(config, data, epoch)) {
      for (const auto row : batch) {
        const auto gold = data.train[row].labels[0].gold;
        counts[gold >= 0 ? static_cast<std::size_t>(gold) : 3] += 1;
      }
    }
  }
  EXPECT_NEAR(counts[0] / counts[2], 1.0, 0.1);
  EXPECT_NEAR(counts[3] / counts[2], 1.0, 0.1);
}

TEST_F(FaceBatchesTest, ABatchFollowsFromItsSeedWhateverTheThreads) {
  const std::vector<std::size_t> rows{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
  const int threads = at::get_num_threads();
  at::set_num_threads(1);
  const auto one = training_batch(config, data, rows, 16, 0.5, 7);
  at::set_num_threads(2);
  const auto two = training_batch(config, data, rows, 16, 0.5, 7);
  at::set_num_threads(threads);
  EXPECT_TRUE(at::equal(one.images, two.images));
  EXPECT_EQ(one.images.sizes(), (std::vector<std::int64_t>{20, 1, 16, 16}));
  EXPECT_FALSE(at::equal(one.images, training_batch(config, data, rows, 16, 0.5, 8).images));
  EXPECT_EQ(training_batch(config, data, rows, 12, 0.5, 7).images.size(3), 12);
  EXPECT_FALSE(one.mixed);
}

TEST_F(FaceBatchesTest, MixturesMixTargetsByTheSameShare) {
  config.augmentation.mixup = 0.5;
  config.augmentation.cutmix = 0.5;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto batch = training_batch(config, data, {0, 1, 2, 3}, 16, 0.1, seed);
    EXPECT_TRUE(batch.mixed);
    EXPECT_NEAR((batch.targets[0].sum(1) - 1).abs().max().item<double>(), 0, 1e-5) << "seed " << seed;
  }
  EXPECT_FALSE(training_batch(config, data, {0, 1, 2, 3}, 16, 0.9, 1).mixed) << "after mix_until";
}

TEST_F(FaceBatchesTest, TeachersOfRandomViewsSeeThemUnspoilt) {
  const std::vector<std::size_t> rows{0, 1, 2, 3};
  EXPECT_FALSE(training_batch(config, data, rows, 16, 0.1, 3).unspoilt.defined());
  config.teachers = {"somebody"};
  EXPECT_FALSE(training_batch(config, data, rows, 16, 0.1, 3).unspoilt.defined()) << "asked about plain pictures";
  config.teacher_view = TeacherView::kRandom;
  config.augmentation.mixup = config.augmentation.cutmix = 0.5;
  auto& plan = config.augmentation;
  plan.light = plan.brightness = plan.noise = plan.jpeg = 0;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {  // geometry and mixing are the same for both
    const auto same = training_batch(config, data, rows, 16, 0.1, seed);
    EXPECT_TRUE(same.mixed);
    EXPECT_TRUE(at::allclose(same.images, same.unspoilt)) << "seed " << seed;
  }
  plan.noise = 1;
  plan.mixup = plan.cutmix = 0;
  const auto noisy = training_batch(config, data, rows, 16, 0.1, 3);
  EXPECT_FALSE(at::allclose(noisy.images, noisy.unspoilt, 1e-2, 1e-2));
  plan.noise = 0;
  const auto clean = training_batch(config, data, rows, 16, 0.1, 3);
  EXPECT_TRUE(at::allclose(clean.images, noisy.unspoilt)) << "noise comes after the geometry";
}

TEST_F(FaceBatchesTest, DrawnTargetsAreSingleClassesInTheRightShares) {
  config.votes = VoteTarget::kDrawn;
  data.train[0].labels[0].target = {0.25F, 0.75F, 0.0F};
  double second = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto target = training_batch(config, data, {0, 1}, 16, 0.1, seed).targets[0];
    ASSERT_EQ(target.max().item<double>(), 1.0);
    second += target[0][1].item<double>();
  }
  EXPECT_NEAR(second / 400, 0.75, 0.08);
}

TEST_F(FaceBatchesTest, PlainBatchesAreNormalisedImages) {
  const auto batch = plain_batch(data, data.dev, 1, 2, 16, false);
  EXPECT_EQ(batch.size(0), 2);
  EXPECT_NEAR(batch[0].mean().item<double>(), 0, 1e-5);
}

}  // namespace
}  // namespace emo::train
