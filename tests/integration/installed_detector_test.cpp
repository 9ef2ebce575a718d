// The detector that set-up fetched, with the verifier that comes along, on real pictures. Skipped where it is not
// there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "io/json.hpp"
#include "parsed_json.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace emo::test {
namespace {

namespace fs = std::filesystem;

/// What `emo face` says of the faces of folder/large.png, with the tiny face model of folder/face.
io::Json faces_in(const TemporaryFolder& folder, const std::string& detector, const std::vector<std::string>& more) {
  std::vector<std::string> words{
      "face",          folder / "large.png", "--format", "json",       "--model",
      folder / "face", "--detector",         detector,   "--verifier", EMO_SOURCE_DIR "/models/face-verifier"};
  words.insert(words.end(), more.begin(), more.end());
  const auto result = run_emo(words);
  EXPECT_EQ(result.status, 0) << result.err;
  return parsed(result.out)["faces"];
}

// What the set-up installed computes here what it computed when it was imported.
TEST(InstalledDetector, ReplaysWhatItRecorded) {
  const std::string detector = EMO_SOURCE_DIR "/models/detector";
  if (!fs::exists(detector + "/golden.json")) GTEST_SKIP() << "no models/detector: run tools/get_detector.sh";
  const auto result = run_emo({"verify", detector, "--format", "pretty"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("6 patterns"), std::string::npos) << result.out;
}

// The installed detector on the developers' photographs: every face, nothing else.
TEST(InstalledDetector, FindsEveryFaceOfThePhotographs) {
  const std::string detector = EMO_SOURCE_DIR "/models/detector";
  const std::string photos = EMO_SOURCE_DIR "/../shared/data/faces/photos";
  if (!fs::exists(detector + "/manifest.json")) GTEST_SKIP() << "no models/detector: run tools/get_detector.sh";
  if (!fs::exists(photos + "/photos.csv")) GTEST_SKIP() << "no ../shared/data on this machine";
  const TemporaryFolder folder;
  write_tiny_face_bundle(folder / "face");
  const auto rows = lines_of(read_text(photos + "/photos.csv"));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string name = rows[i].substr(0, rows[i].find(','));
    if (!name.ends_with(".jpg")) continue;
    const std::string faces = rows[i].substr(name.size() + 1, rows[i].find(',', name.size() + 1) - name.size() - 1);
    const auto result = run_emo({"face", photos + "/" + name, "--format", "json", "--model", folder / "face",
                                 "--detector", detector, "--verifier", EMO_SOURCE_DIR "/models/face-verifier"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = io::parse_json(result.out, "output");
    ASSERT_TRUE(json);
    EXPECT_EQ(std::to_string((*json)["faces"].size()), faces) << name;
  }
}

// A face of 40 pixels in 1,280 is 10 in the first look at 320 and 20 in the second at 640.
TEST(InstalledDetector, LooksAgainAtLargePicturesForSmallFaces) {
  const std::string detector = EMO_SOURCE_DIR "/models/detector";
  if (!fs::exists(detector + "/manifest.json")) GTEST_SKIP() << "no models/detector: run tools/get_detector.sh";
  const TemporaryFolder folder;
  write_tiny_face_bundle(folder / "face");
  const auto portrait = vision::decode_image_file(EMO_SOURCE_DIR "/samples/astronaut.jpg");
  ASSERT_TRUE(portrait) << portrait.error().message;
  vision::Image large(1280, 960, 3);
  std::fill(large.pixels.begin(), large.pixels.end(), std::uint8_t{128});
  const auto paste = [&](int side, int left, int top) {
    const auto small = vision::resize(*portrait, side, side);
    for (int y = 0; y < side; ++y) {
      std::copy_n(small.row(y), small.stride(), large.row(top + y) + std::ptrdiff_t{3} * left);
    }
  };
  paste(176, 800, 600);
  ASSERT_TRUE(vision::write_image_file(folder / "large.png", large));
  const auto faces = [&](const std::vector<std::string>& more) { return faces_in(folder, detector, more); };
  const auto found = faces({});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0]["box"]["x"].get<double>(), 800 + 180 * 176.0 / 512, 8);
  EXPECT_NEAR(found[0]["box"]["w"].get<double>(), 92 * 176.0 / 512, 8);
  EXPECT_TRUE(faces({"--detector-size", "320"}).empty()) << "a size that was asked for is one look";
  EXPECT_EQ(faces({"--detector-size", "640"}).size(), 1U);

  paste(224, 100, 100);  // found by the first look already, with a lower score than the second gives either
  ASSERT_TRUE(vision::write_image_file(folder / "large.png", large));
  for (const char* faceness : {"0", "0.6"}) {
    const auto both = faces({"--min-faceness", faceness});
    const auto surest = faces({"--min-faceness", faceness, "--max-faces", "1"});
    ASSERT_EQ(both.size(), 2U);
    ASSERT_EQ(surest.size(), 1U);
    EXPECT_GT(both[1]["detection"], both[0]["detection"]);
    EXPECT_EQ(surest[0]["box"], both[1]["box"]) << faceness;
  }
}

// Tiles see parts of a large face, some more surely than the look at the whole picture sees the face.
TEST(InstalledDetector, TilesLeaveLargeFacesAsTheyAre) {
  const std::string detector = EMO_SOURCE_DIR "/models/detector";
  if (!fs::exists(detector + "/manifest.json")) GTEST_SKIP() << "no models/detector: run tools/get_detector.sh";
  const TemporaryFolder folder;
  write_tiny_face_bundle(folder / "face");
  const auto portrait = vision::decode_image_file(EMO_SOURCE_DIR "/samples/astronaut.jpg");
  ASSERT_TRUE(portrait) << portrait.error().message;
  ASSERT_TRUE(vision::write_image_file(folder / "large.png", vision::resize(*portrait, 3000, 3000)));
  const auto faces = [&](std::vector<std::string> more) {
    more.insert(more.end(), {"--min-faceness", "0"});
    return faces_in(folder, detector, more);
  };
  const auto whole = faces({"--detector-size", "320"});
  ASSERT_EQ(whole.size(), 1U);
  const auto tiled = faces({"--tiles"});
  EXPECT_EQ(std::count_if(tiled.begin(), tiled.end(), [&](const auto& face) { return face["box"] == whole[0]["box"]; }),
            1);
  EXPECT_TRUE(std::none_of(tiled.begin(), tiled.end(), [&](const auto& face) {
    const auto& box = face["box"];
    const double x =
        box["x"].template get<double>() + box["w"].template get<double>() / 2 - whole[0]["box"]["x"].get<double>();
    const double y =
        box["y"].template get<double>() + box["h"].template get<double>() / 2 - whole[0]["box"]["y"].get<double>();
    return face["box"] != whole[0]["box"] && x > 0 && y > 0 && x < whole[0]["box"]["w"].get<double>() &&
           y < whole[0]["box"]["h"].get<double>();
  })) << "no part of it beside it";

  // --min-face leaves out the face, and no other box of it comes in its place.
  const std::string wider =
      std::to_string(std::min(whole[0]["box"]["w"].get<int>(), whole[0]["box"]["h"].get<int>()) + 2);
  EXPECT_TRUE(faces({"--detector-size", "320", "--min-face", wider}).empty());
}

}  // namespace
}  // namespace emo::test
