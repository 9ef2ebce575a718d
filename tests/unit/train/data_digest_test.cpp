#include "train/data_digest.hpp"

#include <gtest/gtest.h>

namespace emo::train {
namespace {

TEST(DataDigest, FollowsTheSetsAndTheRowsThatAreLearnt) {
  const std::vector<io::DatasetProvenance> sets{{"own", "CC0", "train", 3, "aa"}, {"own", "CC0", "dev", 1, "bb"}};
  const std::string digest = data_digest(sets, {1, 2, 3});
  EXPECT_EQ(digest.size(), 64U);
  auto other = sets;
  other[0].name = "the same elsewhere";
  EXPECT_EQ(data_digest(other, {1, 2, 3}), digest) << "names are no data";
  other[1].sha256 = "cc";
  EXPECT_NE(data_digest(other, {1, 2, 3}), digest);
  other = sets;
  other[0].rows = 2;
  EXPECT_NE(data_digest(other, {1, 2, 3}), digest);
  EXPECT_NE(data_digest(sets, {1, 2, 4}), digest) << "another row instead";
  EXPECT_NE(data_digest(sets, {1, 23}), digest);
}

}  // namespace
}  // namespace emo::train
