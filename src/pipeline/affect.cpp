// The table basic class -> valence, arousal, polarity and the means over it. Not a model: nothing here is trained,
// which is why results list these figures as derived. Sentiment that a head predicts does not come here.
#include "pipeline/affect.hpp"

#include <array>

#include "core/assert.hpp"
#include "core/labels.hpp"

namespace emo::pipeline {
namespace {

/// In the order of core::Basic.
constexpr std::array<Affect, core::kBasicCount> kCircumplex{{
    {-0.7, 0.8},  // anger
    {-0.7, 0.5},  // disgust
    {-0.7, 0.8},  // fear
    {0.8, 0.6},   // joy
    {0.0, 0.2},   // neutral
    {-0.7, 0.3},  // sadness
    {0.1, 0.7},   // surprise
}};

core::Polarity polarity_of(core::Basic basic) {
  switch (basic) {
    case core::Basic::kJoy:
      return core::Polarity::kPositive;
    case core::Basic::kAnger:
    case core::Basic::kDisgust:
    case core::Basic::kFear:
    case core::Basic::kSadness:
      return core::Polarity::kNegative;
    case core::Basic::kNeutral:
    case core::Basic::kSurprise:
      return core::Polarity::kNeutral;
  }
  return core::Polarity::kNeutral;
}

/// The probabilities gathered into the basic classes, summing to 1.
std::optional<std::array<double, core::kBasicCount>> basic_distribution(std::span<const std::string> labels,
                                                                        std::span<const float> probabilities) {
  EMO_ASSERT(labels.size() == probabilities.size());
  std::array<double, core::kBasicCount> share{};
  double sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto basic = core::basic_of(labels[i]);
    if (!basic) return std::nullopt;
    share[static_cast<std::size_t>(*basic)] += static_cast<double>(probabilities[i]);
    sum += static_cast<double>(probabilities[i]);
  }
  if (sum <= 0) return std::nullopt;
  for (auto& value : share) value /= sum;
  return share;
}

}  // namespace

Affect affect_of(core::Basic basic) {
  return kCircumplex[static_cast<std::size_t>(basic)];
}

std::optional<Affect> derive_affect(std::span<const std::string> labels, std::span<const float> probabilities) {
  const auto share = basic_distribution(labels, probabilities);
  if (!share) return std::nullopt;
  Affect affect;
  for (std::size_t i = 0; i < kCircumplex.size(); ++i) {
    affect.valence += (*share)[i] * kCircumplex[i].valence;
    affect.arousal += (*share)[i] * kCircumplex[i].arousal;
  }
  return affect;
}

std::optional<std::vector<float>> derive_polarity(std::span<const std::string> labels,
                                                  std::span<const float> probabilities) {
  const auto share = basic_distribution(labels, probabilities);
  if (!share) return std::nullopt;
  std::vector<float> polarity(core::kPolarityCount, 0.0F);
  for (std::size_t i = 0; i < share->size(); ++i) {
    const auto index = static_cast<std::size_t>(polarity_of(static_cast<core::Basic>(i)));
    polarity[index] += static_cast<float>((*share)[i]);
  }
  return polarity;
}

}  // namespace emo::pipeline
