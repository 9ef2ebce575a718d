// What a model says about one face of a data set.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace emo::train {

struct FacePrediction {
  std::string id;                    ///< file or row
  std::int32_t gold = -1;            ///< index of the right class
  std::vector<float> probabilities;  ///< one per class, sum 1
};

/// What the first head of an exported model says about the faces that it was judged on.
struct JudgedFaces {
  std::vector<FacePrediction> dev;
  std::vector<FacePrediction> test;  ///< those held out by config.test_fraction; none without it
};

}  // namespace emo::train
