// Two numbers per text, its length in words and how many of them the training split knows, compared between splits.
// Shift of the labels is label_rules.cpp's; the statistics are two_samples.cpp's.
#include "doctor/text_shift.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/number_words.hpp"
#include "doctor/two_samples.hpp"

namespace emo::doctor {
namespace {

constexpr std::uint64_t kTenth = 10;
constexpr double kLeastDifference = 0.02;  // of the shares of unknown words
constexpr std::uint64_t kLeastWords = 500;

template <class Use>
void for_each_word(std::string_view key, const Use& use) {
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) use(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
}

struct Unknown {
  std::uint64_t words = 0, unknown = 0;
  [[nodiscard]] double share() const {
    return words == 0 ? 0 : static_cast<double>(unknown) / static_cast<double>(words);
  }
};

void examine_lengths(const TextData& data, std::size_t train, Examination& examination) {
  std::vector<std::vector<double>> lengths(data.view.splits.size());
  for (std::size_t i = 0; i < data.keys.size(); ++i) {
    double words = 0;
    for_each_word(data.keys[i], [&](std::string_view) { ++words; });
    lengths[data.view.items[i].split].push_back(words);
  }
  for (std::size_t s = 0; s < lengths.size(); ++s) {
    if (s == train || lengths[s].empty()) continue;
    const ShiftOfValues shift = compare_values(lengths[train], lengths[s]);
    const std::string words = "Words per text in '" + data.view.splits[s].name + "' (median " +
                              core::formatted("%g", shift.median_second) + ") against '" +
                              data.view.splits[train].name + "' (median " + core::formatted("%g", shift.median_first) +
                              "): KS distance " + core::formatted("%.3f", shift.distance) + ", " +
                              std::string(size_in_words(shift.distance, kKolmogorovSizes)) +
                              " (p = " + core::formatted("%.2g", shift.p_value) + ").";
    if (shift.distance < kWarnLengthShift || shift.p_value > kSignificant) {
      examination.checks.push_back({"length_shift", words});
      continue;
    }
    examination.findings.push_back(
        {.code = "length_shift",
         .severity = Severity::kWarning,
         .message = words,
         .number = shift.distance,
         .measure = "KS distance",
         .fix = "Figures on it are of another kind of text: report them as such, or train on texts "
                "of these lengths too."});
  }
}

void examine_vocabulary(const TextData& data, std::size_t train, Examination& examination) {
  std::unordered_map<std::string_view, bool> in_rest;  // word of training -> also outside its held-out tenth
  std::vector<Unknown> unknown(data.view.splits.size());
  Unknown held_out;
  const auto of_train = [&](std::size_t i) { return data.view.items[i].split == train; };
  for (std::size_t i = 0; i < data.keys.size(); ++i) {
    if (!of_train(i)) continue;
    const bool rest = i % kTenth != 0;
    for_each_word(data.keys[i], [&](std::string_view word) {
      bool& known = in_rest[word];
      known = known || rest;
    });
  }
  for (std::size_t i = 0; i < data.keys.size(); ++i) {
    if (of_train(i) && i % kTenth != 0) continue;
    Unknown& count = of_train(i) ? held_out : unknown[data.view.items[i].split];
    for_each_word(data.keys[i], [&](std::string_view word) {
      ++count.words;
      const auto it = in_rest.find(word);
      count.unknown += it == in_rest.end() || !it->second ? 1 : 0;
    });
  }
  for (std::size_t s = 0; s < unknown.size(); ++s) {
    if (s == train || unknown[s].words < kLeastWords || held_out.words < kLeastWords) continue;
    const double share = unknown[s].share(), usual = held_out.share();
    const std::string words = percent(share) + " of the words in '" + data.view.splits[s].name + "' are not in '" +
                              data.view.splits[train].name + "'; of a tenth of that held out, " + percent(usual) +
                              " are new to the rest.";
    if (share < kWarnUnknownWords * usual || share - usual < kLeastDifference) {
      examination.checks.push_back({"vocabulary_shift", words});
      continue;
    }
    examination.findings.push_back(
        {.code = "vocabulary_shift",
         .severity = Severity::kWarning,
         .message = words,
         .number = usual > 0 ? share / usual : 0,
         .measure = "ratio",
         .fix = "The split is of another topic, time or language: say so with its figures."});
  }
}

}  // namespace

void examine_text_shift(const TextData& data, Examination& examination) {
  const std::size_t train = data.view.train_split();
  if (train == SIZE_MAX || data.view.splits.size() < 2) return;
  examine_lengths(data, train, examination);
  examine_vocabulary(data, train, examination);
}

}  // namespace emo::doctor
