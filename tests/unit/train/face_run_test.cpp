#include "train/face_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <sstream>

#include "io/bundle.hpp"
#include "io/file.hpp"
#include "models/bundle_weights.hpp"
#include "toy_faces.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

class FaceRunTest : public testing::Test {
 protected:
  void SetUp() override {
    folder = test::scratch_folder();
    config = test::toy_face_config(folder);
  }
  Result<FaceRunResult> run(const std::string& name, bool resume = false) {
    return run_face_training(config, {folder + "/" + name, resume, "emo train face", "abc", {}}, observer);
  }
  /// One epoch at next to no rate: what comes out is what went in.
  Result<FaceRunResult> run_from(const std::string& bundle, const std::string& name) {
    config.init = bundle;
    config.epochs = 1;
    config.learning_rate = 1e-6;
    return run(name);
  }
  /// Four epochs from a run's bundle, with the config as `change` leaves it: the manifest of what they make.
  io::Manifest trained_on_with(const std::function<void()>& change) {
    const auto first = run("first");
    EXPECT_TRUE(first) << first.error().message;
    config.init = first ? first->bundle : "";
    config.epochs = 4;
    change();
    const auto second = run("second");
    EXPECT_TRUE(second) << second.error().message;
    const auto bundle = io::open_bundle(folder + "/second/bundle");
    EXPECT_TRUE(bundle) << bundle.error().message;
    return bundle ? bundle->manifest : io::Manifest();
  }
  static double best_accuracy(const FaceRunResult& result) {
    const auto found = std::find_if(result.best.begin(), result.best.end(),
                                    [](const auto& figure) { return figure.first == "dev_accuracy"; });
    return found == result.best.end() ? -1 : found->second;
  }
  std::string folder;
  FaceTrainConfig config;
  test::RecordingObserver observer;
};

TEST_F(FaceRunTest, ANetworkThatCannotBeIsRefusedBeforeThePicturesAreRead) {
  config.sources[0].path = folder + "/nowhere";
  const auto refusal = [&](const std::function<void(FaceTrainConfig&)>& spoil) {
    const FaceTrainConfig whole = config;
    spoil(config);
    const auto done = run("spoilt");
    config = whole;
    return done ? "" : done.error().message;
  };
  const auto channels = refusal([](auto& c) { c.architecture.channels = 2; });
  EXPECT_NE(channels.find("channels"), std::string::npos) << channels;
  const auto flat = refusal([](auto& c) { c.architecture.height = c.architecture.width = 0; });
  EXPECT_NE(flat.find("height"), std::string::npos) << flat;
  const auto tall = refusal([](auto& c) { c.architecture.height = 2 * c.architecture.width; });
  EXPECT_NE(tall.find("differ, faces are learnt as squares"), std::string::npos) << tall;
  const auto unasked = refusal([](auto& c) { c.teacher_view = TeacherView::kRandom; });
  EXPECT_NE(unasked.find("teacher_view random needs a teacher"), std::string::npos) << unasked;
  EXPECT_NE(refusal([](auto& c) { c.freeze = 0.1; }).find("freeze needs --init BUNDLE"), std::string::npos);
  const auto bound = refusal([](auto& c) {
    c.architecture = {};
    c.architecture.name = "vit";
    c.sides = {{0.0, 16}, {0.5, 32}};
  });
  EXPECT_NE(bound.find("weights are bound to places"), std::string::npos) << bound;
}

TEST_F(FaceRunTest, LearnsInBfloat16Too) {
  config.precision = Precision::kBfloat16;
  const auto done = run("run");
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_GT(best_accuracy(*done), 0.9);
  EXPECT_NE(test::read_text(folder + "/run/args.json").find("\"precision\": \"bfloat16\""), std::string::npos);
}

TEST_F(FaceRunTest, LeavesABundleThatSaysWhatItIs) {
  const auto done = run("run");
  ASSERT_TRUE(done) << done.error().message;
  const auto bundle = io::open_bundle(done->bundle);
  ASSERT_TRUE(bundle) << bundle.error().message;
  const auto& manifest = bundle->manifest;
  EXPECT_EQ(manifest.task, io::Task::kFace);
  EXPECT_EQ(manifest.heads[0].labels, (std::vector<std::string>{"angry", "happy", "neutral"}));
  EXPECT_EQ(manifest.provenance.datasets[0].licence, "CC0");
  EXPECT_EQ(manifest.provenance.command, "emo train face");
  EXPECT_EQ(manifest.metrics[0].name, "expression.accuracy");
  EXPECT_GT(manifest.metrics[0].value, 0.9);
  EXPECT_EQ(done->judged.dev.size(), 12U);
  EXPECT_NE(test::read_text(folder + "/run/bundle/card.md").find("angry"), std::string::npos);
  const auto log = test::read_text(folder + "/run/log.jsonl");
  for (const char* key :
       {"train_loss", "train_accuracy", "dev_loss", "dev_accuracy", "dev_macro_f1", "learning_rate"}) {
    EXPECT_NE(log.find(std::string("\"") + key + "\""), std::string::npos) << key;
  }
}

TEST_F(FaceRunTest, FineTuningStartsWhereTheBundleEnded) {
  const auto first = run("first");
  ASSERT_TRUE(first) << first.error().message;
  // The same emotions under other names, in another order.
  HeadPlan head;
  head.name = "mine";
  head.labels = {"neutral", "anger", "joy"};
  config.heads = {head};
  const auto second = run_from(first->bundle, "second");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_GT(best_accuracy(*second), 0.9);
  const auto bundle = io::open_bundle(second->bundle);
  ASSERT_TRUE(bundle);
  EXPECT_NE(bundle->manifest.provenance.base_weights.find("toy-face"), std::string::npos);
}

TEST_F(FaceRunTest, BeginsWithTheHeadThatReadsTheDataBest) {
  // Two heads with the same classes, of which one calls anger happiness and the other way round.
  const std::string right = test::read_text(folder + "/fer.csv");
  std::string crossed;
  std::istringstream lines(right);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("0,", 0) == 0) {
      line[0] = '3';
    } else if (line.rfind("3,", 0) == 0) {
      line[0] = '0';
    }
    crossed += line + "\n";
  }
  test::write_text(folder + "/crossed.csv", crossed);
  HeadPlan head;
  head.labels = {"anger", "happiness", "neutral"};
  head.name = "expression";
  const auto alone = head;
  config.heads = {head, head};
  config.heads[1].name = "other";
  config.sources.push_back(config.sources[0]);
  config.sources[0].path = folder + "/crossed.csv";
  config.sources[0].heads = {"expression"};
  config.sources[1].heads = {"other"};
  config.epochs = 10;
  const auto first = run("first");
  ASSERT_TRUE(first) << first.error().message;

  config.heads = {alone};
  config.sources = {config.sources[1]};
  config.sources[0].heads.clear();
  config.init = first->bundle;
  config.epochs = 0;
  observer.messages.clear();
  const auto second = run("second");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_GT(best_accuracy(*second), 0.9) << "of the head that is called as the run's it would be a third";
  EXPECT_TRUE(std::any_of(observer.messages.begin(), observer.messages.end(), [](const std::string& message) {
    return message.rfind("head 'other' of the start is right about", 0) == 0;
  }));
  EXPECT_NE(std::find(observer.messages.begin(), observer.messages.end(),
                      "head 'expression' begins with 3 of its 3 classes from 'other'"),
            observer.messages.end());
}

TEST_F(FaceRunTest, WithoutEpochsTheStartIsCalibratedAnew) {
  const auto first = run("first");
  ASSERT_TRUE(first) << first.error().message;
  config.init = first->bundle;
  config.epochs = 0;
  config.flip_average = true;
  config.teachers = {first->bundle};
  config.teacher_view = TeacherView::kRandom;
  const auto second = run("second");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(best_accuracy(*second), best_accuracy(*first));
  const auto before = io::open_bundle(first->bundle), after = io::open_bundle(second->bundle);
  ASSERT_TRUE(before && after);
  EXPECT_TRUE(after->manifest.image_preprocess.flip_average);
  EXPECT_TRUE(after->manifest.provenance.teachers.empty()) << "nothing was learnt from it";
  const auto specs = io::tensors_of(before->manifest);
  ASSERT_TRUE(specs);
  const auto old_weights = models::read_bundle_weights(*before, *specs, models::InStep::kMiddle);
  const auto new_weights = models::read_bundle_weights(*after, *specs, models::InStep::kMiddle);
  ASSERT_TRUE(old_weights && new_weights);
  for (const auto& [name, values] : *old_weights) {
    const auto& now = new_weights->at(name);
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(now[i], values[i], 1e-5) << name;
  }
  config.init.clear();
  const auto fresh = run("third");
  ASSERT_FALSE(fresh);
  EXPECT_NE(fresh.error().message.find("epochs 0 trains nothing"), std::string::npos) << fresh.error().message;
}

TEST_F(FaceRunTest, TheBundleHoldsTheShareOfTheStart) {
  config.int8 = false;
  const auto weights = [&](const std::string& name) {
    const auto done = run(name);
    EXPECT_TRUE(done) << done.error().message;
    const auto bundle = io::open_bundle(folder + "/" + name + "/bundle");
    return *models::read_bundle_weights(*bundle, *io::tensors_of(bundle->manifest), models::InStep::kMiddle);
  };
  config.start_shares = {0.75};
  const auto alone = run("alone");
  ASSERT_FALSE(alone);
  EXPECT_EQ(alone.error().message, "training config: start_shares needs --init BUNDLE");
  config.start_shares.clear();
  config.epochs = 1;
  const double rate = config.learning_rate;
  config.learning_rate = 1e-5;  // leaves something to learn
  const auto start = weights("start");
  config.init = folder + "/start/bundle";
  config.epochs = 4;
  config.learning_rate = rate;
  const auto trained = weights("trained");
  config.start_shares = {0.75};
  const auto mixture = weights("mixture");
  EXPECT_EQ(observer.messages.back(), "exporting 75 % of the start's weights and 25 % of the trained ones");
  EXPECT_NE(test::read_text(folder + "/mixture/bundle/card.md").find("The weights are 75 % of the start's"),
            std::string::npos);
  float moved = 0;
  for (const auto& [name, values] : mixture) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const float before = start.at(name)[i], after = trained.at(name)[i];
      EXPECT_NEAR(values[i], 0.75F * before + 0.25F * after, 1e-4F) << name;
      moved = std::max(moved, std::abs(after - before));
    }
  }
  EXPECT_GT(moved, 0.01F) << "the training changed nothing, so that the mixture shows nothing";
}

TEST_F(FaceRunTest, AWiderNetworkStartsWhereTheNarrowOneEnded) {
  const auto first = run("first");
  ASSERT_TRUE(first) << first.error().message;
  config.widen = config.architecture.widths;
  for (auto& width : config.widen) width += 4;
  const auto alone = run("alone");
  ASSERT_FALSE(alone);
  EXPECT_NE(alone.error().message.find("--init"), std::string::npos) << alone.error().message;
  const auto second = run_from(first->bundle, "second");
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_GT(best_accuracy(*second), 0.9);
  const auto bundle = io::open_bundle(second->bundle);
  ASSERT_TRUE(bundle);
  EXPECT_EQ(bundle->manifest.image.widths, config.widen);
}

TEST_F(FaceRunTest, ALargerInputAndTheMirrorImageEndInTheBundle) {
  const auto manifest = trained_on_with([&] {
    config.grow_input_to = 32;
    config.flip_average = true;
  });
  EXPECT_EQ(manifest.image_preprocess.height, 32);
  EXPECT_EQ(manifest.image.width, 32);
  EXPECT_TRUE(manifest.image_preprocess.flip_average);
  ASSERT_FALSE(manifest.metrics.empty());
  EXPECT_GT(manifest.metrics[0].value, 0.9);
  EXPECT_NE(std::find_if(observer.messages.begin(), observer.messages.end(),
                         [](const auto& text) { return text.find("from 16 to 32 pixels") != std::string::npos; }),
            observer.messages.end());
}

TEST_F(FaceRunTest, TheInputThatTheConfigAsksForEndsInTheBundle) {
  const auto manifest = trained_on_with([&] { config.input_side = 32; });
  EXPECT_EQ(manifest.image_preprocess.height, 32);
  EXPECT_EQ(manifest.image.width, 32);
  ASSERT_FALSE(manifest.metrics.empty());
  EXPECT_GT(manifest.metrics[0].value, 0.9);
}

TEST_F(FaceRunTest, ABudgetOfViewsLowersTheEpochsAndTheRunSaysSo) {
  config.epochs = 10;
  config.most_views = 1;
  const auto done = run("run");
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(observer.epochs.size(), 8U);
  EXPECT_NE(observer.messages.front().find("8 epochs instead of 10"), std::string::npos) << observer.messages.front();
  const auto text = io::read_file(folder + "/run/args.json");
  ASSERT_TRUE(text);
  const auto kept = parse_face_config(*text, "");
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_EQ(kept->epochs, 8);
  EXPECT_EQ(kept->most_views, 0);
  config.most_views = 1000;  // of the pictures, each shown once, ten epochs
  config.sources.front().repeat = 2;
  ASSERT_TRUE(run("repeated"));
  EXPECT_EQ(observer.epochs.size(), 16U) << "8 of each run";
}

TEST_F(FaceRunTest, AnInterruptedRunExportsNothingAndGoesOn) {
  test::RecordingObserver stopping(3);
  const auto stopped = run_face_training(config, {folder + "/run", false, "", "", {}}, stopping);
  ASSERT_TRUE(stopped);
  EXPECT_TRUE(stopped->interrupted);
  EXPECT_FALSE(std::filesystem::exists(folder + "/run/bundle"));
  const auto done = run("run", true);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_FALSE(done->interrupted);
}

TEST_F(FaceRunTest, ATestThatKeepsOtherImagesOutOfTrainingIsOtherData) {
  config.epochs = 1;
  const auto first = run("run");
  ASSERT_TRUE(first) << first.error().message;
  const std::string csv = test::read_text(folder + "/fer.csv");
  const std::size_t start = csv.find('\n') + 1;
  std::string row = csv.substr(start, csv.find('\n', start) - start);
  row.replace(row.rfind(',') + 1, std::string::npos, "PrivateTest\n");
  test::write_text(folder + "/fer.csv", csv + row);  // the first training image, for the test too
  config.epochs = 2;
  const auto refused = run("run", true);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("the data are not those"), std::string::npos) << refused.error().message;
}

TEST_F(FaceRunTest, ATeacherIsImitated) {
  config.epochs = 12;  // a teacher that is sure of what it says
  config.select = Selection::kLoss;
  auto larger = config.architecture;  // and that reads other pictures than its student
  larger.height = larger.width = 16;
  larger.channels = 3;
  std::swap(config.architecture, larger);
  const auto first = run("first");
  ASSERT_TRUE(first) << first.error().message;
  std::swap(config.architecture, larger);
  config.teachers = {first->bundle};
  config.distill_weight = 1.0;  // nothing but the teacher
  config.distill_temperature = 1.0;
  const auto second = run("second");
  ASSERT_TRUE(second) << second.error().message;
  const auto bundle = io::open_bundle(second->bundle);
  ASSERT_TRUE(bundle);
  EXPECT_GT(bundle->manifest.metrics[0].value, 0.85);
  const auto asked = observer.teachers.size();
  EXPECT_GT(asked, 0U);
  const auto again = run("second", true);  // nothing is left to train, and nobody is asked
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(observer.teachers.size(), asked);
  EXPECT_EQ(io::open_bundle(again->bundle)->manifest.provenance.teachers.size(), 1U);
  config.teacher_view = TeacherView::kRandom;
  std::swap(config.architecture, larger);
  config.teachers = {second->bundle};  // of grey pictures, and the student reads colour
  const auto grey = run("grey");
  ASSERT_FALSE(grey);
  EXPECT_NE(grey.error().message.find("1 channels, those here have 3"), std::string::npos) << grey.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder + "/grey"))
      << "nothing is written before teachers of random views are usable";
  std::swap(config.architecture, larger);
  config.teachers = {first->bundle, second->bundle};
  const auto third = run("third");
  ASSERT_TRUE(third) << third.error().message;
  const auto taught = io::open_bundle(third->bundle);
  ASSERT_TRUE(taught);
  EXPECT_GT(taught->manifest.metrics[0].value, 0.85);
  ASSERT_EQ(taught->manifest.provenance.teachers.size(), 2U);
  config.teacher_view = TeacherView::kPlain;
  HeadPlan other;
  other.name = "other";
  config.heads = {other};
  const auto refused = run("fourth");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("no head with the name and classes"), std::string::npos) << refused.error().message;
}

TEST_F(FaceRunTest, WhatIsLeftOutIsToldAndCounted) {
  std::string csv = test::toy_fer_csv(40, 1);
  csv[csv.rfind("\n6,") + 1] = '4';  // a row of the test split
  test::write_text(folder + "/fer.csv", csv + "4,1 2 3,Training\n3,9,Training\n");
  config.epochs = 1;
  const auto done = run("run");
  ASSERT_TRUE(done) << done.error().message;
  const auto told = [&](const std::string& words) {
    return std::any_of(observer.messages.begin(), observer.messages.end(),
                       [&](const auto& text) { return text.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(told("left out: " + folder + "/fer.csv:122"));
  EXPECT_TRUE(told("left out: head 'expression': class 'sad' has no training image"));
  EXPECT_TRUE(told(", 3 left out")) << "two rows that cannot be read and one of that class";
  EXPECT_EQ(done->labels, (std::vector<std::string>{"angry", "happy", "neutral"}));
}

TEST_F(FaceRunTest, AStartThatIsNoFaceBundleIsAnError) {
  config.init = folder;
  const auto refused = run("run");
  ASSERT_FALSE(refused);
  EXPECT_FALSE(std::filesystem::exists(folder + "/run"));
}

}  // namespace
}  // namespace emo::train
