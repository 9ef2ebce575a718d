#include "pipeline/face_film.hpp"

#include <gtest/gtest.h>

#include "temporary_folder.hpp"
#include "tiny_face_bundle.hpp"

namespace emo::pipeline {
namespace {

TEST(FaceFilm, APictureThatIsNoneIsAnErrorAndTheFilmGoesOn) {
  const test::TemporaryFolder folder;
  test::write_tiny_face_bundle(folder / "face");
  test::write_tiny_detector(folder / "seeing", true);
  const auto recognizer = FaceRecognizer::open(folder / "face", folder / "seeing");
  ASSERT_TRUE(recognizer) << recognizer.error().message;
  FaceFilm film(**recognizer, {});
  vision::Image cut_off(64, 48, 3);
  cut_off.pixels = {1, 2, 3};
  for (const auto& image : {vision::Image(), vision::Image(64, 48, 4), cut_off}) {
    const auto picture = film.answer(image, 0, 9);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::kInvalidInput);
  }
  EXPECT_TRUE(film.answer(vision::Image(64, 48, 3), 0, 0)) << "what was refused has no time";
}

}  // namespace
}  // namespace emo::pipeline
