// Words for the parts of a data set. Which files or rows they are, the readers know; parting a data set that has no
// parts is training's work (train/text_split).
#include "dataset/split.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/ascii.hpp"

namespace emo::dataset {
namespace {

/// What people add to the name of a part: "train_set" (AffectNet), "Test images", "01_val", "training-data".
bool says_nothing(std::string_view word) {
  constexpr std::array<std::string_view, 10> kWords{"set",  "data", "image", "images",   "img",
                                                    "imgs", "face", "faces", "pictures", "split"};
  const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
  return number || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The words of a name, in small letters: digits and letters apart, and without the "set" of "trainset".
std::vector<std::string> words_of(std::string_view name) {
  constexpr std::string_view kSet = "set", kParting = "_- .";
  enum class Kind { kBetween, kDigit, kLetter };
  const auto kind_of = [&](char c) {
    if (kParting.find(c) != std::string_view::npos) return Kind::kBetween;
    return c >= '0' && c <= '9' ? Kind::kDigit : Kind::kLetter;
  };
  std::vector<std::string> words;
  Kind last = Kind::kBetween;
  for (const char c : core::lower_ascii(name)) {
    const Kind kind = kind_of(c);
    if (kind != Kind::kBetween && kind != last) words.emplace_back();
    if (kind != Kind::kBetween) words.back() += c;
    last = kind;
  }
  for (std::string& word : words) {
    if (word.size() > kSet.size() && word.ends_with(kSet)) word.resize(word.size() - kSet.size());
  }
  return words;
}

}  // namespace

std::optional<Split> split_of(std::string_view name) {
  name = core::trimmed(name, " \t\r\n");
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

std::optional<Split> split_in_name(std::string_view name) {
  std::string rest;
  for (const std::string& word : words_of(name)) {
    if (!says_nothing(word)) rest += word;
  }
  return split_of(rest);
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
