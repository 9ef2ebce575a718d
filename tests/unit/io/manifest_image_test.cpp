// Manifests of image bundles: round trip, agreement of architecture and preprocessing, and a bundle on disk.
#include "io/manifest_image.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "io/bundle.hpp"
#include "refused_manifest.hpp"
#include "sample_bundle.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

TEST(ManifestImage, RoundTrip) {
  Manifest manifest = sample_face_manifest();
  manifest.sha256["model.safetensors"] = std::string(64, '0');
  manifest.image.dropout = 0.25;
  manifest.image_preprocess.normalization = ImageNormalization::kFixed;
  manifest.image_preprocess.mean = {127.5};
  manifest.image_preprocess.deviation = {64.0};
  const auto again = parse_manifest(to_json(manifest));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(to_json(*again), to_json(manifest));
  EXPECT_EQ(again->task, Task::kFace);
  EXPECT_EQ(again->image.widths, (std::vector<std::int64_t>{6, 8}));
  EXPECT_EQ(again->image.dropout, 0.25);
  EXPECT_EQ(again->image.heads[0].name, "basic");
  EXPECT_EQ(again->image_preprocess.margin, 1.2);
  EXPECT_EQ(again->image_preprocess.deviation, std::vector<double>{64.0});
  EXPECT_TRUE(again->image_preprocess.flip_average);
}

TEST(ManifestImage, AStemOfSquaresIsWrittenWhereThereIsOne) {
  Manifest manifest = sample_face_manifest();
  manifest.sha256["model.safetensors"] = std::string(64, '0');
  EXPECT_EQ(to_json(manifest).find("stem_stride"), std::string::npos) << "older readers refuse what they do not know";
  manifest.image.height = manifest.image.width = manifest.image_preprocess.height = manifest.image_preprocess.width =
      2 * manifest.image.height;
  manifest.image.stem_stride = 2;
  const auto again = parse_manifest(to_json(manifest));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->image.stem_stride, 2);
  manifest.image.stem_stride = 9;
  expect_error(parse_manifest(to_json(manifest)), kBad, {"stem_stride is 9", "1..8"});
}

TEST(ManifestImage, ADetectorHasNoHeads) {
  Manifest manifest = sample_face_manifest();
  manifest.sha256["model.safetensors"] = std::string(64, '0');
  manifest.task = Task::kDetector;
  manifest.image = {.name = "ultraface_rfb", .channels = 3, .height = 240, .width = 320};
  manifest.image_preprocess = {.channels = 3,
                               .height = 240,
                               .width = 320,
                               .normalization = ImageNormalization::kFixed,
                               .mean = {127, 127, 127},
                               .deviation = {128, 128, 128}};
  manifest.heads.clear();
  const auto again = parse_manifest(to_json(manifest));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->task, Task::kDetector);
  manifest.task = Task::kFace;
  expect_error(parse_manifest(to_json(manifest)), kBad, {"heads", "is empty"});
}

TEST(ManifestImage, EachBadMemberIsNamed) {
  expect_refused(sample_face_manifest(), [](Json& j) { j["architecture"]["network"] = "vgg"; }, ErrorCode::kUnsupported,
                 {"'vgg'"});
  expect_refused(sample_face_manifest(),
                 [](Json& j) {
                   j["architecture"]["widths"] = {6, -1};
                 },
                 kBad, {"/architecture/widths"});
  expect_refused(sample_face_manifest(),
                 [](Json& j) {
                   j["architecture"]["widths"] = {6, 5000};
                 },
                 kBad, {"widths is 5000"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["architecture"]["depth"] = 3; }, kBad,
                 {"/architecture", "depth"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["architecture"].erase("stem"); }, kBad,
                 {"/architecture/stem"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["architecture"]["heads"][0]["classes"] = 3; }, kBad,
                 {"2 labels", "3 classes"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["height"] = 17; }, kBad,
                 {"/preprocess/height", "17", "16"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["margin"] = 0; }, kBad, {"/preprocess/margin"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["mean"] = {1.0}; }, kBad,
                 {"/preprocess/mean", "none with per_image"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["normalization"] = "fixed"; }, kBad,
                 {"/preprocess/mean", "expected 1"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["normalization"] = "max"; },
                 ErrorCode::kUnsupported, {"'max'"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["resize"] = "nearest"; },
                 ErrorCode::kUnsupported, {"area_bilinear"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["epsilon"] = 0; }, kBad,
                 {"/preprocess/epsilon"});
  expect_refused(sample_face_manifest(), [](Json& j) { j["preprocess"]["tokenizer"] = "a"; }, kBad, {"tokenizer"});
}

TEST(ManifestImage, ABundleIsWrittenAndOpened) {
  const TemporaryDirectory directory;
  Manifest manifest = sample_face_manifest();
  manifest.quantization = Quantization::kInt8;
  const SampleWeights weights(manifest);
  const std::string folder = directory.path("face");
  const auto written = write_bundle(folder, manifest, weights.tensors, {});
  ASSERT_TRUE(written) << written.error().message;
  const auto bundle = open_bundle(folder);
  ASSERT_TRUE(bundle) << bundle.error().message;
  EXPECT_EQ(bundle->weights.find("stage1.0.weight")->dtype, core::DType::kS8);
  EXPECT_EQ(bundle->weights.find("stage1.0.weight.scale")->shape, core::Shape{6});
  EXPECT_EQ(bundle->weights.find("stem.weight")->dtype, core::DType::kF32);

  manifest.image.widths = {6, 9};
  expect_error(write_bundle(folder, manifest, weights.tensors, {}), kBad, {"stage2.0.weight", "[8, 3, 3, 6]"});
}

}  // namespace
}  // namespace emo::io
