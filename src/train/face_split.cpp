// Splitting by class and by copies. Which faces are copies, face_duplicate_groups knows; what was held out, the data
// set books. Texts are split in text_split.cpp.
#include "train/face_split.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <unordered_set>
#include <utility>

#include "core/random.hpp"
#include "train/face_duplicate_groups.hpp"
#include "vision/hash.hpp"

namespace emo::train {
namespace {

using dataset::Split;
using ClassOfHead = std::pair<std::ptrdiff_t, std::int32_t>;  // an index means another class to another head

ClassOfHead class_of_example(const FaceExample& example) {
  const auto& labels = example.labels;
  const auto known = std::find_if(labels.begin(), labels.end(), [](const FaceLabel& label) { return label.gold >= 0; });
  if (known == labels.end()) return {-1, -1};
  return {known - labels.begin(), known->gold};
}

std::uint64_t hash_of(const FaceDataset& data, const FaceExample& example) {
  return vision::pixel_hash(image_of(data.images, example.image));
}

// Where each group of copies goes.
std::vector<Split> ways_of_groups(const FaceTrainConfig& config, bool dev, const std::vector<FaceExample>& train,
                                  const std::vector<std::size_t>& group_of) {
  std::map<ClassOfHead, std::vector<std::size_t>> groups;  // class of the first copy -> groups
  std::size_t known = 0;
  for (std::size_t i = 0; i < train.size(); ++i) {
    if (group_of[i] < known) continue;
    groups[class_of_example(train[i])].push_back(known++);
  }
  core::Random random(static_cast<std::uint64_t>(config.split_seed > 0 ? config.split_seed : config.seed));
  std::vector<Split> goes(known, Split::kTrain);
  for (auto& [label, members] : groups) {
    random.shuffle(std::span(members));
    std::size_t taken = 0;
    const auto take = [&, &of_class = members](double share, Split split) {
      const auto count = static_cast<std::size_t>(share * static_cast<double>(of_class.size()) + 0.5);
      const std::size_t end = std::min(taken + count, of_class.size() - 1);
      for (; taken < end; ++taken) goes[of_class[taken]] = split;
    };
    if (dev) take(config.dev_fraction, Split::kDev);
    take(config.test_fraction, Split::kTest);
  }
  return goes;
}

}  // namespace

void hold_out_faces(const FaceTrainConfig& config, bool dev, FaceDataset& data) {
  std::vector<std::size_t> rows;
  for (const auto& example : data.train) rows.push_back(example.image);
  const auto group_of = duplicate_groups(data.images, rows);
  const auto goes = ways_of_groups(config, dev, data.train, group_of);
  std::vector<FaceExample> kept;
  for (std::size_t i = 0; i < data.train.size(); ++i) {
    const Split way = goes[group_of[i]];
    auto& split = way == Split::kTrain ? kept : way == Split::kDev ? data.dev : data.test;
    split.push_back(std::move(data.train[i]));
  }
  data.train = std::move(kept);
}

std::vector<FaceExample> drop_copies_of_held_out(FaceDataset& data) {
  std::unordered_set<std::uint64_t> held;
  for (const auto* split : {&data.dev, &data.test}) {
    for (const auto& example : *split) held.insert(hash_of(data, example));
  }
  const auto copy = std::stable_partition(data.train.begin(), data.train.end(), [&](const FaceExample& example) {
    return !held.contains(hash_of(data, example));
  });
  std::vector<FaceExample> copies(std::make_move_iterator(copy), std::make_move_iterator(data.train.end()));
  data.dropped += copies.size();
  data.train.erase(copy, data.train.end());
  return copies;
}

void count_near_copies(FaceDataset& data) {
  std::vector<std::size_t> rows;
  for (const auto* split : {&data.train, &data.dev, &data.test}) {
    for (const auto& example : *split) rows.push_back(example.image);
  }
  const auto group_of = duplicate_groups(data.images, rows);
  const auto learnt = group_of.begin() + static_cast<std::ptrdiff_t>(data.train.size());
  const std::unordered_set<std::size_t> groups(group_of.begin(), learnt);
  data.judged_near_copies = static_cast<std::size_t>(
      std::count_if(learnt, group_of.end(), [&](std::size_t group) { return groups.contains(group); }));
}

}  // namespace emo::train
