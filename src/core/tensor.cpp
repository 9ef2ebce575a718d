// Printing of shapes, for messages; all else about views is inline in the header. Arithmetic on tensors is src/nn's,
// and owning them is the business of whoever made them.
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
