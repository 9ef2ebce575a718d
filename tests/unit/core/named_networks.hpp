// Architectures that several tests build.
#pragma once

#include <cstdint>
#include <string>

#include "core/image_network.hpp"

namespace emo::core {

/// Net B of our recipe, with both heads.
inline ImageArchitecture net_b() {
  ImageArchitecture a;
  a.heads = {{"emotion", 7}, {"fer", 7}};
  return a;
}

/// `name` at its defaults for RGB pictures of 64 x 64, one head of 7.
inline ImageNetwork network_of(const std::string& name) {
  ImageArchitecture a;
  a.name = name;
  a.channels = 3;
  a.height = a.width = 64;
  a.heads = {{"emotion", 7}};
  return build_network(a).value();
}

}  // namespace emo::core
