// The public JSON and CSV of faces, field by field: names here are promises.
#include "pipeline/face_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "parsed_json.hpp"
#include "tiny_face_bundle.hpp"

namespace emo::pipeline {
namespace {

using test::parsed;

// Happiness at 0.6, a box that reaches out of the picture on the left.
FaceResult happy_face() {
  FaceResult face;
  face.box = {-4.4F, 10.6F, 30, 40};
  face.detection = 0.875F;
  face.label = "joy";
  face.heads = {{"basic", {0.1F, 0.0F, 0.1F, 0.6F, 0.1F, 0.05F, 0.05F}}};
  face.quality.size = 30;
  face.quality.cut = 0.1467F;
  return face;
}

PictureResult picture_of(std::vector<FaceResult> faces) {
  return {100, 80, std::move(faces)};
}

TEST(ShownBox, IsWholePixelsInsideOfThePicture) {
  const auto shown = [](vision::RectF box) {
    const PixelBox b = shown_box(box, 100, 80);
    return std::vector<int>{b.x, b.y, b.w, b.h};
  };
  EXPECT_EQ(shown({10.4F, 20.6F, 30, 40}), (std::vector<int>{10, 21, 30, 40}));
  EXPECT_EQ(shown({-4.4F, 10.6F, 30, 40}), (std::vector<int>{0, 11, 26, 40}));
  EXPECT_EQ(shown({90, 70, 50, 50}), (std::vector<int>{90, 70, 10, 10}));
  EXPECT_EQ(shown({200, 200, 5, 5}), (std::vector<int>{99, 79, 1, 1})) << "beside the picture";
  EXPECT_EQ(shown({50, 40, 0, 0}), (std::vector<int>{50, 40, 1, 1}));
  EXPECT_EQ(shown({-1e30F, -1e30F, 1e31F, 1e31F}), (std::vector<int>{0, 0, 100, 80}));
}

TEST(SortedScores, HighestFirstEqualsInTheirOrderAndAtMostK) {
  const HeadScores scores{"basic", {0.2F, 0.5F, 0.2F, 0.1F}};
  const std::vector<std::string> labels{"a", "b", "c", "d"};
  const auto names = [&](std::size_t top_k) {
    std::string out;
    for (const auto& score : sorted_scores(scores, labels, top_k)) out += score.label;
    return out;
  };
  EXPECT_EQ(names(0), "bacd");
  EXPECT_EQ(names(2), "ba");
  EXPECT_EQ(names(9), "bacd");
}

TEST(PictureJson, HasEveryFieldOfAFace) {
  std::string line;
  append_picture_json(line, "a \"b\".jpg", picture_of({happy_face()}), test::tiny_face_manifest(), 0, 2);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const io::Json json = parsed(line);
  EXPECT_EQ(json["source"], "a \"b\".jpg");
  EXPECT_EQ(json["width"], 100);
  EXPECT_EQ(json["height"], 80);
  EXPECT_EQ(json["model"], (io::Json{{"name", "tiny-face"}, {"version", "0.0.1"}}));
  ASSERT_EQ(json["faces"].size(), 1U);
  const io::Json& face = json["faces"][0];
  EXPECT_EQ(face["box"], (io::Json{{"x", 0}, {"y", 11}, {"w", 26}, {"h", 40}}));
  EXPECT_EQ(face["detection"], 0.875);
  EXPECT_EQ(face["label"], "joy");
  EXPECT_EQ(face["abstained"], false);
  for (const char* absent : {"reasons", "set", "set_coverage", "heads"}) EXPECT_FALSE(face.contains(absent)) << absent;
  ASSERT_EQ(face["scores"].size(), 2U);
  EXPECT_EQ(face["scores"][0], (io::Json{{"label", "joy"}, {"score", 0.6}}));
  EXPECT_EQ(face["scores"][1]["label"], "anger") << "the first of equals";
  EXPECT_EQ(face["quality"]["size"], 30);
  EXPECT_EQ(face["quality"]["cut"], 0.1467);
  for (const char* name : {"sharpness", "light", "contrast", "clipped", "symmetry"}) {
    EXPECT_TRUE(face["quality"].contains(name)) << name;
  }
}

TEST(PictureJson, AbstentionSetsAndFurtherHeadsAreToldWhereTheyAre) {
  io::Manifest manifest = test::tiny_face_manifest();
  auto& conformal = manifest.heads[0].calibration.emplace().conformal.emplace();
  conformal.thresholds.assign(7, 0.1);
  conformal.coverage = 0.9;
  io::HeadManifest second;
  second.name = "mood";
  second.labels = {"good", "bad"};
  manifest.heads.push_back(second);
  FaceResult face = happy_face();
  face.abstained = true;
  face.reasons = {"blurred", "dark"};
  face.heads.push_back({"mood", {0.25F, 0.75F}});
  std::string line;
  append_picture_json(line, "p", picture_of({face}), manifest, 0);
  const io::Json json = parsed(line)["faces"][0];
  EXPECT_EQ(json["abstained"], true);
  EXPECT_EQ(json["reasons"], (io::Json{"blurred", "dark"}));
  EXPECT_EQ(json["set"][0], "joy");
  EXPECT_EQ(json["set"].size(), 4U);
  EXPECT_EQ(json["set_coverage"], 0.9);
  EXPECT_EQ(json["heads"]["mood"][0], (io::Json{{"label", "bad"}, {"score", 0.75}}));
  EXPECT_EQ(json["scores"].size(), 7U);
}

TEST(PictureJson, NoFaceIsAnEmptyListAndAnErrorHasCodeAndMessage) {
  std::string none;
  append_picture_json(none, "p", picture_of({}), test::tiny_face_manifest(), 0);
  EXPECT_EQ(parsed(none)["faces"], io::Json::array());
  std::string failed;
  append_picture_error_json(failed, "p", {ErrorCode::kInvalidInput, "JPEG: truncated"});
  EXPECT_EQ(parsed(failed)["error"], (io::Json{{"code", "invalid_input"}, {"message", "JPEG: truncated"}}));
}

TEST(PictureCsv, RecordsMatchTheHeader) {
  for (const bool with_set : {false, true}) {
    io::Manifest manifest = test::tiny_face_manifest();
    if (with_set) manifest.heads[0].calibration.emplace().conformal.emplace().thresholds.assign(7, 0.1);
    FaceResult face = happy_face();
    face.abstained = true;
    face.reasons = {"blurred", "dark"};
    std::string header, faces, nobody, failed;
    append_picture_csv_header(header, manifest, 0);
    append_picture_csv(faces, "a,b.jpg", picture_of({face, face}), manifest, 0);
    append_picture_csv(nobody, "p", picture_of({}), manifest, 0);
    append_picture_error_csv(failed, "p", {ErrorCode::kInvalidInput, "bad"}, manifest, 0);
    EXPECT_EQ(header, std::string("source,face,x,y,w,h,detection,label,score,anger,disgust,fear,joy,neutral,sadness,"
                                  "surprise,reasons,") +
                          (with_set ? "set,error\n" : "error\n"));
    const std::string first = faces.substr(0, faces.find('\n') + 1);
    EXPECT_EQ(first, std::string("\"a,b.jpg\",0,0,11,26,40,0.875,joy,0.6,0.1,0,0.1,0.6,0.1,0.05,0.05,blurred|dark,") +
                         (with_set ? "joy|anger|fear|neutral,\n" : "\n"));
    EXPECT_EQ(faces.find("\"a,b.jpg\",1,0,"), first.size()) << "faces are numbered";
    const auto commas = std::count(header.begin(), header.end(), ',');
    EXPECT_EQ(std::count(first.begin(), first.end(), ','), commas + 1) << "one within the name";
    EXPECT_EQ(std::count(nobody.begin(), nobody.end(), ','), commas);
    EXPECT_EQ(std::count(failed.begin(), failed.end(), ','), commas);
    EXPECT_TRUE(nobody.starts_with("p,,"));
    EXPECT_TRUE(failed.ends_with(",invalid_input: bad\n"));
  }
}

}  // namespace
}  // namespace emo::pipeline
