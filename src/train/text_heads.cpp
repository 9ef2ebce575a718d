// From labels to classes, and heads that are completed from what the data have. What a label means is decided by
// core/labels; nothing here knows a particular data set.
#include "train/text_heads.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "core/labels.hpp"
#include "text/label_spelling.hpp"

namespace emo::train {
namespace {

// Rows that say something about a head's activation.
struct Witnesses {
  std::size_t count = 0;
  std::string first;
  void add(const TextFile& file, const io::Row& row) {
    if (count++ == 0) first = place_of(file, row);
  }
};

// What the training rows of a head's sources have for labels.
struct LabelsFound {
  std::set<std::string> labels;
  std::size_t rows = 0, labelled = 0;
  Witnesses several, none;
};

LabelsFound labels_found(const TextTrainConfig& config, const TextRows& rows, const HeadPlan& head) {
  LabelsFound found;
  std::map<std::string, std::uint64_t> spellings;
  for (std::size_t i = 0; i < config.sources.size(); ++i) {
    if (!teaches(config.sources[i], head)) continue;
    const TextFile& file = rows.sources[i].train;
    for (const auto& row : file.rows) {
      const auto labels = mapped_labels(config.sources[i], row.labels);
      std::set<std::string> distinct;
      for (const auto& label : labels) {
        ++spellings[label];
        distinct.insert(text::label_key(label));
      }
      ++found.rows;
      found.labelled += distinct.empty() ? 0 : 1;
      if (distinct.size() > 1) found.several.add(file, row);
      if (row.labels.empty() && row.labels_listed) found.none.add(file, row);
    }
  }
  for (const auto& [label, name] : text::usual_spellings(spellings)) found.labels.insert(name);
  return found;
}

// A softmax head that the data speak against becomes a sigmoid head.
Result<void> choose_activation(const LabelsFound& found, HeadPlan& head, std::vector<std::string>& told) {
  const std::string who = "head '" + head.name + "': ";
  const bool several = found.several.count > 0;
  if (!several && found.none.count == 0) {
    told.push_back(who + "softmax, for no row has more than one label (" + std::to_string(found.labelled) + " rows)");
    return {};
  }
  head.activation = core::HeadActivation::kSigmoid;
  if (head.loss == Loss::kCrossEntropy) head.loss = Loss::kBinary;
  const Witnesses& witnesses = several ? found.several : found.none;
  told.push_back(who + "sigmoid, for " +
                 (several ? "rows have several labels (" : "an empty list of labels says none of them (") +
                 std::to_string(witnesses.count) + " of " + std::to_string(found.rows) + (several ? "" : " rows") +
                 ", the first: " + witnesses.first + ")");
  return check_head(head);
}

}  // namespace

bool teaches(const SourcePlan& source, const HeadPlan& head) {
  if (!source.labelled) return false;
  return source.heads.empty() || std::find(source.heads.begin(), source.heads.end(), head.name) != source.heads.end();
}

std::vector<std::string> mapped_labels(const SourcePlan& source, const std::vector<std::string>& labels) {
  if (source.map.empty()) return labels;
  std::vector<std::string> out;
  for (const auto& label : labels) {
    const auto found = text::find_spelled(source.map, label);
    if (found == source.map.end()) {
      out.push_back(label);
    } else if (found->second) {
      out.push_back(*found->second);
    }
  }
  return out;
}

std::optional<std::size_t> LabelFinder::find(const std::string& label) {
  const auto known = found_.find(label);
  if (known != found_.end()) return known->second;
  return found_[label] = look_up(label);
}

std::optional<std::size_t> LabelFinder::look_up(const std::string& label) const {
  if (taxonomy_ == "basic7") {
    const auto basic = core::basic_of(label);
    return basic ? std::optional<std::size_t>(static_cast<std::size_t>(*basic)) : std::nullopt;
  }
  if (taxonomy_ == "polarity3") {
    const auto polarity = core::polarity_of(label);
    return polarity ? std::optional<std::size_t>(static_cast<std::size_t>(*polarity)) : std::nullopt;
  }
  if (taxonomy_ == "custom") return text::find_spelling(labels_, label);
  const auto found = std::find(labels_.begin(), labels_.end(), core::canonical_label(label));
  if (found == labels_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - labels_.begin());
}

std::string LabelFinder::other_spellings() const {
  if (taxonomy_ != "custom") return {};
  std::map<std::string, std::string> classes;
  for (const auto& [label, index] : found_) {
    if (index) classes[label] = labels_[*index];
  }
  return text::other_spellings(classes);
}

Result<void> complete_heads(TextTrainConfig& config, const TextRows& rows, std::vector<std::string>& told) {
  for (auto& head : config.heads) {
    if (head.labels.empty()) head.labels = taxonomy_labels(head.taxonomy);
    if (!head.labels.empty()) continue;
    const LabelsFound found = labels_found(config, rows, head);
    if (found.labels.size() < 2) {
      return Error{ErrorCode::kInvalidData, "head '" + head.name +
                                                "' needs at least two labels, the training data has " +
                                                std::to_string(found.labels.size())};
    }
    head.labels.assign(found.labels.begin(), found.labels.end());
    if (head.activation != core::HeadActivation::kSoftmax) continue;
    EMO_TRY(choose_activation(found, head, told));
  }
  return {};
}

}  // namespace emo::train
