// Words for the parts of a data set. Which files or rows they are, the readers know; parting a data set that has no
// parts is training's work (train/text_split).
#include "dataset/split.hpp"

#include <array>
#include <string>

#include "core/ascii.hpp"

namespace emo::dataset {
std::optional<Split> split_of(std::string_view name) {
  struct Known {
    std::string_view name;
    Split split;
  };
  static constexpr std::array<Known, 11> kKnown{{{"train", Split::kTrain},
                                                 {"training", Split::kTrain},
                                                 {"dev", Split::kDev},
                                                 {"development", Split::kDev},
                                                 {"val", Split::kDev},
                                                 {"valid", Split::kDev},
                                                 {"validation", Split::kDev},
                                                 {"publictest", Split::kDev},
                                                 {"test", Split::kTest},
                                                 {"testing", Split::kTest},
                                                 {"privatetest", Split::kTest}}};
  const std::string wanted = core::lower_ascii(name);
  for (const Known& known : kKnown) {
    if (known.name == wanted) return known.split;
  }
  return std::nullopt;
}

std::string_view name_of(Split split) {
  switch (split) {
    case Split::kTrain:
      return "train";
    case Split::kDev:
      return "dev";
    case Split::kTest:
      return "test";
    case Split::kNone:
      break;
  }
  return "";
}

}  // namespace emo::dataset
