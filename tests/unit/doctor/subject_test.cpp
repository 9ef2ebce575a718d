#include "doctor/subject.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

TEST(Subject, IsToldFromNamesAndTheFirstLine) {
  const test::Folder folder;
  folder.write("fer.csv", "emotion,pixels,Usage\n");
  folder.write("FER.CSV", "Emotion,Pixels,Usage\n");
  folder.write("rows.csv", "id,text,labels\n");
  folder.write("images.jsonl", "{\"image\":\"a.png\",\"label\":\"joy\"}\n");
  folder.write("both.jsonl", "{\"text\":\"the image\",\"image\":\"a.png\"}\n");
  folder.write("paths.csv", "ID,Filename,Emotion\n1,a.PNG,joy\n");
  folder.write("bare.csv", "faces/a b.JPG,joy\nfaces/b.jpg,fear\n");
  folder.write("column.tsv", "pic\temotion\n1.png\tjoy\n");
  folder.write("list.json", "[\n  {\n    \"label\": \"joy\",\n    \"image\": \"a.png\"\n  }\n]\n");
  folder.write("texts.json", "[\n  {\n    \"text\": \"my path\",\n    \"path\": \"x\"\n  }\n]\n");
  folder.write("said.jsonl", "{\"sentence\":\"the file of that image\",\"label\":\"joy\"}\n");
  folder.write("origin.csv", "sentence,labels,path\nlook at pic.jpg,joy,a.txt\n");
  folder.write("plain.txt", "an image of pixels\n");
  folder.write("empty.csv", "");
  const auto of = [&](const std::string& name) { return *subject_of(folder / name, {}); };
  EXPECT_EQ(of("fer.csv"), Subject::kFaces);
  EXPECT_EQ(of("FER.CSV"), Subject::kFaces);
  EXPECT_EQ(of("rows.csv"), Subject::kText);
  EXPECT_EQ(of("images.jsonl"), Subject::kFaces);
  EXPECT_EQ(of("both.jsonl"), Subject::kText);
  for (const char* name : {"paths.csv", "bare.csv", "column.tsv", "list.json"}) {
    EXPECT_EQ(of(name), Subject::kFaces) << name;
  }
  for (const char* name : {"texts.json", "said.jsonl", "origin.csv"}) EXPECT_EQ(of(name), Subject::kText) << name;
  EXPECT_EQ(of("plain.txt"), Subject::kText);
  EXPECT_EQ(of("empty.csv"), Subject::kText);
  EXPECT_EQ(subject_of(folder / "absent", {}).error().code, ErrorCode::kNotFound);
}

TEST(Subject, AListOfPicturesIsFaces) {
  const test::Folder folder;
  folder.write("list_patition_label.txt", "train_00001.jpg 5\r\ntrain_00002.jpg 4\r\n");
  folder.write("list.txt", "test/happy/1.png happy\n\ntest/sad/a b.PNG\tsad\n");
  folder.write("mixed.txt", "1.png happy\nI am happy\n");
  folder.write("poem.txt", "a picture of me\nhappy, in a.png\n");
  folder.write("empty.txt", "\n");
  const auto of = [&](const std::string& name, const io::RowOptions& options = {}) {
    return *subject_of(folder / name, options);
  };
  EXPECT_EQ(of("list_patition_label.txt"), Subject::kFaces);
  EXPECT_EQ(of("list.txt"), Subject::kFaces);
  EXPECT_EQ(of("mixed.txt"), Subject::kText);
  EXPECT_EQ(of("poem.txt"), Subject::kText);
  EXPECT_EQ(of("empty.txt"), Subject::kText);
  io::RowOptions lines;
  lines.format = io::RowFormat::kLines;
  EXPECT_EQ(of("list.txt", lines), Subject::kText) << "as it was asked for";
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

TEST(Subject, AFolderOfRunsIsNoFolderOfFaces) {
  const test::Folder runs;
  std::filesystem::create_directory(runs / "seed-1");
  std::filesystem::create_directory(runs / "seed-2");
  runs.write("seed-2/args.json", "{}");
  runs.write("seed-1/args.json", "{}");
  const auto subject = subject_of(runs.path(), {});
  ASSERT_FALSE(subject);
  EXPECT_EQ(subject.error().code, ErrorCode::kUsage);
  EXPECT_NE(subject.error().message.find("holds 2 runs"), std::string::npos) << subject.error().message;
  EXPECT_NE(subject.error().message.find("seed-1"), std::string::npos) << subject.error().message;
}

TEST(Subject, AFolderOfTextSetsNamesOneOfThem) {
  const test::Folder folder;
  for (const char* set : {"a", "b"}) std::filesystem::create_directories(folder / set);
  folder.write("b/train.jsonl", "{\"text\":\"a\",\"labels\":[\"x\"]}\n");
  folder.write("a/dev.csv", "text,labels\na,x\n");
  const auto several = subject_of(folder.path(), {});
  ASSERT_FALSE(several);
  EXPECT_EQ(
      several.error().message,
      folder.path() + " holds 2 text data sets in folders of their own: name one, such as " + folder.path() + "/a");
}

}  // namespace
}  // namespace emo::doctor
