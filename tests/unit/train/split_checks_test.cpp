#include "train/split_checks.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace emo::train {
namespace {

constexpr ExampleWords kPoems{
    .example = "poem", .judged_ones = "the anthology", .may_be_none = "may be none", .give_judged = "write some"};

struct Poem {
  std::vector<bool> judged;
  [[nodiscard]] bool judges(std::size_t head) const { return judged[head]; }
};
struct Poems {
  std::vector<Poem> train, dev, test;
  std::vector<std::string> told;
};
struct Head {
  std::string name;
};
struct Config {
  std::vector<Head> heads{{"mood"}, {"metre"}};
  double test_fraction = 0;
};

TEST(SplitChecks, TellWhatIsLackingInTheWordsOfTheTask) {
  const auto message = [](Poems poems, std::size_t labelled, double test_fraction = 0) {
    Config config;
    config.test_fraction = test_fraction;
    const auto checked = check_splits(config, {labelled, 2}, kPoems, poems);
    return checked ? std::string() : checked.error().message;
  };
  const Poem judged{{true, true}}, unjudged{{false, true}};
  EXPECT_EQ(message({}, 3),
            "every training poem that a head knows a label of (3) also stands in the anthology: give other ones");
  EXPECT_EQ(message({}, 0), "no training poem has a label that a head knows");
  EXPECT_EQ(message({{judged}, {}, {}, {}}, 3),
            "no development poem has a label that a head knows; a share of 2 poems may be none: give more data, or a "
            "larger share (--dev-fraction)");
  EXPECT_EQ(message({{judged}, {unjudged}, {}, {}}, 3),
            "no development poem has a label of head 'mood', the first, which decides what is kept: write some, or put "
            "another head first");
  EXPECT_EQ(message({{judged}, {judged}, {}, {}}, 3, 0.1),
            "test_fraction leaves no poem for the test: take a larger share, or more data");
  EXPECT_EQ(message({{judged}, {judged}, {}, {}}, 3), "");
}

TEST(SplitChecks, AHeadBehindTheFirstMayStayUnjudgedAndThatIsTold) {
  Poems poems{{{{true, true}}}, {{{true, false}}}, {}, {}};
  ASSERT_TRUE(check_splits(Config(), {1, 1}, kPoems, poems));
  EXPECT_EQ(poems.told, (std::vector<std::string>{"head 'metre': no development poem has a label of it, so that it has "
                                                  "no scores and stays uncalibrated"}));
}

}  // namespace
}  // namespace emo::train
