// All rules on faces: a generated FER2013 csv, and the shared FER2013, whose known leaks must be found.
#include "doctor/face_examination.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.hpp"
#include "doctor/duplicate_rules.hpp"
#include "doctor/face_duplicates.hpp"
#include "sample_data.hpp"

namespace emo::doctor {
namespace {

std::string pixels(core::Random& random) {
  std::string text;
  for (std::size_t i = 0; i < kFacePixels; ++i) text += (i == 0 ? "" : " ") + std::to_string(random.below(256));
  return text;
}

TEST(FaceExamination, FindsWhatWasPlanted) {
  core::Random random(1);
  const test::Folder folder;
  std::string csv = "emotion,pixels,Usage\n";
  std::string copied;
  for (int i = 0; i < 120; ++i) {
    const std::string face = pixels(random);
    if (i == 7) copied = face;
    csv += std::to_string(i % 2 == 0 ? 3 : 4) + "," + face + ",Training\n";
  }
  for (int i = 0; i < 40; ++i) csv += std::to_string(i % 2 == 0 ? 3 : 4) + "," + pixels(random) + ",PrivateTest\n";
  csv += "0," + copied + ",PrivateTest\n";                 // a leak, with another label
  csv += "9," + copied + ",Training\n3,1 2 3,Training\n";  // no such class; too few pixels
  csv += "3," + std::string(2 * kFacePixels - 1, '0') + ",Training\n";
  std::string blank;
  for (std::size_t i = 0; i < kFacePixels; ++i) blank += i == 0 ? "0" : " 0";
  csv += "3," + blank + ",Training\n";
  folder.write("fer2013.csv", csv);
  const auto examination = examine_faces(folder / "fer2013.csv", {});
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* leak = test::find(*examination, "leak_exact");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->number, 1);
  EXPECT_NE(test::find(*examination, "label_conflict"), nullptr);
  EXPECT_NE(test::find(*examination, "class_not_in_train"), nullptr) << "angry occurs in test only";
  ASSERT_NE(test::find(*examination, "damaged_items"), nullptr);
  EXPECT_EQ(test::find(*examination, "damaged_items")->number, 3);
  ASSERT_NE(test::find(*examination, "blank_items"), nullptr);
  EXPECT_EQ(test::find(*examination, "blank_items")->number, 1);
}

TEST(FaceExamination, CopiesOfOneFaceAreNothingToLearnFrom) {
  const test::Folder folder;
  core::Random random(3);
  const std::string face = pixels(random);
  std::string csv = "emotion,pixels,Usage\n";
  for (int i = 0; i < 120; ++i) csv += std::to_string(i % 2 == 0 ? 3 : 4) + "," + face + ",Training\n";
  folder.write("fer2013.csv", csv);
  FaceOptions options;
  options.label_noise = true;
  const auto examination = examine_faces(folder / "fer2013.csv", options);
  ASSERT_TRUE(examination) << examination.error().message;
  const auto check = std::find_if(examination->checks.begin(), examination->checks.end(),
                                  [](const Check& c) { return c.code == "label_noise"; });
  ASSERT_NE(check, examination->checks.end());
  EXPECT_NE(check->message.find("copies of too few pictures"), std::string::npos) << check->message;
}

TEST(FaceExamination, OfAPartWithoutAReadablePictureNothingIsSaid) {
  const test::Folder folder;
  core::Random random(4);
  std::string csv = "emotion,pixels,Usage\n";
  for (int i = 0; i < 20; ++i) csv += std::to_string(i % 2 == 0 ? 3 : 4) + "," + pixels(random) + ",Training\n";
  for (int i = 0; i < 4; ++i) csv += "3,1 2 3,PublicTest\n";
  folder.write("fer2013.csv", csv);
  const auto examination = examine_faces(folder / "fer2013.csv", {});
  ASSERT_TRUE(examination) << examination.error().message;
  for (const Check& check : examination->checks) {
    EXPECT_EQ(check.message.find("median 0 "), std::string::npos) << check.message;
  }
}

TEST(FaceExamination, UnlabelledFacesHaveNoWrongLabels) {
  const test::Folder folder;
  core::Random random(2);
  folder.write("faces.csv", "emotion,pixels\n," + pixels(random) + "\n," + pixels(random) + "\n");
  FaceOptions options;
  options.data.require_labels = false;
  options.label_noise = true;
  options.scores = [](const FaceSet&, std::span<const std::uint32_t>) { return std::vector<float>(); };
  const auto examination = examine_faces(folder / "faces.csv", options);
  ASSERT_TRUE(examination) << examination.error().message;
  EXPECT_TRUE(test::checked(*examination, "label_noise"));
}

TEST(FaceExamination, Fer2013KnownLeaks) {
  const std::string folder = std::string(EMO_SOURCE_DIR) + "/../shared/data/faces/fer2013plus";
  if (!std::filesystem::exists(folder + "/fer2013plus_labels.csv")) GTEST_SKIP() << "no shared data at " << folder;
  Examination examination;
  const auto faces = read_face_set(folder, {}, {}, examination);
  ASSERT_TRUE(faces) << faces.error().message;
  const auto exact = exact_face_duplicates(*faces);
  examine_duplicates(faces->view, exact, {"leak_exact", "duplicate_exact"}, examination);
  examine_conflicts(faces->view, exact, examination);
  std::map<std::string, double> leaks;
  for (const auto& finding : examination.findings) {
    if (finding.code != "leak_exact") continue;
    leaks[finding.message.find("'dev'") != std::string::npos ? "dev" : "test"] = finding.number;
  }
  EXPECT_EQ(leaks["dev"], 279) << "PublicTest";
  EXPECT_EQ(leaks["test"], 288) << "PrivateTest";
  EXPECT_EQ(exact.groups.size(), 1513U);
  std::size_t members = 0;
  for (const auto& group : exact.groups) members += group.size();
  EXPECT_EQ(members, 3353U);
}

}  // namespace
}  // namespace emo::doctor
