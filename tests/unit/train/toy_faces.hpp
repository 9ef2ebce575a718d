// A face training task small enough for a test: patterns of stripes that stand for expressions.
#pragma once

#include <cstddef>
#include <string>

#include "train/face_config.hpp"

namespace emo::test {

/// A FER2013 csv with `per_class` rows of each of angry (0, horizontal stripes), happy (3, vertical) and neutral (6,
/// diagonal): 8 of 10 Training, 1 PublicTest, 1 PrivateTest, or all Training without `splits`.
std::string toy_fer_csv(std::size_t per_class, unsigned seed, bool splits = true);

/// Writes `folder`/fer.csv and describes a net of 12 x 12 pixels and a few hundred weights on it.
train::FaceTrainConfig toy_face_config(const std::string& folder, std::size_t per_class = 40);

/// Gives `config` a second source like its first, which reads `path`, and a head for each: "first" learns from the old
/// one, "second" from the new one.
void add_second_head(train::FaceTrainConfig& config, std::string path);

}  // namespace emo::test
