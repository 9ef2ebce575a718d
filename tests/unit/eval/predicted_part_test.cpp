#include "eval/predicted_part.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace emo::eval {
namespace {

using dataset::Split;

class PartIndexTest : public testing::Test {
 protected:
  PartIndexTest() {
    index_.add(2, "a", Split::kTrain);
    index_.add(3, "b", Split::kTest);
    index_.add(4, "c", Split::kTest);
    index_.add(0, "d", Split::kDev);
  }
  PartIndex index_;
};

PredictedRow by_row(std::uint64_t row, const std::string& id = "x") {
  PredictedRow out;
  out.row = row;
  out.id = id;
  return out;
}
PredictedRow by_id(const std::string& id) {
  PredictedRow out;
  out.id = id;
  return out;
}
PredictionFile of(std::vector<PredictedRow> rows) {
  PredictionFile out;
  out.rows = std::move(rows);
  return out;
}

TEST_F(PartIndexTest, ThePartOfAllRowsThatAreNamed) {
  EXPECT_EQ(index_.named_by(of({by_row(3), by_row(4)})), Split::kTest);
  EXPECT_EQ(index_.named_by(of({by_id("b"), by_row(4)})), Split::kTest);
  EXPECT_EQ(index_.named_by(of({by_id("d")})), Split::kDev);
}

TEST_F(PartIndexTest, TheRowGoesBeforeTheId) {
  EXPECT_EQ(index_.named_by(of({by_row(3, "a")})), Split::kTest);
  EXPECT_EQ(index_.named_by(of({by_row(99, "a")})), Split::kTrain) << "a row that is not there says nothing";
}

TEST_F(PartIndexTest, SeveralPartsOrNoneAreNoPart) {
  EXPECT_EQ(index_.named_by(of({by_row(2), by_row(3)})), Split::kNone);
  EXPECT_EQ(index_.named_by(of({by_id("none")})), Split::kNone);
  EXPECT_EQ(index_.named_by(of({by_row(0, "none")})), Split::kNone) << "0 is no row";
  EXPECT_EQ(index_.named_by(of({PredictedRow{}})), Split::kNone);
}

TEST_F(PartIndexTest, PicturesCountFirst) {
  index_.add(7, "e", Split::kDev, "set/e.png");
  PredictedRow picture;
  picture.input = "./set/e.png";
  PredictionFile file = of({picture});
  EXPECT_EQ(index_.named_by(file), Split::kNone) << "an input that is no picture";
  file.input_name = "image";
  EXPECT_EQ(index_.named_by(file), Split::kDev);
  file.rows[0].id = "b";
  EXPECT_EQ(index_.named_by(file), Split::kDev) << "an id may be of a part alone";
  file.rows[0].input = "elsewhere.png";
  EXPECT_EQ(index_.named_by(file), Split::kTest);
}

TEST_F(PartIndexTest, WhatRecursInSeveralPartsNamesNoneOfThem) {
  index_.add(9, "b", Split::kDev);
  EXPECT_EQ(index_.named_by(of({by_id("b")})), Split::kNone);
  EXPECT_EQ(index_.named_by(of({by_id("b"), by_id("c")})), Split::kTest) << "the part that has both";
  EXPECT_EQ(index_.named_by(of({by_id("b"), by_id("d")})), Split::kDev);
  EXPECT_EQ(index_.named_by(of({by_id("a"), by_id("b")})), Split::kNone) << "no part has both";
}

TEST(PartIndex, SeveralIsMoreThanOne) {
  PartIndex index;
  EXPECT_FALSE(index.several());
  index.add(1, "a", Split::kTest);
  index.add(2, "b", Split::kTest);
  EXPECT_FALSE(index.several());
  index.add(3, "c", Split::kTrain);
  EXPECT_TRUE(index.several());
}

}  // namespace
}  // namespace emo::eval
