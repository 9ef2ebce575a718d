// What a head is to those who do not compute it: a name and a number of classes.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace emo::core {

using HeadSizes = std::vector<std::pair<std::string, std::int64_t>>;

/// Name and number of classes of each head of an architecture, in its order.
template <class Head>
HeadSizes head_sizes(const std::vector<Head>& heads) {
  HeadSizes sizes;
  for (const Head& head : heads) sizes.emplace_back(head.name, head.classes);
  return sizes;
}

}  // namespace emo::core
