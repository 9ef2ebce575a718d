// What is built on damage, in films whose frames are decoded in another order than they are shown.
#include "video/damage.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace emo::video {
namespace {

/// Key frames at 0 and 12, P frames at every third, two B frames between each pair, which are decoded behind it.
struct Packet {
  Damage::Stamps stamps;
  bool is_key = false;
};
std::vector<Packet> film() {
  std::vector<Packet> packets{{{0, 0}, true}};
  for (std::int64_t anchor = 3; anchor <= 21; anchor += 3) {
    packets.push_back({{anchor, anchor - 2}, anchor == 12});
    packets.push_back({{anchor - 2, anchor - 1}});
    packets.push_back({{anchor - 1, anchor}});
  }
  return packets;
}

/// The frames that are left out when the packet shown at `lost` is damaged. A decoder gives a frame when three more
/// packets have come.
std::set<std::int64_t> spoilt_by(std::int64_t lost, double ticks_per_second = 25) {
  Damage damage;
  const auto packets = film();
  std::set<std::int64_t> spoilt;
  std::vector<Packet> held;
  const auto give_first = [&] {
    auto first = held.begin();
    for (auto at = held.begin(); at != held.end(); ++at) {
      if (at->stamps.shown < first->stamps.shown) first = at;
    }
    const double seconds = static_cast<double>(first->stamps.shown) / ticks_per_second;
    if (damage.spoils(first->stamps, first->is_key, seconds)) spoilt.insert(first->stamps.shown);
    held.erase(first);
  };
  for (const Packet& packet : packets) {
    damage.sending(packet.stamps);
    if (packet.stamps.shown == lost) {
      damage.of_packet(packet.stamps, 0);
    } else {
      held.push_back(packet);
    }
    if (held.size() > 3) give_first();
  }
  while (!held.empty()) give_first();
  return spoilt;
}

TEST(Damage, SpoilsWhatIsShownBehindItUpToAKeyFrame) {
  EXPECT_EQ(spoilt_by(6), (std::set<std::int64_t>{7, 8, 9, 10, 11})) << "what waits in the decoder is whole";
  EXPECT_EQ(spoilt_by(15), (std::set<std::int64_t>{16, 17, 18, 19, 20, 21})) << "of the last there is no end";
}

TEST(Damage, OfAFrameThatNothingRefersToIsItsOwn) {
  EXPECT_TRUE(spoilt_by(4).empty());
}

TEST(Damage, OfAKeyFrameIsNotEndedByTheOneBefore) {
  EXPECT_EQ(spoilt_by(3), (std::set<std::int64_t>{4, 5, 6, 7, 8, 9, 10, 11}));
  const auto of_key = spoilt_by(12);
  EXPECT_TRUE(of_key.contains(13) && of_key.contains(21));
  EXPECT_FALSE(of_key.contains(9));
}

TEST(Damage, HealsAfterTenSeconds) {
  EXPECT_EQ(spoilt_by(15, 1.7), (std::set<std::int64_t>{16})) << "17 is shown at the tenth second";
}

TEST(Damage, WithoutStampsAnyKeyFrameEndsIt) {
  Damage damage;
  const Damage::Stamps none;
  damage.sending(none);
  damage.of_packet(none, 0);
  EXPECT_TRUE(damage.spoils(none, false, 1));
  EXPECT_FALSE(damage.spoils(none, true, 2));
  EXPECT_FALSE(damage.spoils(none, false, 3));
}

}  // namespace
}  // namespace emo::video
