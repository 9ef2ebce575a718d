// Sorting, thresholds and derived values of one text's result, once for JSON, CSV and terminal. Formats nothing, and
// changes no probability: those were calibrated in head_activation.cpp.
#include "pipeline/result_view.hpp"

#include <algorithm>

#include "core/labels.hpp"
#include "core/largest.hpp"
#include "pipeline/abstention.hpp"
#include "pipeline/head_activation.hpp"
#include "pipeline/head_decision.hpp"

namespace emo::pipeline {
namespace {

/// What is derived of a text without words. Its equal scores would lean to where most of the classes are.
void derive_nothing(ResultView& view, const io::HeadManifest& primary, const std::vector<float>& probabilities) {
  if (view.set) {
    view.set->clear();
    for (std::size_t k = 0; k < primary.labels.size(); ++k) view.set->push_back({primary.labels[k], probabilities[k]});
    sort_and_cut(*view.set, 0);
  }
  if (view.affect) view.affect = affect_of(core::Basic::kNeutral);
  if (view.sentiment_derived) {
    view.sentiment = Score{core::polarity_names()[static_cast<std::size_t>(core::Polarity::kNeutral)],
                           1.0F / static_cast<float>(core::kPolarityCount)};
  }
}

}  // namespace

ResultView view_result(const TextResult& result, const io::Manifest& manifest, const HeadRoles& roles,
                       std::size_t top_k) {
  ResultView view;
  const auto& primary = manifest.heads[roles.primary];
  const auto& probabilities = result.heads[roles.primary].probabilities;
  for (std::size_t k = 0; k < primary.labels.size(); ++k) view.scores.push_back({primary.labels[k], probabilities[k]});
  sort_and_cut(view.scores, top_k);
  if (gives_sets(primary)) {
    auto& set = view.set.emplace();  // never cut by top_k: its coverage would be untrue
    for (const std::size_t k : label_set(primary, probabilities)) set.push_back({primary.labels[k], probabilities[k]});
    view.set_coverage = primary.calibration->conformal->coverage;
  }

  if (roles.fine) {
    const auto& fine = manifest.heads[*roles.fine];
    const auto& fine_probabilities = result.heads[*roles.fine].probabilities;
    for (std::size_t k = 0; k < fine.labels.size(); ++k) {
      if (static_cast<double>(fine_probabilities[k]) > threshold(fine, k)) {
        view.emotions.push_back({fine.labels[k], fine_probabilities[k]});
      }
    }
    sort_and_cut(view.emotions, top_k);
  }

  view.affect = derive_affect(primary.labels, probabilities);
  if (roles.sentiment) {
    const auto& polarity = result.heads[*roles.sentiment].probabilities;
    const std::size_t best = core::index_of_largest(polarity);
    view.sentiment = Score{manifest.heads[*roles.sentiment].labels[best], polarity[best]};
  } else if (const auto polarity = derive_polarity(primary.labels, probabilities)) {
    const std::size_t best = core::index_of_largest(*polarity);
    view.sentiment = Score{core::polarity_names()[best], (*polarity)[best]};
    view.sentiment_derived = true;
  }
  if (result.abstain_reason == kEmptyText) derive_nothing(view, primary, probabilities);
  return view;
}

}  // namespace emo::pipeline
