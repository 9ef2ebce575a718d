// One head of a model as evaluation sees it, whatever the model looks at.
#pragma once

#include <string>
#include <vector>

#include "core/text_architecture.hpp"

namespace emo::eval {

struct HeadView {
  std::string name;
  std::vector<std::string> labels;  ///< K names, in score order
  core::HeadActivation activation = core::HeadActivation::kSoftmax;
  std::vector<double> thresholds;  ///< K decision thresholds of a sigmoid head; empty = 0.5
};

}  // namespace emo::eval
