// From labels to classes. What a label means is decided by core/labels; nothing here knows a particular data set.
#include "train/text_heads.hpp"

#include <algorithm>
#include <set>

#include "core/labels.hpp"

namespace emo::train {

bool teaches(const SourcePlan& source, const HeadPlan& head) {
  if (!source.labelled) return false;
  return source.heads.empty() || std::find(source.heads.begin(), source.heads.end(), head.name) != source.heads.end();
}

std::vector<std::string> mapped_labels(const SourcePlan& source, const std::vector<std::string>& labels) {
  if (source.map.empty()) return labels;
  std::vector<std::string> out;
  for (const auto& label : labels) {
    const auto found = source.map.find(label);
    if (found == source.map.end()) {
      out.push_back(label);
    } else if (found->second) {
      out.push_back(*found->second);
    }
  }
  return out;
}

std::optional<std::size_t> find_label(const HeadPlan& head, const std::string& label) {
  if (head.taxonomy == "basic7") {
    const auto basic = core::basic_of(label);
    return basic ? std::optional<std::size_t>(static_cast<std::size_t>(*basic)) : std::nullopt;
  }
  if (head.taxonomy == "polarity3") {
    const auto polarity = core::polarity_of(label);
    return polarity ? std::optional<std::size_t>(static_cast<std::size_t>(*polarity)) : std::nullopt;
  }
  const bool custom = head.taxonomy == "custom";
  const std::string wanted = custom ? label : core::canonical_label(label);
  const auto found = std::find(head.labels.begin(), head.labels.end(), wanted);
  if (found == head.labels.end()) return std::nullopt;
  return static_cast<std::size_t>(found - head.labels.begin());
}

Result<void> complete_heads(TextTrainConfig& config, const TextRows& rows) {
  for (auto& head : config.heads) {
    if (head.labels.empty()) head.labels = taxonomy_labels(head.taxonomy);
    if (!head.labels.empty()) continue;
    std::set<std::string> seen;
    bool several = false;
    for (std::size_t i = 0; i < config.sources.size(); ++i) {
      if (!teaches(config.sources[i], head)) continue;
      for (const auto& row : rows.sources[i].train.rows) {
        const auto labels = mapped_labels(config.sources[i], row.labels);
        seen.insert(labels.begin(), labels.end());
        several = several || labels.size() != 1;
      }
    }
    if (seen.size() < 2) {
      return Error{
          ErrorCode::kInvalidData,
          "head '" + head.name + "' needs at least two labels, the training data has " + std::to_string(seen.size())};
    }
    head.labels.assign(seen.begin(), seen.end());
    if (several && head.activation == core::HeadActivation::kSoftmax) {
      head.activation = core::HeadActivation::kSigmoid;
      if (head.loss == Loss::kCrossEntropy) head.loss = Loss::kBinary;
      EMO_TRY(check_head(head));
    }
  }
  return {};
}

}  // namespace emo::train
