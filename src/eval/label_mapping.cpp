// From the labels of a data set to those of a head. It reads label names only; the rows' texts do not matter here.
// Synonyms are core/labels', the file of --map is evaluation_files.cpp's.
#include "eval/label_mapping.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>

#include "core/edit_distance.hpp"
#include "core/joined.hpp"
#include "core/labels.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "text/label_spelling.hpp"

namespace emo::eval {
namespace {

/// Whether so many of `total` distinct data labels that only a finer head has make it the better judge: one or two may
/// be mere synonyms (CARER's "love" among basic emotions), unless they are half of all.
bool are_many(std::size_t finer, std::size_t total) {
  constexpr std::size_t kMany = 3;
  return finer >= kMany || (finer > 0 && 2 * finer >= total);
}

enum class Meaning : std::uint8_t { kByName, kSynonym, kDropped, kUnknown };

struct Resolved {
  Meaning meaning = Meaning::kUnknown;
  std::size_t label = 0;  // of the head, for kByName and kSynonym
};

std::optional<std::size_t> find_by_name(const HeadView& head, std::string_view label) {
  const auto exact = std::find(head.labels.begin(), head.labels.end(), label);
  if (exact != head.labels.end()) return static_cast<std::size_t>(exact - head.labels.begin());
  const std::string canonical = core::canonical_label(label);
  for (std::size_t k = 0; k < head.labels.size(); ++k) {
    if (core::canonical_label(head.labels[k]) == canonical) return k;
  }
  return std::nullopt;
}

template <std::size_t N>
bool all_among(const HeadView& head, std::span<const std::string_view, N> names) {
  return std::all_of(head.labels.begin(), head.labels.end(), [&](const std::string& label) {
    return std::find(names.begin(), names.end(), core::canonical_label(label)) != names.end();
  });
}

Resolved resolve_synonym(const HeadView& head, std::string_view label) {
  std::optional<std::string_view> name;
  if (all_among(head, core::basic_names())) {
    if (const auto basic = core::basic_of(label)) name = core::basic_names()[static_cast<std::size_t>(*basic)];
  } else if (all_among(head, core::polarity_names())) {
    if (const auto pole = core::polarity_of(label)) name = core::polarity_names()[static_cast<std::size_t>(*pole)];
  } else {
    return {};
  }
  if (name) {
    if (const auto k = find_by_name(head, *name)) return {Meaning::kSynonym, *k};
  }
  return {core::is_known_label(label) ? Meaning::kDropped : Meaning::kUnknown, 0};
}

Resolved resolve(const HeadView& head, const std::string& label, const LabelMap& map) {
  std::string wanted = label;
  if (const auto it = text::find_spelled(map, label); it != map.end()) {
    if (!it->second) return {Meaning::kDropped, 0};
    wanted = *it->second;
    if (const auto k = find_by_name(head, wanted)) return {Meaning::kByName, *k};
    return {};  // what a user maps to must be there: no second guess
  }
  if (const auto k = find_by_name(head, wanted)) return {Meaning::kByName, *k};
  return resolve_synonym(head, wanted);
}

struct Fit {
  std::size_t unknown = 0, by_name = 0;
  std::size_t lost = 0;  // labels that would be dropped although another head has them by name
  bool has_classes = true;
};

Fit fit_of(const HeadView& head, std::span<const HeadView> heads,
           const std::map<std::string, std::uint64_t>& data_labels, const MappingOptions& options) {
  Fit fit;
  for (const auto& entry : data_labels) {
    const std::string& label = entry.first;
    const Meaning meaning = resolve(head, label, options.label_map).meaning;
    if (meaning == Meaning::kUnknown) ++fit.unknown;
    // A label the map drops stands against no head.
    const auto mapped = text::find_spelled(options.label_map, label);
    const bool dropped_by_map = mapped != options.label_map.end() && !mapped->second;
    if (meaning == Meaning::kByName || dropped_by_map) ++fit.by_name;
    const auto has_it = [&](const HeadView& other) { return find_by_name(other, label).has_value(); };
    if (meaning == Meaning::kDropped && !dropped_by_map && std::any_of(heads.begin(), heads.end(), has_it)) ++fit.lost;
  }
  fit.has_classes = std::all_of(options.classes.begin(), options.classes.end(),
                                [&](const std::string& name) { return find_by_name(head, name).has_value(); });
  return fit;
}

Result<std::size_t> choose_head(std::span<const HeadView> heads, std::size_t primary, const DataLabels& data,
                                const MappingOptions& options) {
  const auto& data_labels = data.first_row;
  if (heads.empty()) return Error{ErrorCode::kInvalidModel, "the model has no head to evaluate"};
  if (!options.head.empty()) {
    std::vector<std::string> names;
    for (std::size_t h = 0; h < heads.size(); ++h) {
      if (heads[h].name == options.head) return h;
      names.push_back(heads[h].name);
    }
    return Error{ErrorCode::kNotFound,
                 "the model has no head " + core::quoted(options.head) + "; it has " + core::joined(names)};
  }
  std::vector<Fit> fits;
  for (const HeadView& head : heads) fits.push_back(fit_of(head, heads, data_labels, options));
  const std::size_t total = data_labels.size();
  const auto takes_all = [&](std::size_t h) { return fits[h].has_classes && fits[h].unknown == 0; };
  const std::size_t none = heads.size();
  std::size_t taking = takes_all(primary) ? primary : none;
  std::size_t named = none;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    if (!takes_all(h)) continue;
    if (heads[h].name == data.labelled_by) return h;
    if (taking == none || fits[h].lost < fits[taking].lost) taking = h;
    if (named == none && fits[h].by_name == total) named = h;
  }
  if (taking != none) return named != none && are_many(total - fits[taking].by_name, total) ? named : taking;
  // No head takes all labels: the one that takes most will name the first it does not know.
  const auto badness = [&](std::size_t h) {
    return std::tuple(!fits[h].has_classes, fits[h].unknown, fits[h].lost, h != primary);
  };
  std::size_t best = 0;
  for (std::size_t h = 1; h < heads.size(); ++h) {
    if (badness(h) < badness(best)) best = h;
  }
  return best;
}

// The nearest name of a label of the head, and which label that is: "'happiness', that is 'joy'"; "" if none is near.
// With `synonyms` also those that data may use for it ("furious").
std::string nearest_name(const HeadView& head, const std::string& label, bool synonyms) {
  std::vector<std::string> names(head.labels.begin(), head.labels.end());
  for (const std::string_view known : core::known_labels()) {
    const Meaning meaning = resolve(head, std::string(known), {}).meaning;
    if (meaning == Meaning::kByName || (synonyms && meaning == Meaning::kSynonym)) names.emplace_back(known);
  }
  const std::string nearest(nearest_label(label, names));
  if (nearest.empty()) return "";
  const std::string& own = head.labels[resolve(head, nearest, {}).label];
  return "'" + nearest + "'" + (own == nearest ? "" : ", that is '" + own + "'");
}

// What a user can do about an unknown label.
std::string way_out(const std::string& label, bool mapped, bool of_faces) {
  if (mapped) return "";
  if (text::are_numbers(std::span(&label, 1))) return "; numbers get their names by --class-names (of faces) or --map";
  std::string map = "; --map says what a label of the data means here";
  // GoEmotions' own files part several labels by commas, others by semicolons.
  const auto at = label.find_first_of(",;");
  if (at == std::string::npos || of_faces) return map;
  return map + "; several labels in a field of a csv or tsv are parted by --label-separator '" + label[at] + "'";
}

Result<std::vector<std::size_t>> choose_classes(const HeadView& head, const std::vector<std::string>& wanted) {
  std::vector<std::size_t> classes;
  if (wanted.empty()) {
    for (std::size_t k = 0; k < head.labels.size(); ++k) classes.push_back(k);
    return classes;
  }
  for (const std::string& name : wanted) {
    const auto k = find_by_name(head, name);
    if (!k) {
      const std::string nearest = nearest_name(head, name, false);
      return Error{ErrorCode::kNotFound, "head '" + head.name + "' has no class " + core::quoted(name) +
                                             (nearest.empty() ? "" : "; nearest: " + nearest) + "; it has " +
                                             core::joined(head.labels)};
    }
    classes.push_back(*k);
  }
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return classes;
}

}  // namespace

std::string_view nearest_label(std::string_view label, std::span<const std::string> known) {
  constexpr std::size_t kLongest = 64;  // a label longer than this is compared by its beginning
  const std::string folded = core::canonical_label(label.substr(0, kLongest));
  std::string_view best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (const std::string& candidate : known) {
    // Near is judged by the spelling that was compared: 'joy' is three edits from any short word, and 'happiness' long.
    for (const std::string& spelling : {core::canonical_label(candidate), candidate}) {
      const std::size_t distance = core::edit_distance(folded, spelling);
      if (distance >= best_distance || !core::is_near(folded, spelling, distance)) continue;
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string label_advice(std::string_view label, std::span<const std::string> known) {
  const std::string_view nearest = nearest_label(label, known);
  return nearest.empty() ? "there are " + core::joined(known) : "nearest: '" + std::string(nearest) + "'";
}

Error no_row_left(std::size_t rows, std::uint64_t unlabelled, std::uint64_t outside) {
  return {ErrorCode::kInvalidData, "no row to evaluate: of " + core::counted(rows, "row", "rows") + " " +
                                       std::to_string(unlabelled) + " have no label after mapping (--map) and " +
                                       std::to_string(outside) +
                                       " only labels that are not to choose among (--classes)"};
}

namespace {

// Rows with several labels are what a sigmoid head is for: the one with the same labels as `chosen`, if there is one
// and neither a head nor a forced choice was asked for.
std::size_t multi_label_twin(std::span<const HeadView> heads, std::size_t chosen, bool several,
                             const MappingOptions& options) {
  if (!options.head.empty() || !options.classes.empty()) return chosen;
  if (heads[chosen].activation == core::HeadActivation::kSigmoid || !several) return chosen;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    if (heads[h].activation == core::HeadActivation::kSigmoid && heads[h].labels == heads[chosen].labels) return h;
  }
  return chosen;
}

}  // namespace

void DataLabels::add(std::span<const std::string> labels, std::uint64_t row) {
  for (const std::string& label : labels) first_row.emplace(label, row);
  several = several || labels.size() > 1;
}

DataLabels labels_of(std::span<const io::Row> rows) {
  DataLabels labels;
  for (const io::Row& row : rows) labels.add(row.labels, row.number);
  return labels;
}

Result<LabelMapping> map_labels(std::span<const HeadView> heads, std::size_t primary, std::span<const io::Row> rows,
                                const MappingOptions& options) {
  return map_labels(heads, primary, labels_of(rows), options);
}

Result<LabelMapping> map_labels(std::span<const HeadView> heads, std::size_t primary, const DataLabels& data_labels,
                                const MappingOptions& options) {
  LabelMapping mapping;
  EMO_ASSIGN(const std::size_t chosen, choose_head(heads, primary, data_labels, options));
  mapping.head = multi_label_twin(heads, chosen, data_labels.several, options);
  const HeadView& head = heads[mapping.head];
  EMO_ASSIGN(mapping.classes, choose_classes(head, options.classes));
  mapping.forced_choice = !options.classes.empty();

  for (const auto& [label, row] : data_labels.first_row) {
    const Resolved resolved = resolve(head, label, options.label_map);
    if (resolved.meaning == Meaning::kUnknown) {
      const auto it = text::find_spelled(options.label_map, label);
      const bool mapped = it != options.label_map.end() && it->second;
      const std::string& wanted = mapped ? *it->second : label;
      const std::string nearest = nearest_name(head, wanted, true);
      return Error{ErrorCode::kInvalidData,
                   "row " + std::to_string(row) + ": label " + core::quoted(label) +
                       (mapped ? " is mapped to " + core::quoted(wanted) + ", which" : "") + " is unknown to head '" +
                       head.name + "'; " +
                       (nearest.empty() ? "it has " + core::joined(head.labels) : "nearest known label: " + nearest) +
                       way_out(wanted, mapped, data_labels.of_faces)};
    }
    std::optional<std::size_t> position;
    if (resolved.meaning != Meaning::kDropped) {
      const auto it = std::lower_bound(mapping.classes.begin(), mapping.classes.end(), resolved.label);
      if (it != mapping.classes.end() && *it == resolved.label) {
        position = static_cast<std::size_t>(it - mapping.classes.begin());
      } else {
        mapping.outside.emplace(label, head.labels[resolved.label]);
      }
    }
    mapping.positions.emplace(label, position);
  }
  return mapping;
}

GoldSet gold_set(std::span<const std::string> labels, const LabelMapping& mapping) {
  GoldSet gold;
  gold.none = labels.empty();
  for (const std::string& label : labels) {
    const auto position = mapping.positions.at(label);
    gold.outside = gold.outside || mapping.outside.count(label) > 0;
    if (!position) continue;
    const auto k = static_cast<std::uint32_t>(*position);
    if (std::find(gold.labels.begin(), gold.labels.end(), k) == gold.labels.end()) gold.labels.push_back(k);
  }
  return gold;
}

Result<std::vector<float>> chosen_scores(std::span<const float> scores, const LabelMapping& mapping,
                                         const HeadView& head) {
  if (scores.size() != head.labels.size()) {
    return Error{ErrorCode::kInternal, "head '" + head.name + "' gave " + std::to_string(scores.size()) +
                                           " scores, expected " + std::to_string(head.labels.size())};
  }
  std::vector<float> chosen;
  chosen.reserve(mapping.classes.size());
  float sum = 0;
  for (const std::size_t k : mapping.classes) {
    if (!std::isfinite(scores[k])) {
      return Error{ErrorCode::kInvalidModel, "the score of '" + head.labels[k] + "' is not a number"};
    }
    chosen.push_back(scores[k]);
    sum += scores[k];
  }
  if (mapping.forced_choice) {
    // All of them rounded to zero: nothing is known among these classes.
    for (float& p : chosen) p = sum > 0 ? p / sum : 1.0F / static_cast<float>(chosen.size());
  }
  return chosen;
}

std::vector<std::string> chosen_labels(const LabelMapping& mapping, const HeadView& head) {
  std::vector<std::string> labels;
  labels.reserve(mapping.classes.size());
  for (const std::size_t k : mapping.classes) labels.push_back(head.labels[k]);
  return labels;
}

LabelMap recorded_map(const LabelMapping& mapping, const HeadView& head) {
  LabelMap map;
  for (const auto& [label, position] : mapping.positions) {
    map[label] = position ? std::optional(head.labels[mapping.classes[*position]]) : std::nullopt;
  }
  return map;
}

DecisionRule decision_rule(const LabelMapping& mapping, const HeadView& head) {
  DecisionRule rule;
  if (head.activation == core::HeadActivation::kSoftmax || mapping.forced_choice) return rule;
  rule.kind = Decision::kMultiLabel;
  if (head.thresholds.empty()) return rule;
  for (const std::size_t k : mapping.classes) rule.thresholds.push_back(head.thresholds[k]);
  return rule;
}

}  // namespace emo::eval
