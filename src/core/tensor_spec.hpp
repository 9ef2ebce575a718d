// A tensor that a model of some architecture has: what follows from hyper-parameters, without its values.
#pragma once

#include <string>

#include "core/tensor.hpp"

namespace emo::core {

struct TensorSpec {
  std::string name;
  Shape shape;
  bool quantizable = false;  ///< a 2-d matrix that an int8 bundle stores as s8 + "<name>.scale" (f32 per row)
  bool multiplied = false;   ///< and that the int8 matrix product reads
};

}  // namespace emo::core
