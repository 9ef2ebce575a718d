// Counting of languages over the training rows. The identification is text/language's, the one that inference asks too;
// abstaining on other languages is pipeline/abstention's.
#include "train/text_languages.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "core/joined.hpp"
#include "text/language.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kMostRows = 20000;  // more do not change the answer
constexpr std::size_t kFewestRows = 10;   // that can be told; fewer may all be mistakes
constexpr std::size_t kShare = 10;        // one of fewer than one row in so many of the first is a mistake or a guest
constexpr const char* kUsual = "en";

struct Told {
  std::size_t rows = 0;
  std::vector<std::pair<std::size_t, std::string>> languages;  // rows and code, most frequent first
};

Told languages_of(const TextDataset& data, const TextTrainConfig& config) {
  std::vector<const TextExample*> labelled;
  for (const auto& example : data.train) {
    if (config.sources[example.source].labelled) labelled.push_back(&example);
  }
  const std::size_t looked_at = std::min(kMostRows, labelled.size());
  std::map<std::string, std::size_t> counts;
  Told told;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const auto language = text::detect_language(labelled[i * labelled.size() / looked_at]->text);
    if (language.code == "und" || language.confidence < text::kLanguageConfidence) continue;
    ++counts[language.code];
    ++told.rows;
  }
  for (const auto& [code, count] : counts) told.languages.emplace_back(count, code);
  std::stable_sort(told.languages.begin(), told.languages.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  return told;
}

// A model abstains on texts of other languages than those given, so a word that is none of the data's should be seen.
std::string given_in_words(const Told& told, const TextTrainConfig& config) {
  const auto is_given = [&](const std::pair<std::size_t, std::string>& language) {
    return std::find(config.languages.begin(), config.languages.end(), language.second) != config.languages.end();
  };
  if (told.languages.empty() || std::any_of(told.languages.begin(), told.languages.end(), is_given))
    return " (as given)";
  return " (as given, though none of " + std::to_string(told.rows) + " rows that could be told is in it: most are in " +
         told.languages.front().second + ")";
}

}  // namespace

std::string choose_languages(const TextDataset& data, const std::vector<std::string>& of_start,
                             TextTrainConfig& config) {
  const Told told = languages_of(data, config);
  if (!config.languages.empty()) return "languages: " + core::joined(config.languages) + given_in_words(told, config);
  if (told.rows < kFewestRows) {
    config.languages = of_start.empty() ? std::vector<std::string>{kUsual} : of_start;
    return "languages: " + core::joined(config.languages) + " (" +
           (of_start.empty() ? "by default" : "those of the start") + ", for only " + std::to_string(told.rows) +
           " training rows could be told; --languages names others)";
  }
  std::vector<std::string> counts;
  for (const auto& [count, code] : told.languages) {
    if (count * kShare < told.languages.front().first) break;
    config.languages.push_back(code);
    counts.push_back(std::to_string(count));
  }
  return "languages: " + core::joined(config.languages) + " (from " + core::joined(counts, " and ") + " of " +
         std::to_string(told.rows) + " rows that could be told)";
}

}  // namespace emo::train
