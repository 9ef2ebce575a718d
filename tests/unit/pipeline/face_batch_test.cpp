#include "pipeline/face_batch.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "pipeline/batch_journal.hpp"
#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"
#include "vision/encode.hpp"

namespace emo::pipeline {
namespace {

using test::noise;

class FaceBatchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    test::write_tiny_face_bundle(folder_ / "face");
    test::write_tiny_detector(folder_ / "seeing", true);
  }
  std::unique_ptr<FaceRecognizer> open(const std::string& detector, const FaceRecognizerOptions& options) {
    auto opened = FaceRecognizer::open(folder_ / "face", folder_ / detector, options);
    EXPECT_TRUE(opened) << opened.error().message;
    return std::move(opened).value();
  }
  test::TemporaryFolder folder_;
};

TEST_F(FaceBatchTest, ResumesAndKeepsBadPicturesInTheirPlace) {
  for (const char* name : {"a.png", "c.png", "d.png"}) {
    ASSERT_TRUE(vision::write_image_file(folder_ / name, noise(64, 64, 3, 7)));
  }
  test::write_text(folder_ / "b.jpg", "this is text");
  FaceRecognizerOptions face;
  face.detect = false;
  const auto recognizer = open("", face);
  BatchOptions options;
  options.source = folder_.path();
  options.output = folder_ / "out.jsonl";
  const auto pictures = PictureSource::open(options.source, options.rows);
  ASSERT_TRUE(pictures) << pictures.error().message;
  const auto task = face_batch_task(*recognizer, *pictures, options);
  const auto progress = run_batch(*task, options, nullptr);
  ASSERT_TRUE(progress) << progress.error().message;
  EXPECT_EQ(progress->rows, 4U);
  EXPECT_EQ(progress->failed_rows, 1U);
  const std::string all = test::read_text(options.output);
  EXPECT_NE(all.find("b.jpg\",\"error\":{\"code\":\"invalid_input\""), std::string::npos) << all;
  // Cut back to the first two answers, as a crash would leave it.
  const std::size_t second = all.find('\n', all.find('\n') + 1) + 1;
  BatchJournal journal;
  journal.identity = *pictures->identify();
  journal.identity.model_sha256 = task->model_sha256();
  journal.identity.options = task->describe();
  journal.checkpoint.position = {2, 3, 2};
  journal.checkpoint.failed_rows = 1;
  journal.checkpoint.output_bytes = second;
  ASSERT_TRUE(write_journal(options.output, journal));
  options.resume = true;
  const auto resumed = run_batch(*face_batch_task(*recognizer, *pictures, options), options, nullptr);
  ASSERT_TRUE(resumed) << resumed.error().message;
  EXPECT_EQ(resumed->rows_before, 2U);
  EXPECT_EQ(test::read_text(options.output), all);
}

TEST_F(FaceBatchTest, IsAnotherOneWhereBoxesAreVerifiedOtherwise) {
  test::write_tiny_verifier(folder_ / "verifier");
  ASSERT_TRUE(vision::write_image_file(folder_ / "a.png", noise(64, 64, 3, 7)));
  BatchOptions options;
  options.source = folder_.path();
  const auto pictures = PictureSource::open(options.source, options.rows);
  ASSERT_TRUE(pictures) << pictures.error().message;
  std::set<std::string> described;
  FaceRecognizerOptions face;
  for (const char* verifier : {"", "verifier"}) {
    face.verifier_bundle = *verifier == 0 ? "" : folder_ / verifier;
    for (const double least : {0.4, 0.6}) {
      face.min_faceness = least;
      const auto recognizer = open("seeing", face);
      described.insert(face_batch_task(*recognizer, *pictures, options)->describe());
    }
  }
  EXPECT_EQ(described.size(), 4U);
}

TEST_F(FaceBatchTest, AListUnderAnotherNameThatIsReadAnotherWayIsNoResumedBatch) {
  FaceRecognizerOptions face;
  face.detect = false;
  const auto recognizer = open("", face);
  const auto described = [&](const char* name) {
    const std::string source = folder_ / name;
    test::write_text(source, "\"image\"\n\"a.png\"\n");
    BatchOptions options;
    options.source = source;
    const auto pictures = PictureSource::open(source, options.rows);
    return face_batch_task(*recognizer, *pictures, options)->describe();
  };
  EXPECT_EQ(described("list.csv"), described("copy.csv"));
  EXPECT_NE(described("list.csv"), described("list.txt"));
}

}  // namespace
}  // namespace emo::pipeline
