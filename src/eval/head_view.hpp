// One head of a model as evaluation sees it, whatever the model looks at.
#pragma once

#include <string>
#include <vector>

#include "core/text_architecture.hpp"
#include "io/manifest.hpp"

namespace emo::eval {

struct HeadView {
  std::string name;
  std::vector<std::string> labels;  ///< K names, in score order
  core::HeadActivation activation = core::HeadActivation::kSoftmax;
  std::vector<double> thresholds;  ///< K decision thresholds of a sigmoid head; empty = 0.5
};

inline std::vector<HeadView> heads_of(const io::Manifest& manifest) {
  std::vector<HeadView> heads;
  for (const auto& head : manifest.heads) heads.push_back({head.name, head.labels, head.activation, head.thresholds});
  return heads;
}

}  // namespace emo::eval
