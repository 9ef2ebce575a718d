#include <gtest/gtest.h>

#include "dataset/face_dataset.hpp"

namespace emo::dataset {
namespace {

//                              neu hap sur sad ang dis fea con unk NF
const std::vector<std::uint8_t> kClearly{1, 7, 0, 0, 2, 0, 0, 0, 0, 0};

TEST(FerLabels, TheMajorityIsOverHalfOfWhatSingleVotesLeave) {
  EXPECT_EQ(vote_labels()[*majority_vote(kClearly)], "happiness");
  // 4 of 10, but the six others are single votes: they do not count.
  EXPECT_EQ(majority_vote({1, 4, 1, 1, 1, 1, 1, 0, 0, 0}), std::optional<std::size_t>(1));
  // 4 against 3 + 2: 4 of 9 is not over half.
  EXPECT_EQ(majority_vote({1, 4, 3, 2, 0, 0, 0, 0, 0, 0}), std::nullopt);
  EXPECT_EQ(majority_vote({5, 5, 0, 0, 0, 0, 0, 0, 0, 0}), std::nullopt) << "exactly half is not over half";
}

TEST(FerLabels, UnknownAndNoFaceAreNoClasses) {
  EXPECT_EQ(majority_vote({0, 0, 0, 0, 0, 0, 0, 0, 9, 1}), std::nullopt);
  EXPECT_EQ(majority_vote({0, 0, 0, 0, 0, 0, 0, 0, 0, 10}), std::nullopt);
  EXPECT_EQ(majority_vote({}), std::nullopt);
  EXPECT_EQ(majority_vote({1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), std::nullopt);
}

TEST(FerLabels, SevenClassesLeaveContemptOut) {
  FaceData data;
  data.items.resize(3);
  data.labelled_by = kFer2013;
  data.items[0].votes = kClearly;
  data.items[1].votes = {0, 0, 0, 0, 0, 0, 0, 10, 0, 0};
  data.items[2].votes = {0, 0, 0, 0, 0, 0, 0, 0, 10, 0};
  FaceData eight = data;
  const auto dropped = label_by_majority(data, true);
  ASSERT_TRUE(dropped);
  EXPECT_EQ(*dropped, 2U);
  EXPECT_EQ(data.items[0].label, "happiness");
  ASSERT_EQ(data.left_out.size(), 2U);
  EXPECT_EQ(data.left_out[0].votes[7], 10U);
  EXPECT_EQ(data.classes.size(), 7U);
  EXPECT_EQ(data.labelled_by, "") << "votes are not FER2013's own labels";
  EXPECT_EQ(*label_by_majority(eight, false), 1U);
  EXPECT_EQ(eight.items[1].label, "contempt");
  EXPECT_EQ(eight.classes.size(), 8U);
  FaceData unvoted;
  unvoted.items.resize(1);
  EXPECT_FALSE(label_by_majority(unvoted, true));
}

}  // namespace
}  // namespace emo::dataset
