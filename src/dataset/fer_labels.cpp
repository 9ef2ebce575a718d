// Names, splits and votes of FER2013, FER+ and RAF-DB. Reads no files. Synonyms across data sets are core/labels'; here
// are only the numbers and orders that these three chose.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/ascii.hpp"
#include "core/labels.hpp"
#include "core/quote.hpp"
#include "dataset/face_readers.hpp"

namespace emo::dataset {
namespace {

constexpr std::size_t kContempt = 7;
constexpr std::size_t kUnknown = 8;  // it and NF are no classes

}  // namespace

const std::vector<std::string>& fer_classes() {
  static const std::vector<std::string> kNames{"angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"};
  return kNames;
}

const std::vector<std::string>& raf_classes() {
  static const std::vector<std::string> kNames{"surprise", "fear",  "disgust", "happiness",
                                               "sadness",  "anger", "neutral"};
  return kNames;
}

const std::vector<std::string>& vote_labels() {
  static const std::vector<std::string> kNames{"neutral", "happiness", "surprise", "sadness", "anger",
                                               "disgust", "fear",      "contempt", "unknown", "NF"};
  return kNames;
}

std::optional<std::size_t> majority_vote(const std::vector<std::uint8_t>& votes) {
  if (votes.size() != kVoteCount) return std::nullopt;
  int total = 0;
  std::size_t best = 0;
  const auto counted = [&](std::size_t k) { return votes[k] == 1 ? 0 : static_cast<int>(votes[k]); };
  for (std::size_t k = 0; k < votes.size(); ++k) {
    total += counted(k);
    if (counted(k) > counted(best)) best = k;
  }
  if (best >= kUnknown || 2 * counted(best) <= total) return std::nullopt;
  return best;
}

std::size_t leave_out(FaceData& data, const std::function<bool(const FaceItem&)>& leaves_out) {
  return std::erase_if(data.items, [&](FaceItem& item) {
    if (!leaves_out(item)) return false;
    item.image = vision::Image();
    data.left_out.push_back(std::move(item));
    return true;
  });
}

Result<std::size_t> label_by_majority(FaceData& data, bool seven_classes) {
  const bool voted =
      std::any_of(data.items.begin(), data.items.end(), [](const FaceItem& item) { return !item.votes.empty(); });
  if (!voted) {
    return Error{ErrorCode::kInvalidData,
                 "the data has no FER+ votes; expected a packed folder or a FER2013 csv with "
                 "fer2013new.csv beside it"};
  }
  const std::size_t dropped = leave_out(data, [&](const FaceItem& item) {
    const auto best = majority_vote(item.votes);
    return !best || (seven_classes && *best == kContempt);
  });
  for (FaceItem& item : data.items) item.label = vote_labels()[*majority_vote(item.votes)];
  data.labelled_by.clear();
  data.classes.assign(vote_labels().begin(), vote_labels().begin() + (seven_classes ? kContempt : kUnknown));
  return dropped;
}

std::size_t keep_split(FaceData& data, Split split) {
  const std::size_t others = std::erase_if(data.items, [&](const FaceItem& item) { return item.split != split; });
  data.of_a_part = data.of_a_part || others > 0;
  return others;
}

std::optional<int> number_of(const std::string& label) {
  int number = 0;
  const std::string_view digits = core::without_zero_decimals(label);
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (code != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool has_number(const FaceData& data, int number) {
  return std::any_of(data.items.begin(), data.items.end(),
                     [&](const FaceItem& item) { return number_of(item.label) == number; });
}

Result<std::string> named_label(const std::string& text, const std::vector<std::string>& names, int base) {
  const auto number = number_of(text);
  if (names.empty() || !number) return text;
  const std::int64_t index = std::int64_t{*number} - base;
  if (index < 0 || index >= static_cast<std::int64_t>(names.size())) {
    return Error{ErrorCode::kInvalidData, "label " + core::quoted(text) + " is out of range, expected " +
                                              std::to_string(base) + " to " +
                                              std::to_string(base + static_cast<int>(names.size()) - 1)};
  }
  return names[static_cast<std::size_t>(index)];
}

std::string numbers_in_words(const std::vector<std::string>& names, int base, const FaceData& data) {
  std::string words;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const int number = base + static_cast<int>(k);
    if (!has_number(data, number)) continue;
    words += (words.empty() ? "" : ", ") + std::to_string(number) + " = " + names[k];
  }
  return words;
}

void name_numbers(const std::vector<std::string>& names, FaceData& data) {
  const int base = !has_number(data, 0) && has_number(data, static_cast<int>(names.size())) ? 1 : 0;
  const std::string words = numbers_in_words(names, base, data);
  if (!words.empty()) data.told.push_back("numbers of the labels: " + words);
  name_numbers(names, base, data);
}

void name_numbers(const std::vector<std::string>& names, int base, FaceData& data) {
  std::erase_if(data.items, [&](FaceItem& item) {
    auto label = named_label(item.label, names, base);
    if (label) {
      item.label = std::move(label).value();
      return false;
    }
    data.rejected.push_back(label.error().at(item.place));
    return true;
  });
}

const std::map<std::string, std::string>::value_type* told_in(const std::map<std::string, std::string>& extra,
                                                              std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& column : extra) {
      if (!column.second.empty() && core::lower_ascii(column.first) == name) return &column;
    }
  }
  return nullptr;
}

Result<void> PartsByColumn::apply(FaceData& data) const {
  const auto has_split = [](const FaceItem& item) { return item.split != Split::kNone; };
  if (std::any_of(data.items.begin(), data.items.end(), has_split)) return {};
  EMO_ASSIGN(const auto found, column_.found());
  if (!found) return {};
  for (std::size_t i = 0; i < data.items.size(); ++i) data.items[i].split = found->splits[row_of_[i]];
  data.told.push_back("the column " + core::quoted(found->name) + " says which part of the data each row is in");
  return {};
}

void reject_unnamed(const std::vector<std::string>& names, FaceData& data) {
  std::erase_if(data.items, [&](const FaceItem& item) {
    if (item.label.empty() || std::find(names.begin(), names.end(), item.label) != names.end()) return false;
    const Error error{ErrorCode::kInvalidData, "label " + core::quoted(item.label) + " is no number, expected 0 to " +
                                                   std::to_string(names.size() - 1) +
                                                   " as in the other rows, or a name of theirs, such as " +
                                                   core::quoted(names.front())};
    data.rejected.push_back(error.at(item.place));
    return true;
  });
}

void collect_classes(FaceData& data, const std::vector<std::string>& order) {
  std::vector<std::string> met;
  for (const FaceItem& item : data.items) {
    if (!item.label.empty()) met.push_back(item.label);
  }
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  data.classes.clear();
  for (const std::string& name : order) {
    if (std::binary_search(met.begin(), met.end(), name)) data.classes.push_back(name);
  }
  for (const std::string& name : met) {
    if (std::find(order.begin(), order.end(), name) == order.end()) data.classes.push_back(name);
  }
}

Result<std::vector<std::uint8_t>> votes_of(const std::map<std::string, std::string>& values) {
  constexpr int kMostVotes = 100;
  std::vector<std::uint8_t> votes;
  for (const std::string& name : vote_labels()) {
    const auto found = values.find(name);
    if (found == values.end()) {
      return Error{ErrorCode::kInvalidData, "there is no column '" + name + "', expected FER+'s ten votes"};
    }
    const std::string& text = found->second;
    int count = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (code != std::errc{} || end != text.data() + text.size() || count < 0 || count > kMostVotes) {
      return Error{ErrorCode::kInvalidData,
                   "column '" + name + "' is " + core::quoted(text) + ", expected a number of votes, 0 to 100"};
    }
    votes.push_back(static_cast<std::uint8_t>(count));
  }
  return votes;
}

}  // namespace emo::dataset
