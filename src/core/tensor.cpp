// Printing of shapes. Arithmetic on tensors lives in nn.
#include "core/tensor.hpp"

namespace emo::core {

std::string to_string(const Shape& shape) {
  std::string out = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (i != 0) out += ", ";
    out += std::to_string(shape[i]);
  }
  return out + "]";
}

}  // namespace emo::core
