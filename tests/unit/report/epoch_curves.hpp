// Curves of epochs 1, 2, … put together from their values.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "report/overfitting.hpp"

namespace emo::test {

inline std::vector<report::EpochPoint> curve(std::initializer_list<double> train, std::initializer_list<double> dev) {
  std::vector<report::EpochPoint> points;
  auto t = train.begin();
  for (const double d : dev) {
    points.push_back({static_cast<std::int64_t>(points.size()) + 1, *t++, d, {}, {}});
  }
  return points;
}

inline void add_scores(std::vector<report::EpochPoint>& points, std::initializer_list<double> train,
                       std::initializer_list<double> dev) {
  auto d = dev.begin();
  std::size_t i = 0;
  for (const double t : train) {
    points[i].train_score = t;
    points[i++].dev_score = *d++;
  }
}

}  // namespace emo::test
