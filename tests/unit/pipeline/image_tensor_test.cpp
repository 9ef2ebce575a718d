// Crops and network inputs, by hand.
#include "pipeline/image_tensor.hpp"

#include <gtest/gtest.h>

namespace emo::pipeline {
namespace {

// Grey level = column, for every row.
vision::Image columns(int width, int height) {
  vision::Image image(width, height, 1);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) image.row(y)[x] = static_cast<std::uint8_t>(x);
  }
  return image;
}

io::ImagePreprocess sized(std::int64_t height, std::int64_t width) {
  io::ImagePreprocess preprocess;
  preprocess.height = height;
  preprocess.width = width;
  return preprocess;
}

TEST(ImageTensor, IsNormalisedAsTheManifestSays) {
  vision::Image image(2, 2, 1);
  image.pixels = {0, 0, 20, 20};
  EXPECT_EQ(image_tensor(image, sized(2, 2)), (std::vector<float>{-1, -1, 1, 1}));
  io::ImagePreprocess fixed = sized(2, 2);
  fixed.normalization = io::ImageNormalization::kFixed;
  fixed.mean = {10};
  fixed.deviation = {5};
  EXPECT_EQ(image_tensor(image, fixed), (std::vector<float>{-2, -2, 2, 2}));
  image.pixels.assign(4, 77);
  EXPECT_EQ(image_tensor(image, sized(2, 2)), std::vector<float>(4, 0)) << "flat stays flat";
}

TEST(ImageTensor, AnotherSizeThanTheManifestsIsTakenAndAppended) {
  vision::Image image(3, 1, 1);
  image.pixels = {0, 10, 20};
  std::vector<float> out{7};
  append_image_tensor(image, sized(48, 48), out);
  ASSERT_EQ(out.size(), 4U);
  EXPECT_EQ(out[0], 7);
  EXPECT_EQ(out[2], 0);
  EXPECT_FLOAT_EQ(out[3], -out[1]);
}

TEST(FaceCrop, IsASquareOfTheLongerSideTimesTheMarginAroundTheBox) {
  const vision::Image image = columns(40, 40);
  io::ImagePreprocess preprocess = sized(8, 8);
  // A box of 4 x 8 at (18, 16): its centre is (20, 20), so the square begins at column 16.
  const vision::Image tight = face_crop(image, {18, 16, 4, 8}, preprocess);
  EXPECT_EQ(tight.width, 8);
  EXPECT_EQ(tight.height, 8);
  EXPECT_EQ(tight.row(3)[0], 16);
  EXPECT_EQ(tight.row(3)[7], 23);
  preprocess.margin = 2;  // 16 columns from 12 on, two to a pixel; their mean is x + 0.5, rounded to a neighbour
  const vision::Image wide = face_crop(image, {18, 16, 4, 8}, preprocess);
  EXPECT_NEAR(wide.row(0)[0], 12.5, 0.5);
  EXPECT_NEAR(wide.row(0)[7], 26.5, 0.5);
}

TEST(FaceCrop, RepeatsTheBorderBesideThePicture) {
  const vision::Image crop = face_crop(columns(40, 40), {-4, 0, 8, 8}, sized(8, 8));
  for (int x = 0; x <= 4; ++x) EXPECT_EQ(crop.row(2)[x], 0) << x;
  EXPECT_EQ(crop.row(2)[7], 3);
}

TEST(FaceCrop, HasTheChannelsOfTheModel) {
  io::ImagePreprocess preprocess = sized(4, 4);
  preprocess.channels = 3;
  const vision::Image crop = face_crop(columns(8, 8), {0, 0, 4, 4}, preprocess);
  ASSERT_EQ(crop.channels, 3);
  EXPECT_EQ(crop.at(3, 0)[0], 3);
  EXPECT_EQ(crop.at(3, 0)[2], 3);
  vision::Image red(4, 4, 3);
  for (std::size_t i = 0; i < red.pixels.size(); i += 3) red.pixels[i] = 255;
  EXPECT_EQ(whole_as_face(red, sized(4, 4)).channels, 1);
  EXPECT_EQ(whole_as_face(red, sized(4, 4)).row(0)[0], 76) << "0.299 of 255";
}

TEST(WholeAsFace, IsThePictureAtTheModelsSize) {
  const vision::Image face = whole_as_face(columns(16, 8), sized(4, 4));
  EXPECT_EQ(face.width, 4);
  EXPECT_EQ(face.height, 4);
  EXPECT_NEAR(face.row(1)[0], 1.5, 0.5);
  EXPECT_NEAR(face.row(1)[3], 13.5, 0.5);
}

}  // namespace
}  // namespace emo::pipeline
