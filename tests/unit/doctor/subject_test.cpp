#include "doctor/subject.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

TEST(Subject, IsToldFromNamesAndTheFirstLine) {
  const test::Folder folder;
  folder.write("fer.csv", "emotion,pixels,Usage\n");
  folder.write("rows.csv", "id,text,labels\n");
  folder.write("images.jsonl", "{\"image\":\"a.png\",\"label\":\"joy\"}\n");
  folder.write("both.jsonl", "{\"text\":\"the image\",\"image\":\"a.png\"}\n");
  folder.write("plain.txt", "an image of pixels\n");
  folder.write("empty.csv", "");
  const auto of = [&](const std::string& name) { return *subject_of(folder / name, {}); };
  EXPECT_EQ(of("fer.csv"), Subject::kFaces);
  EXPECT_EQ(of("rows.csv"), Subject::kText);
  EXPECT_EQ(of("images.jsonl"), Subject::kFaces);
  EXPECT_EQ(of("both.jsonl"), Subject::kText);
  EXPECT_EQ(of("plain.txt"), Subject::kText);
  EXPECT_EQ(of("empty.csv"), Subject::kText);
  EXPECT_EQ(subject_of(folder / "absent", {}).error().code, ErrorCode::kNotFound);
}

TEST(Subject, Folders) {
  const test::Folder text, faces, run, empty;
  text.write("train.jsonl", "");
  std::filesystem::create_directory(faces / "joy");
  run.write("log.jsonl", "");
  run.write("train.jsonl", "");
  EXPECT_EQ(*subject_of(text.path(), {}), Subject::kText);
  EXPECT_EQ(*subject_of(faces.path(), {}), Subject::kFaces);
  EXPECT_EQ(*subject_of(run.path(), {}), Subject::kRun);
  EXPECT_EQ(*subject_of(empty.path(), {}), Subject::kText);
}

}  // namespace
}  // namespace emo::doctor
