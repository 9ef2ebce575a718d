// From rows to examples. What is on disk, text_rows knows; what a label means, text_heads; who goes where, text_split.
// Nothing is tokenised yet: augmentation works on the text.
#include "train/text_dataset.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/joined.hpp"
#include "core/labels.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "io/sha256.hpp"
#include "text/label_spelling.hpp"
#include "text/near_copies.hpp"
#include "train/held_out.hpp"
#include "train/split_checks.hpp"
#include "train/text_heads.hpp"
#include "train/text_rows.hpp"
#include "train/text_split.hpp"

namespace emo::train {
namespace {

constexpr ExampleWords kTextWords{.example = "row",
                                  .judged_ones = "the development or test rows",
                                  .may_be_none = "may be none",
                                  .give_judged = "give its source such rows"};

// Softmax heads get a distribution (several labels share it evenly), sigmoid heads 0/1 values.
std::vector<float> target_of(const HeadPlan& head, LabelFinder& finder, const std::vector<std::string>& labels,
                             bool explicit_empty) {
  std::vector<float> target(head.labels.size(), 0.0F);
  std::size_t hits = 0;
  for (const auto& label : labels) {
    if (const auto index = finder.find(label); index && target[*index] == 0.0F) {
      target[*index] = 1.0F;
      ++hits;
    }
  }
  if (hits == 0 && !(explicit_empty && head.activation == core::HeadActivation::kSigmoid)) return {};
  if (head.activation == core::HeadActivation::kSoftmax) {
    for (float& value : target) value /= static_cast<float>(hits);
  }
  return target;
}

struct Builder {
  const TextTrainConfig& config;
  TextDataset& out;
  std::vector<LabelFinder> finders;  // per head
  std::size_t unlabelled = 0;        // rows without a label that teach nothing
  std::string first_unlabelled = {};
  std::vector<std::set<std::string>> met = std::vector<std::set<std::string>>(config.sources.size());  // labels' keys
  std::map<std::string, std::uint64_t> strange = {};  // rows by a label that is of no class and no known emotion
  std::int64_t copies = 0;                            // training rows whose words also stand in dev or test
  std::vector<std::size_t> of_train = {};             // per source, the provenance of its training file

  Result<void> add(std::size_t index, const TextFile& file, bool to_dev) {
    const SourcePlan& source = config.sources[index];
    io::Sha256 hash;
    std::int64_t used = 0;
    for (const auto& row : file.rows) {
      EMO_TRY(check_labels(source, file, row));
      hash.update(row.text);
      hash.update("\n");
      for (const auto& label : row.labels) hash.update(label + "\n");
      TextExample example;
      example.text = row.text;
      example.key = text::copy_key(row.text);
      example.source = index;
      example.id = row.id;
      example.row = row.number;
      const auto labels = mapped_labels(source, row.labels);
      for (const auto& label : row.labels) met[index].insert(text::label_key(label));
      for (const auto& label : labels) {
        if (!core::is_known_label(label) && !knows(source, label)) ++strange[label];
      }
      bool useful = !source.labelled;
      for (std::size_t h = 0; h < config.heads.size(); ++h) {
        const HeadPlan& head = config.heads[h];
        example.targets.push_back(teaches(source, head) ? target_of(head, finders[h], labels, row.labels.empty())
                                                        : std::vector<float>());
        useful = useful || !example.targets.back().empty();
      }
      if (!useful) {
        ++out.dropped;
        if (row.labels.empty() && unlabelled++ == 0) first_unlabelled = place_of(file, row);
        continue;
      }
      ++used;
      (to_dev ? out.dev : out.train).push_back(std::move(example));
    }
    const char* split = to_dev ? "dev" : source.labelled ? "train" : "train, without labels";
    if (!to_dev) of_train.push_back(out.provenance.size());
    out.provenance.push_back({shown_name(source), source.licence, split, used, hash.finish()});
    return {};
  }

  // Whether a head that `source` teaches has a class for `label`.
  bool knows(const SourcePlan& source, const std::string& label) {
    for (std::size_t h = 0; h < config.heads.size(); ++h) {
      if (teaches(source, config.heads[h]) && finders[h].find(label)) return true;
    }
    return false;
  }

  // Of `index`, in quotes: the labels that its map renames or drops, and that no row has.
  [[nodiscard]] std::vector<std::string> unused_mappings(std::size_t index) const {
    std::vector<std::string> unused;
    for (const auto& entry : config.sources[index].map) {
      if (!met[index].contains(text::label_key(entry.first))) unused.push_back(core::quoted(entry.first));
    }
    return unused;
  }

  void drop_copies() {
    for (const auto& [source, rows] : drop_copies_of_held_out(out)) {
      out.provenance[of_train[source]].rows -= rows;
      copies += rows;
    }
  }

  // Returns whether no copy was left on the other side.
  bool hold_out() {
    const HeldOutRows held = hold_out_rows(config, out);
    for (std::size_t i = 0; i < config.sources.size(); ++i) {
      book_held_out(out.provenance, of_train[i], io::kHeldOutSplit, held.dev[i]);
      book_held_out(out.provenance, of_train[i], io::kHeldOutTestSplit, held.test[i]);
    }
    return held.apart;
  }

  // So that nobody has to run again for each of them.
  std::string others_unknown(const SourcePlan& source, const TextFile& file, std::size_t h, const std::string& first) {
    std::set<std::string> others;
    for (const io::Row& row : file.rows) {
      for (const auto& label : mapped_labels(source, row.labels)) {
        if (label != first && !finders[h].find(label)) others.insert(core::quoted(label));
      }
    }
    if (others.empty()) return "";
    constexpr std::size_t kMostNamed = 10;
    return (others.size() == 1 ? ", nor is " : ", nor are ") + core::joined_first(others, kMostNamed);
  }

  Result<void> check_labels(const SourcePlan& source, const TextFile& file, const io::Row& row) {
    for (const auto& label : mapped_labels(source, row.labels)) {
      for (std::size_t h = 0; h < config.heads.size(); ++h) {
        const HeadPlan& head = config.heads[h];
        if (!teaches(source, head) || head.taxonomy != "custom" || finders[h].find(label)) continue;
        return Error{ErrorCode::kInvalidData, place_of(file, row) + ": label '" + label + "' is not one of head '" +
                                                  head.name + "'" + others_unknown(source, file, h, label) +
                                                  " (map it or drop it with null)"};
      }
    }
    return {};
  }
};

/// The first label that is no name but what pandas, SQL or a spreadsheet write where there is no value.
std::optional<std::string> missing_value(const std::vector<std::string>& labels) {
  constexpr std::array<std::string_view, 5> kMissing{"nan", "null", "<na>", "n/a", "#n/a"};
  for (const auto& label : labels) {
    if (std::find(kMissing.begin(), kMissing.end(), text::label_key(label)) != kMissing.end()) return label;
  }
  return std::nullopt;
}

/// Rows that all say "none of them" have labels for the first head, and tell none of its classes from another.
Result<void> check_a_label_is_judged(const TextTrainConfig& config, const TextDataset& data) {
  const auto has_label = [](const TextExample& example) {
    const auto& target = example.targets.front();
    return std::any_of(target.begin(), target.end(), [](float value) { return value > 0; });
  };
  if (std::any_of(data.dev.begin(), data.dev.end(), has_label)) return {};
  return Error{ErrorCode::kInvalidData, "every development row with labels for head '" + config.heads.front().name +
                                            "', the first, says that none of them applies: nothing can be judged; "
                                            "give rows that have some"};
}

}  // namespace

Result<TextDataset> load_text_dataset(TextTrainConfig& config) {
  for (const auto& source : config.sources) {
    if (source.labelled || !config.teachers.empty()) continue;
    return Error{ErrorCode::kInvalidData,
                 source.train + " is not labelled and there is no teacher to ask, expected --teacher BUNDLE"};
  }
  EMO_ASSIGN(auto rows, read_text_rows(config));
  TextDataset data;
  EMO_TRY(complete_heads(config, rows, data.told));
  data.rejected = std::move(rows.rejected);
  data.told.insert(data.told.end(), rows.told.begin(), rows.told.end());
  Builder builder{config, data, {config.heads.begin(), config.heads.end()}};
  for (std::size_t i = 0; i < config.sources.size(); ++i) {
    const auto& source = config.sources[i];
    EMO_TRY(builder.add(i, rows.sources[i].train, false));
    if (!source.dev.empty() || !rows.sources[i].dev.rows.empty()) EMO_TRY(builder.add(i, rows.sources[i].dev, true));
    for (const auto& row : rows.sources[i].test.rows) data.test_keys.push_back(text::copy_key(row.text));
    rows.sources[i] = {};
  }
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    if (const auto unparted = text::unparted_label(config.heads[h].labels)) {
      data.told.push_back("head '" + config.heads[h].name + "': " + core::quoted(unparted->first) +
                          " is a class of its own; if it is several labels, part them by --label-separator '" +
                          unparted->second + "' (in jsonl: write a list)");
    }
    if (const auto missing = missing_value(config.heads[h].labels)) {
      data.told.push_back(
          "head '" + config.heads[h].name + "': " + core::quoted(*missing) +
          " is a class, and looks like a missing value as programs for tables write it; --map FILE with "
          "null for it leaves its rows out");
    }
    if (text::are_numbers(config.heads[h].labels)) {
      data.told.push_back("head '" + config.heads[h].name +
                          "': its classes are numbers; --map FILE gives them names, by which a start knows them");
    }
    const std::string spellings = builder.finders[h].other_spellings();
    if (spellings.empty()) continue;
    data.told.push_back("head '" + config.heads[h].name +
                        "': one label where case or blanks alone differ: " + spellings);
  }
  if (builder.unlabelled > 0) {
    data.told.push_back(std::to_string(builder.unlabelled) + (builder.unlabelled == 1 ? " row" : " rows") +
                        " without a label left out, the first: " + builder.first_unlabelled);
  }
  std::size_t named = 0;
  for (const auto& [label, count] : builder.strange) {
    constexpr std::size_t kMostNamed = 10;
    if (++named > kMostNamed) {
      data.told.push_back("and " + std::to_string(builder.strange.size() - kMostNamed) + " other labels of no class");
      break;
    }
    data.told.push_back(core::quoted(label) + ", a label of " + core::counted(count, "row", "rows") +
                        ", is of no class: map it to one, or to null");
  }
  for (std::size_t i = 0; i < config.sources.size(); ++i) {
    const std::string unused = core::joined(builder.unused_mappings(i));
    if (unused.empty()) continue;
    data.told.push_back("source '" + config.sources[i].name + "': no row has the label that its map names: " + unused);
  }
  const bool given = !data.dev.empty() || !data.test_keys.empty();
  const std::size_t labelled = data.train.size();
  builder.drop_copies();  // of the given splits: none may be held out for another one either
  const std::size_t splittable = data.train.size();
  const bool apart = builder.hold_out();
  builder.drop_copies();
  if (builder.copies > 0) {
    data.told.push_back(core::counted(static_cast<std::uint64_t>(builder.copies), "training row", "training rows") +
                        " left out: the same words stand in the development or test rows");
  }
  if (given || !apart) count_near_copies(data);
  forget_keys(data);
  if (data.train.empty() && splittable > 0) {
    return Error{ErrorCode::kInvalidData, "no row is left for training of " + std::to_string(splittable) +
                                              " (copies of a text go the same way): give more data, or a smaller share "
                                              "for development"};
  }
  EMO_TRY(check_splits(config, {labelled, splittable}, kTextWords, data));
  EMO_TRY(check_a_label_is_judged(config, data));
  return data;
}

}  // namespace emo::train
