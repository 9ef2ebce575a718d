#include "train/face_teacher_networks.hpp"

#include <gtest/gtest.h>

#include "io/bundle.hpp"
#include "toy_faces.hpp"
#include "toy_run.hpp"
#include "train/face_engine_logits.hpp"
#include "train/face_run.hpp"

namespace emo::train {
namespace {

class TeacherNetworksTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config = test::toy_face_config(folder);
    config.architecture.name = "repvgg";
    config.epochs = 2;
  }
  // Trains a teacher; its folder.
  std::string teacher(const std::string& name) {
    test::RecordingObserver observer;
    const auto done = run_face_training(config, {folder + "/" + name, false, "", "", {}}, observer);
    EXPECT_TRUE(done) << (done ? "" : done.error().message);
    return done ? done->bundle : "";
  }
  // The plain development faces as a batch that teachers are asked about.
  FaceBatch batch_of(const FaceDataset& data, std::int64_t side) const {
    FaceBatch batch;
    batch.unspoilt = plain_batch(data, data.dev, 0, data.dev.size(), side, false);
    batch.teacher.resize(config.heads.size());
    return batch;
  }
  std::string folder;
  FaceTrainConfig config;
};

at::Tensor probabilities(const std::string& path, const FaceDataset& data) {
  const auto bundle = io::open_bundle(path);
  EXPECT_TRUE(bundle);
  const auto logits = face_engine_logits(*bundle, data.images, data.dev, 1, FaceViews::kAsItIs);
  EXPECT_TRUE(logits);
  const auto rows = static_cast<std::int64_t>(data.dev.size());
  return at::softmax(tensor_of(std::span<const float>(logits->plain[0]), {rows, 3}), 1);
}

TEST_F(TeacherNetworksTest, AnswerAsTheEngineDoesAndInOurOrderOfClasses) {
  const std::string first = teacher("first");
  config.seed = 2;
  const std::string second = teacher("second");
  auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  const at::Tensor mean = (probabilities(first, *data) + probabilities(second, *data)) / 2;
  std::swap(config.heads[0].labels[0], config.heads[0].labels[2]);
  config.teachers = {first, second};
  auto teachers = TeacherNetworks::load(config, 1, at::kCPU);
  ASSERT_TRUE(teachers) << teachers.error().message;
  EXPECT_EQ(teachers->names().size(), 2U);
  FaceBatch batch = batch_of(*data, 16);
  teachers->answer(batch);
  ASSERT_EQ(batch.teacher[0].sizes(), mean.sizes());
  EXPECT_LT((batch.teacher[0].flip({1}) - mean).abs().max().item<double>(), 1e-4);
}

TEST_F(TeacherNetworksTest, ViewsOfAnotherSizeAreResized) {
  config.architecture.height = config.architecture.width = 24;
  const std::string larger = teacher("larger");
  auto data = load_face_dataset(config);
  ASSERT_TRUE(data);
  config.teachers = {larger};
  auto teachers = TeacherNetworks::load(config, 1, at::kCPU);
  ASSERT_TRUE(teachers) << teachers.error().message;
  FaceBatch batch = batch_of(*data, 16);
  teachers->answer(batch);
  EXPECT_NEAR(batch.teacher[0].sum(1).min().item<double>(), 1.0, 1e-5);
}

TEST_F(TeacherNetworksTest, ATeacherOfColourReadsGreyPictures) {
  config.architecture.channels = 3;
  const std::string colour = teacher("colour");
  config.architecture.channels = 1;
  auto data = load_face_dataset(config);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->images.channels, 1);
  FaceTrainConfig in_colour = config;
  in_colour.architecture.channels = 3;
  auto same = load_face_dataset(in_colour);
  ASSERT_TRUE(same) << same.error().message;
  config.teachers = {colour};
  auto teachers = TeacherNetworks::load(config, 1, at::kCPU);
  ASSERT_TRUE(teachers) << teachers.error().message;
  FaceBatch batch = batch_of(*data, 16);
  teachers->answer(batch);
  EXPECT_LT((batch.teacher[0] - probabilities(colour, *same)).abs().max().item<double>(), 1e-4);
}

TEST_F(TeacherNetworksTest, GreyTeachersOfColourPicturesAndThoseOfOtherHeadsAreRefused) {
  auto data = load_face_dataset(config);  // names the heads
  ASSERT_TRUE(data);
  config.teachers = {teacher("grey")};
  const auto colour = TeacherNetworks::load(config, 3, at::kCPU);
  ASSERT_FALSE(colour);
  EXPECT_NE(colour.error().message.find("1 channels"), std::string::npos) << colour.error().message;
  config.heads[0].name = "other";
  const auto other = TeacherNetworks::load(config, 1, at::kCPU);
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("no head with the name and classes"), std::string::npos) << other.error().message;
}

}  // namespace
}  // namespace emo::train
