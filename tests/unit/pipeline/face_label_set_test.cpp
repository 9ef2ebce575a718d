// Label sets and the risk target in the results of faces.
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/face_json.hpp"

namespace emo::pipeline {
namespace {

io::Manifest face_manifest() {
  io::Manifest manifest;
  manifest.name = "f";
  manifest.version = "1";
  manifest.task = io::Task::kFace;
  io::HeadManifest head;
  head.name = "expression";
  head.labels = {"anger", "happiness", "neutral"};
  manifest.heads = {head};
  return manifest;
}

PictureResult one_face() {
  FaceResult face;
  face.box = {1, 2, 30, 30};
  face.label = "happiness";
  face.heads = {{"expression", {0.3F, 0.6F, 0.1F}}};
  return {64, 64, {face}};
}

TEST(FaceLabelSet, IsShownOnlyByCalibratedBundles) {
  io::Manifest manifest = face_manifest();
  const PictureResult picture = one_face();
  std::string plain;
  append_picture_json(plain, "a.png", picture, manifest, 0);
  EXPECT_EQ(plain.find("\"set\""), std::string::npos);
  EXPECT_FALSE(face_label_set(picture.faces[0], manifest, 0));

  auto& sets = manifest.heads[0].calibration.emplace().conformal.emplace();
  sets.coverage = 0.9;
  sets.thresholds = {0.2, 0.2, 0.2};
  std::string json;
  append_picture_json(json, "a.png", picture, manifest, 0, 1);
  EXPECT_NE(json.find("\"set\":[\"happiness\",\"anger\"],\"set_coverage\":0.9"), std::string::npos) << json;
}

TEST(FaceLabelSet, CsvRecordsMatchTheHeader) {
  for (const bool calibrated : {false, true}) {
    io::Manifest manifest = face_manifest();
    if (calibrated) manifest.heads[0].calibration.emplace().conformal.emplace().thresholds = {0.2, 0.2, 0.2};
    std::string header, record, empty, error;
    append_picture_csv_header(header, manifest, 0);
    append_picture_csv(record, "a.png", one_face(), manifest, 0);
    append_picture_csv(empty, "b.png", {64, 64, {}}, manifest, 0);
    append_picture_error_csv(error, "c.png", {ErrorCode::kInvalidInput, "bad"}, manifest, 0);
    const auto commas = std::count(header.begin(), header.end(), ',');
    for (const auto& line : {record, empty, error})
      EXPECT_EQ(std::count(line.begin(), line.end(), ','), commas) << line;
    EXPECT_EQ(header.find(",set,") != std::string::npos, calibrated);
    EXPECT_EQ(record.find("happiness|anger") != std::string::npos, calibrated);
  }
}

}  // namespace
}  // namespace emo::pipeline
