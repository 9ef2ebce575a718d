#include "train/face_judged_rows.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(JudgedRows, FacesWithoutAGoldLabelAreLeftOut) {
  std::vector<FaceExample> faces(3);
  for (auto& face : faces) face.labels.resize(2);
  faces[0].labels[1].gold = 1;
  faces[1].labels[1].gold = -1;
  faces[2].labels[1].gold = 0;
  const auto judged = judged_rows(faces, 1, 2, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(judged.logits, (std::vector<float>{1, 2, 5, 6}));
  EXPECT_EQ(judged.gold, (std::vector<std::int32_t>{1, 0}));
  EXPECT_EQ(judged.rows, (std::vector<std::size_t>{0, 2}));
}

}  // namespace
}  // namespace emo::train
