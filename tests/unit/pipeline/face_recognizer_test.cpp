#include "pipeline/face_recognizer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "io/json.hpp"
#include "pipeline/face_film.hpp"
#include "pipeline/face_json.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/draw.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::pipeline {
namespace {

using test::noise;

class FaceRecognizerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_tiny_face_bundle(folder_ / "face");
    test::write_tiny_detector(folder_ / "seeing", true);
    test::write_tiny_detector(folder_ / "blind", false);
  }
  std::unique_ptr<FaceRecognizer> open(const std::string& detector, const FaceRecognizerOptions& options = {}) {
    auto opened = FaceRecognizer::open(folder_ / "face", folder_ / detector, options);
    EXPECT_TRUE(opened) << opened.error().message;
    return std::move(opened).value();
  }
  test::TemporaryFolder folder_;
};

TEST_F(FaceRecognizerTest, ThePreCroppedPictureIsOneFace) {
  FaceRecognizerOptions options;
  options.detect = false;
  const auto recognizer = open("", options);
  const auto image = noise(40, 50, 3, 1);
  const auto result = recognizer->recognize(image);
  ASSERT_TRUE(result) << result.error().message;
  ASSERT_EQ(result->faces.size(), 1U);
  const auto& face = result->faces[0];
  EXPECT_EQ(face.box, (vision::RectF{0, 0, 40, 50}));
  ASSERT_EQ(face.heads.size(), 1U);
  const auto& scores = face.heads[0].probabilities;
  EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-5);
  EXPECT_EQ(recognizer->manifest().heads[0].labels[3], "happiness") << "faces do not show joy";
  // Flip averaging: the mirror image says the same.
  const auto mirrored = recognizer->recognize(vision::flip_horizontal(image));
  ASSERT_TRUE(mirrored);
  for (std::size_t k = 0; k < scores.size(); ++k) {
    EXPECT_NEAR(scores[k], mirrored->faces[0].heads[0].probabilities[k], 1e-5);
  }
}

TEST_F(FaceRecognizerTest, ThePreCroppedPictureHasTheSameScoresOnEveryWay) {
  FaceRecognizerOptions options;
  options.detect = false;
  const auto recognizer = open("", options);
  const auto image = noise(40, 50, 3, 1);
  const auto result = recognizer->recognize(image);
  const auto boxes = recognizer->detect(image);
  ASSERT_TRUE(result && boxes);
  const auto faces = recognizer->classify(image, *boxes);
  const auto crops = recognizer->score_crops(std::span(&image, 1));
  ASSERT_TRUE(faces && crops);
  ASSERT_EQ(faces->size(), 1U);
  EXPECT_EQ((*faces)[0].heads[0].probabilities, result->faces[0].heads[0].probabilities);
  EXPECT_EQ((*faces)[0].detection, result->faces[0].detection);
  EXPECT_EQ((*crops)[0][0].probabilities, result->faces[0].heads[0].probabilities);
}

TEST_F(FaceRecognizerTest, NoFaceIsAnEmptyList) {
  const auto result = open("blind")->recognize(noise(320, 240, 3, 2));
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_TRUE(result->faces.empty());
}

TEST_F(FaceRecognizerTest, ManyFacesInOrderEachAsIfAlone) {
  const auto recognizer = open("seeing");
  const auto image = noise(640, 480, 3, 3);
  const auto result = recognizer->recognize(image);
  ASSERT_TRUE(result) << result.error().message;
  ASSERT_GT(result->faces.size(), 17U) << "more than one batch";
  for (std::size_t i = 0; i < result->faces.size(); ++i) {
    const auto& face = result->faces[i];
    if (i != 0) {
      const auto& before = result->faces[i - 1].box;
      EXPECT_TRUE(before.x < face.box.x || (before.x == face.box.x && before.y <= face.box.y));
    }
    const DetectedBox box{face.box, face.detection};
    const auto alone = recognizer->classify(image, std::span(&box, 1));
    ASSERT_TRUE(alone);
    EXPECT_EQ((*alone)[0].heads[0].probabilities, face.heads[0].probabilities) << "independent of its neighbours";
  }
}

TEST_F(FaceRecognizerTest, OptionsOfTheDetectorAreObeyed) {
  FaceRecognizerOptions options;
  options.detector.max_faces = 3;
  EXPECT_EQ(open("seeing", options)->recognize(noise(320, 240, 3, 4))->faces.size(), 3U);
  options.detector.min_face = 10'000;
  EXPECT_TRUE(open("seeing", options)->recognize(noise(320, 240, 3, 4))->faces.empty());
  options = {};
  options.detector.longer_side = 8;
  const auto wrong = open("seeing", options)->recognize(noise(320, 240, 3, 4));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kUsage);
}

TEST_F(FaceRecognizerTest, WhatTheVerifierDoubtsIsNoFace) {
  test::write_tiny_verifier(folder_ / "verifier");
  vision::Image image(640, 240, 3);
  vision::fill_rect(image, {320, 0, 320, 240}, {255, 255, 255});  // the left half is black
  FaceRecognizerOptions options;
  options.detector.longer_side = 640;
  const auto believed = open("seeing", options)->detect(image);
  options.verifier_bundle = folder_ / "verifier";
  const auto recognizer = open("seeing", options);
  const auto verified = recognizer->detect(image);
  ASSERT_TRUE(believed && verified);
  ASSERT_GT(verified->size(), 0U);
  ASSERT_LT(verified->size(), believed->size());
  std::vector<DetectedBox> bright;
  std::copy_if(believed->begin(), believed->end(), std::back_inserter(bright),
               [](const DetectedBox& box) { return box.box.x + box.box.width / 2 > 320; });
  EXPECT_LE(verified->size(), believed->size() - (believed->size() - bright.size()) / 2);
  for (const auto& box : *verified) EXPECT_NE(std::find(believed->begin(), believed->end(), box), believed->end());
  for (const auto& box : bright) {
    if (box.box.x < 330) continue;
    EXPECT_NE(std::find(verified->begin(), verified->end(), box), verified->end()) << box.box.x;
  }
  EXPECT_EQ(recognizer->verifier_manifest()->name, "tiny-verifier");
  EXPECT_EQ(recognizer->recognize(image)->faces.size(), verified->size());

  options.detector.max_faces = 1;  // of the faces, not of the boxes: the first box of all lies in the dark
  const auto one = open("seeing", options)->detect(image);
  ASSERT_TRUE(one);
  ASSERT_EQ(one->size(), 1U);
  EXPECT_EQ((*one)[0], verified->front());

  options.detector.max_faces = 1000;
  options.min_faceness = 0;
  const auto unasked = open("seeing", options);
  EXPECT_EQ(unasked->verifier_manifest(), nullptr);
  EXPECT_EQ(*unasked->detect(image), *believed);
}

TEST_F(FaceRecognizerTest, OddPicturesDoNoHarm) {
  const auto recognizer = open("seeing");
  for (const auto& [width, height] : {std::pair{1, 1}, {1, 5000}, {5000, 1}, {3, 2}}) {
    const auto result = recognizer->recognize(noise(width, height, 1, 5));
    ASSERT_TRUE(result) << width << " x " << height << ": " << result.error().message;
    for (const auto& face : result->faces) {
      const auto box = shown_box(face.box, width, height);
      EXPECT_TRUE(box.x >= 0 && box.y >= 0 && box.w >= 1 && box.h >= 1 && box.x + box.w <= width &&
                  box.y + box.h <= height);
    }
  }
}

TEST_F(FaceRecognizerTest, WhatIsNoPictureIsRefused) {
  const auto seeing = open("seeing");
  FaceRecognizerOptions cut_out;
  cut_out.detect = false;
  const auto whole = FaceRecognizer::open(folder_ / "face", "", cut_out);
  ASSERT_TRUE(whole) << whole.error().message;
  vision::Image torn = noise(9, 9, 1, 5);
  torn.pixels.pop_back();
  for (const auto& bad : {vision::Image{}, torn, vision::Image(4, 4, 2)}) {
    EXPECT_EQ(seeing->recognize(bad).error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(seeing->detect(bad).error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(seeing->classify(bad, {}).error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ((*whole)->recognize(bad).error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ((*whole)->score_crops(std::span(&bad, 1)).error().code, ErrorCode::kInvalidInput);
  }
}

TEST_F(FaceRecognizerTest, BoxesThatCannotBeCutOutAreRefused) {
  const auto recognizer = open("seeing");
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInf = std::numeric_limits<float>::infinity();
  for (const auto& bad : {vision::RectF{1, 1, 0, 5}, vision::RectF{1, 1, 5, -5}, vision::RectF{kNan, 1, 5, 5},
                          vision::RectF{1, 1, 5, kNan}, vision::RectF{1, kInf, 5, 5}, vision::RectF{1, 1, 3e38F, 5}}) {
    const std::array boxes{DetectedBox{{1, 1, 5, 5}, 1}, DetectedBox{bad, 1}};
    const auto faces = recognizer->classify(noise(9, 9, 1, 5), boxes);
    ASSERT_FALSE(faces);
    EXPECT_EQ(faces.error().code, ErrorCode::kInvalidInput);
    EXPECT_TRUE(faces.error().message.starts_with("box 1 is ")) << faces.error().message;
  }
  for (const float score : {kNan, 1e20F, -0.1F}) {
    const DetectedBox box{{1, 1, 5, 5}, score};
    const auto faces = recognizer->classify(noise(9, 9, 1, 5), std::span(&box, 1));
    ASSERT_FALSE(faces) << score;
    EXPECT_TRUE(faces.error().message.starts_with("the score of box 0 is ")) << faces.error().message;
  }
}

TEST_F(FaceRecognizerTest, OptionsOfTheDetectorOutOfRangeAreRefused) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  for (const auto& wrong : {DetectorOptions{.longer_side = 5}, DetectorOptions{.min_score = kNan},
                            DetectorOptions{.iou = 2}, DetectorOptions{.min_face = -1}}) {
    FaceRecognizerOptions options;
    options.detector = wrong;
    const auto recognizer = FaceRecognizer::open(folder_ / "face", folder_ / "seeing", options);
    ASSERT_TRUE(recognizer) << recognizer.error().message;
    const auto faces = (*recognizer)->recognize(noise(9, 9, 1, 5));
    ASSERT_FALSE(faces);
    EXPECT_EQ(faces.error().code, ErrorCode::kUsage) << faces.error().message;
  }
}

TEST_F(FaceRecognizerTest, BundlesOfAnotherKindAreRefused) {
  const auto swapped = FaceRecognizer::open(folder_ / "seeing", folder_ / "face");
  ASSERT_FALSE(swapped);
  EXPECT_NE(swapped.error().message.find("not a face model"), std::string::npos);
  const auto twice = FaceRecognizer::open(folder_ / "face", folder_ / "face");
  ASSERT_FALSE(twice);
  EXPECT_NE(twice.error().message.find("not a face detector"), std::string::npos);
}

TEST_F(FaceRecognizerTest, JsonHoldsWhatTheContractPromises) {
  const auto recognizer = open("seeing");
  const auto result = recognizer->recognize(noise(320, 240, 3, 6));
  ASSERT_TRUE(result);
  std::string text;
  append_picture_json(text, "a \"b\".png", *result, recognizer->manifest(), 0);
  const auto json = io::parse_json(text, "output");
  ASSERT_TRUE(json) << json.error().message << text;
  EXPECT_EQ((*json)["source"], "a \"b\".png");
  EXPECT_EQ((*json)["width"], 320);
  const auto& face = (*json)["faces"][0];
  for (const char* name : {"x", "y", "w", "h"}) EXPECT_TRUE(face["box"][name].is_number_integer());
  EXPECT_EQ(face["scores"].size(), 7U);
  EXPECT_EQ(face["label"], face["scores"][0]["label"]);
  EXPECT_TRUE(face["detection"].is_number());
  EXPECT_TRUE(face["quality"]["size"].is_number());
  std::string csv;
  append_picture_csv_header(csv, recognizer->manifest(), 0);
  append_picture_csv(csv, "a.png", *result, recognizer->manifest(), 0);
  append_picture_csv(csv, "none.png", PictureResult{3, 3, {}}, recognizer->manifest(), 0);
  append_picture_error_csv(csv, "bad.png", {ErrorCode::kIo, "x"}, recognizer->manifest(), 0);
  std::size_t commas = 0, lines = 0;
  for (std::size_t begin = 0; begin < csv.size(); ++lines) {
    const auto end = csv.find('\n', begin);
    const auto count = static_cast<std::size_t>(std::count(csv.begin() + static_cast<std::ptrdiff_t>(begin),
                                                           csv.begin() + static_cast<std::ptrdiff_t>(end), ','));
    if (lines == 0) commas = count;
    EXPECT_EQ(count, commas) << csv.substr(begin, end - begin);
    begin = end + 1;
  }
  EXPECT_EQ(lines, result->faces.size() + 3);
}

TEST_F(FaceRecognizerTest, AFilmHasTracksAndSmoothedScores) {
  FaceRecognizerOptions options;
  options.detector.max_faces = 2;
  const auto recognizer = open("seeing", options);
  FaceFilm film(*recognizer, {.detect_every = 2, .tracker = {}});
  for (int i = 0; i < 4; ++i) {
    const auto picture = film.answer(noise(320, 240, 3, static_cast<unsigned>(i)), i, 0.04 * i);
    ASSERT_TRUE(picture) << picture.error().message;
    EXPECT_EQ(picture->detected, i % 2 == 0);
    ASSERT_EQ(picture->faces.size(), 2U);
    EXPECT_EQ(picture->faces[0].track, 1U);
    std::string text;
    append_film_json(text, *picture, recognizer->manifest(), 0);
    const auto json = io::parse_json(text, "output");
    ASSERT_TRUE(json) << json.error().message << text;
    EXPECT_EQ((*json)["faces"][1]["track"], 2);
    EXPECT_EQ((*json)["faces"][1]["smoothed"]["scores"].size(), 7U);
  }
  EXPECT_EQ(film.tracks_begun(), 2U);
}

TEST_F(FaceRecognizerTest, ACutIsLookedAtAtOnceAndEndsEveryTrack) {
  FaceRecognizerOptions options;
  options.detector.max_faces = 2;
  const auto recognizer = open("seeing", options);
  FaceFilm film(*recognizer, {.detect_every = 4, .tracker = {}});
  const auto first_take = vision::resize(noise(6, 4, 3, 1), 320, 240);
  const auto second_take = vision::resize(noise(6, 4, 3, 2), 320, 240);
  std::vector<bool> detected;
  std::vector<std::uint64_t> tracks;
  for (int i = 0; i < 8; ++i) {
    const auto picture = film.answer(i < 2 ? first_take : second_take, i, 0.04 * i);
    ASSERT_TRUE(picture) << picture.error().message;
    ASSERT_FALSE(picture->faces.empty());
    detected.push_back(picture->detected);
    tracks.push_back(picture->faces[0].track);
  }
  EXPECT_EQ(detected, (std::vector<bool>{true, false, true, false, false, false, true, false}));
  EXPECT_EQ(tracks[1], tracks[0]);
  EXPECT_GT(tracks[2], tracks[1]);
  EXPECT_EQ(tracks[7], tracks[2]);
}

TEST_F(FaceRecognizerTest, AFilmRefusesTimesThatGoBackOrAreNone) {
  const auto recognizer = open("seeing");
  FaceFilm film(*recognizer, {});
  const auto image = noise(64, 64, 3, 9);
  ASSERT_TRUE(film.answer(image, 0, 0.5));
  for (const double bad : {0.4, -1e300, std::numeric_limits<double>::quiet_NaN(), 1e300}) {
    const auto picture = film.answer(image, 1, bad);
    ASSERT_FALSE(picture) << bad;
    EXPECT_EQ(picture.error().code, ErrorCode::kInvalidInput);
  }
  EXPECT_TRUE(film.answer(image, 1, 0.5)) << "the same time again is none the worse";
}

TEST_F(FaceRecognizerTest, NumbersOutOfTheirRangeAreRefused) {
  const auto refused = [&](double FaceRecognizerOptions::*number, double value) {
    FaceRecognizerOptions options;
    options.detect = false;
    options.*number = value;
    const auto opened = FaceRecognizer::open(folder_ / "face", "", options);
    return !opened && opened.error().code == ErrorCode::kUsage;
  };
  EXPECT_TRUE(refused(&FaceRecognizerOptions::min_confidence, std::numeric_limits<double>::quiet_NaN()));
  EXPECT_TRUE(refused(&FaceRecognizerOptions::min_faceness, 2));
  EXPECT_TRUE(refused(&FaceRecognizerOptions::min_tilt, -5));
  EXPECT_FALSE(refused(&FaceRecognizerOptions::min_tilt, 90));
}

}  // namespace
}  // namespace emo::pipeline
