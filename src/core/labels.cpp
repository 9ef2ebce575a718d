// One table of what every label of the supported data sets means. Not a mapping between models: a data set whose
// labels mean something else brings its own --map file.
#include "core/labels.hpp"

#include <algorithm>
#include <array>

#include "core/ascii.hpp"

namespace emo::core {
namespace {

constexpr std::array<std::string_view, kBasicCount> kBasicNames{"anger",   "disgust", "fear",    "joy",
                                                                "neutral", "sadness", "surprise"};
constexpr std::array<std::string_view, kPolarityCount> kPolarityNames{"negative", "neutral", "positive"};
constexpr std::array<std::string_view, kFineCount> kFineNames{
    "admiration", "amusement",   "anger",          "annoyance",   "approval", "caring",        "confusion",
    "curiosity",  "desire",      "disappointment", "disapproval", "disgust",  "embarrassment", "excitement",
    "fear",       "gratitude",   "grief",          "joy",         "love",     "nervousness",   "optimism",
    "pride",      "realization", "relief",         "remorse",     "sadness",  "surprise",      "neutral"};

struct Meaning {
  std::string_view label;      ///< folded
  std::string_view canonical;  ///< the name used here; `label` itself where it is no mere synonym
  std::optional<Basic> basic;
  std::optional<Polarity> polarity;
};

constexpr auto kNeg = Polarity::kNegative;
constexpr auto kPos = Polarity::kPositive;
constexpr std::nullopt_t kUnset = std::nullopt;

// Sorted by label. Basic classes after GoEmotions' Ekman mapping, polarity after its sentiment mapping and, for trust,
// XED's. Labels that several classes share in the literature (contempt, trust, anticipation) have no basic class.
constexpr std::array kMeanings{
    Meaning{"admiration", "admiration", Basic::kJoy, kPos},
    Meaning{"afraid", "fear", Basic::kFear, kNeg},
    Meaning{"amused", "amusement", Basic::kJoy, kPos},
    Meaning{"amusement", "amusement", Basic::kJoy, kPos},
    Meaning{"anger", "anger", Basic::kAnger, kNeg},
    Meaning{"angry", "anger", Basic::kAnger, kNeg},
    Meaning{"annoyance", "annoyance", Basic::kAnger, kNeg},
    Meaning{"annoyed", "annoyance", Basic::kAnger, kNeg},
    Meaning{"anticipation", "anticipation", kUnset, kUnset},
    Meaning{"approval", "approval", Basic::kJoy, kPos},
    Meaning{"awe_sublime", "awe_sublime", kUnset, kPos},
    Meaning{"beauty_joy", "beauty_joy", Basic::kJoy, kPos},
    Meaning{"caring", "caring", Basic::kJoy, kPos},
    Meaning{"confused", "confusion", Basic::kSurprise, kUnset},
    Meaning{"confusion", "confusion", Basic::kSurprise, kUnset},
    Meaning{"contempt", "contempt", kUnset, kNeg},
    Meaning{"courage", "courage", kUnset, kPos},
    Meaning{"curiosity", "curiosity", Basic::kSurprise, kUnset},
    Meaning{"curious", "curiosity", Basic::kSurprise, kUnset},
    Meaning{"desire", "desire", Basic::kJoy, kPos},
    Meaning{"disappointed", "disappointment", Basic::kSadness, kNeg},
    Meaning{"disappointment", "disappointment", Basic::kSadness, kNeg},
    Meaning{"disapproval", "disapproval", Basic::kAnger, kNeg},
    Meaning{"disgust", "disgust", Basic::kDisgust, kNeg},
    Meaning{"disgusted", "disgust", Basic::kDisgust, kNeg},
    Meaning{"embarrassed", "embarrassment", Basic::kSadness, kNeg},
    Meaning{"embarrassment", "embarrassment", Basic::kSadness, kNeg},
    Meaning{"enjoyment", "joy", Basic::kJoy, kPos},
    Meaning{"excited", "excitement", Basic::kJoy, kPos},
    Meaning{"excitement", "excitement", Basic::kJoy, kPos},
    Meaning{"fear", "fear", Basic::kFear, kNeg},
    Meaning{"fearful", "fear", Basic::kFear, kNeg},
    Meaning{"grateful", "gratitude", Basic::kJoy, kPos},
    Meaning{"gratitude", "gratitude", Basic::kJoy, kPos},
    Meaning{"grief", "grief", Basic::kSadness, kNeg},
    Meaning{"happiness", "joy", Basic::kJoy, kPos},
    Meaning{"happy", "joy", Basic::kJoy, kPos},
    Meaning{"hate", "hate", Basic::kDisgust, kNeg},
    Meaning{"humor", "humor", Basic::kJoy, kPos},
    Meaning{"humour", "humor", Basic::kJoy, kPos},
    Meaning{"joy", "joy", Basic::kJoy, kPos},
    Meaning{"joyful", "joy", Basic::kJoy, kPos},
    Meaning{"love", "love", Basic::kJoy, kPos},
    Meaning{"mad", "anger", Basic::kAnger, kNeg},
    Meaning{"mixed", "mixed", kUnset, kUnset},
    Meaning{"neg", "negative", kUnset, kNeg},
    Meaning{"negative", "negative", kUnset, kNeg},
    Meaning{"nervous", "nervousness", Basic::kFear, kNeg},
    Meaning{"nervousness", "nervousness", Basic::kFear, kNeg},
    Meaning{"neu", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"neutral", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"neutrality", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"no_emotion", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"no_impact", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"noemo", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"none", "neutral", Basic::kNeutral, Polarity::kNeutral},
    Meaning{"nostalgia", "nostalgia", kUnset, kUnset},
    Meaning{"optimism", "optimism", Basic::kJoy, kPos},
    Meaning{"optimistic", "optimism", Basic::kJoy, kPos},
    Meaning{"other", "other", Basic::kNeutral, kUnset},
    Meaning{"others", "other", Basic::kNeutral, kUnset},
    Meaning{"peace", "peace", kUnset, kPos},
    Meaning{"peaceful", "peace", kUnset, kPos},
    Meaning{"pessimism", "pessimism", Basic::kSadness, kNeg},
    Meaning{"pos", "positive", kUnset, kPos},
    Meaning{"positive", "positive", kUnset, kPos},
    Meaning{"powerful", "powerful", kUnset, kPos},
    Meaning{"pride", "pride", Basic::kJoy, kPos},
    Meaning{"proud", "pride", Basic::kJoy, kPos},
    Meaning{"realisation", "realization", Basic::kSurprise, kUnset},
    Meaning{"realization", "realization", Basic::kSurprise, kUnset},
    Meaning{"relief", "relief", Basic::kJoy, kPos},
    Meaning{"remorse", "remorse", Basic::kSadness, kNeg},
    Meaning{"sad", "sadness", Basic::kSadness, kNeg},
    Meaning{"sadness", "sadness", Basic::kSadness, kNeg},
    Meaning{"scared", "fear", Basic::kFear, kNeg},
    Meaning{"surprise", "surprise", Basic::kSurprise, kUnset},
    Meaning{"surprised", "surprise", Basic::kSurprise, kUnset},
    Meaning{"suspense", "suspense", kUnset, kUnset},
    Meaning{"trust", "trust", kUnset, kPos},
    Meaning{"uneasiness", "uneasiness", Basic::kFear, kNeg},
    Meaning{"vitality", "vitality", kUnset, kPos},
};
static_assert(std::ranges::is_sorted(kMeanings, {}, &Meaning::label));

std::string folded(std::string_view label) {
  std::string out = lower_ascii(without_zero_decimals(trimmed(label, " \t\r\n")));
  for (char& c : out) {
    if (c == ' ' || c == '-') c = '_';
  }
  return out;
}

const Meaning* find_meaning(std::string_view label) {
  const auto* it = std::lower_bound(kMeanings.begin(), kMeanings.end(), label,
                                    [](const Meaning& m, std::string_view key) { return m.label < key; });
  return it != kMeanings.end() && it->label == label ? it : nullptr;
}

}  // namespace

std::string_view without_zero_decimals(std::string_view label) {
  const auto point = label.find('.');
  if (point == 0 || point == std::string_view::npos) return label;
  const bool digits = label.substr(0, point).find_first_not_of("0123456789") == std::string_view::npos;
  const bool zeros = label.substr(point + 1).find_first_not_of('0') == std::string_view::npos;
  return digits && zeros ? label.substr(0, point) : label;
}

std::span<const std::string_view, kBasicCount> basic_names() {
  return kBasicNames;
}
std::span<const std::string_view, kPolarityCount> polarity_names() {
  return kPolarityNames;
}
std::span<const std::string_view, kFineCount> fine_names() {
  return kFineNames;
}

std::optional<Basic> basic_of(std::string_view label) {
  const Meaning* meaning = find_meaning(folded(label));
  return meaning != nullptr ? meaning->basic : std::nullopt;
}

std::optional<Polarity> polarity_of(std::string_view label) {
  const Meaning* meaning = find_meaning(folded(label));
  return meaning != nullptr ? meaning->polarity : std::nullopt;
}

bool is_known_label(std::string_view label) {
  return find_meaning(folded(label)) != nullptr;
}

std::vector<std::string_view> known_labels() {
  std::vector<std::string_view> labels;
  labels.reserve(kMeanings.size());
  for (const Meaning& meaning : kMeanings) labels.push_back(meaning.label);
  return labels;
}

std::string canonical_label(std::string_view label) {
  std::string name = folded(label);
  const Meaning* meaning = find_meaning(name);
  return meaning != nullptr ? std::string(meaning->canonical) : name;
}

}  // namespace emo::core
