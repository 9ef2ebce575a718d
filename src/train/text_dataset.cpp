// From files to examples. What a label means is decided by core/labels; nothing here knows a particular data set.
#include "train/text_dataset.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include "core/labels.hpp"
#include "io/rows.hpp"
#include "io/sha256.hpp"
#include "text/utf8.hpp"

namespace emo::train {
namespace {

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

bool teaches(const SourcePlan& source, const HeadPlan& head) {
  if (!source.labelled) return false;
  return source.heads.empty() || std::find(source.heads.begin(), source.heads.end(), head.name) != source.heads.end();
}

// Softmax heads get a distribution (several labels share it evenly), sigmoid heads 0/1 values.
std::vector<float> target_of(const HeadPlan& head, const std::vector<std::string>& labels, bool explicit_empty) {
  std::vector<float> target(head.labels.size(), 0.0F);
  std::size_t hits = 0;
  for (const auto& label : labels) {
    if (const auto index = find_label(head, label); index && target[*index] == 0.0F) {
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

std::vector<std::string> mapped(const SourcePlan& source, const std::vector<std::string>& labels) {
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

// A file without labels is an error here and now, not a training set of unlabelled rows.
io::RowOptions row_options(const SourcePlan& source) {
  io::RowOptions options;
  options.text_column = source.text_column;
  options.label_column = source.label_column;
  options.keep_extra = false;
  options.require_labels = source.labelled;
  return options;
}

std::uint64_t text_hash(const std::string& text) {
  std::uint64_t h = 1469598103934665603ULL;  // FNV-1a
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h ^ (h >> 29U);
}

struct SourceReader {
  const TextTrainConfig& config;
  TextDataset& out;

  Result<void> read(std::size_t index, const std::string& path, bool to_dev, bool hold_out) {
    const SourcePlan& source = config.sources[index];
    EMO_ASSIGN(const auto rows, io::read_rows(path, row_options(source)));
    io::Sha256 hash;
    std::int64_t held_out = 0;
    for (const auto& row : rows) {
      const std::string place = path + ":" + std::to_string(row.number);
      if (auto valid = text::validate_utf8(row.text); !valid) return valid.error().at(place);
      EMO_TRY(check_labels(source, row, place));
      hash.update(row.text);
      hash.update("\n");
      for (const auto& label : row.labels) hash.update(label + "\n");
      TextExample example;
      example.text = row.text;
      example.source = index;
      const auto labels = mapped(source, row.labels);
      bool useful = !source.labelled;
      for (const auto& head : config.heads) {
        example.targets.push_back(teaches(source, head) ? target_of(head, labels, row.labels.empty())
                                                        : std::vector<float>());
        useful = useful || !example.targets.back().empty();
      }
      if (!useful) {
        ++out.dropped;
        continue;
      }
      const bool dev =
          to_dev || (hold_out && static_cast<double>(text_hash(row.text) % 10000) < config.dev_fraction * 10000);
      (dev ? out.dev : out.train).push_back(std::move(example));
      if (dev && !to_dev) ++held_out;
    }
    const char* split = to_dev ? "dev" : source.labelled ? "train" : "train, without labels";
    const std::string name = source.name.empty() ? path : source.name;
    out.provenance.push_back(
        {name, source.licence, split, static_cast<std::int64_t>(rows.size()) - held_out, hash.finish()});
    if (held_out > 0) out.provenance.push_back({name, source.licence, io::kHeldOutSplit, held_out, ""});
    return {};
  }

  Result<void> check_labels(const SourcePlan& source, const io::Row& row, const std::string& place) const {
    for (const auto& label : mapped(source, row.labels)) {
      for (const auto& head : config.heads) {
        if (!teaches(source, head) || head.taxonomy != "custom" || find_label(head, label)) continue;
        return Error{ErrorCode::kInvalidData, place + ": label '" + label + "' is not one of head '" + head.name +
                                                  "' (map it or drop it with null)"};
      }
    }
    return {};
  }
};

}  // namespace

Result<void> complete_heads(TextTrainConfig& config) {
  for (auto& head : config.heads) {
    if (head.labels.empty()) head.labels = taxonomy_labels(head.taxonomy);
    if (!head.labels.empty()) continue;
    std::set<std::string> seen;
    bool several = false;
    for (const auto& source : config.sources) {
      if (!teaches(source, head)) continue;
      EMO_ASSIGN(const auto rows, io::read_rows(source.train, row_options(source)));
      for (const auto& row : rows) {
        const auto labels = mapped(source, row.labels);
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

Result<TextDataset> load_text_dataset(const TextTrainConfig& config) {
  TextDataset data;
  SourceReader reader{config, data};
  for (std::size_t i = 0; i < config.sources.size(); ++i) {
    const auto& source = config.sources[i];
    if (!source.labelled && config.teachers.empty()) {
      return Error{ErrorCode::kInvalidData,
                   source.train + " is not labelled and there is no teacher to ask, expected --teacher BUNDLE"};
    }
    EMO_TRY(reader.read(i, source.train, false, source.labelled && source.dev.empty() && source.hold_out));
    if (!source.dev.empty()) EMO_TRY(reader.read(i, source.dev, true, false));
  }
  std::unordered_set<std::string> held_out;
  for (const auto& example : data.dev) held_out.insert(example.text);
  const auto leaked = std::remove_if(data.train.begin(), data.train.end(),
                                     [&](const TextExample& e) { return held_out.contains(e.text); });
  const auto copies = static_cast<std::size_t>(data.train.end() - leaked);
  data.dropped += copies;
  data.train.erase(leaked, data.train.end());
  if (data.train.empty() && copies > 0) {
    return Error{ErrorCode::kInvalidData, "every training row that a head knows a label of (" + std::to_string(copies) +
                                              ") also stands in the development rows: give other ones"};
  }
  if (data.train.empty()) return Error{ErrorCode::kInvalidData, "no training row has a label that a head knows"};
  if (data.dev.empty()) return Error{ErrorCode::kInvalidData, "no development row has a label that a head knows"};
  return data;
}

}  // namespace emo::train
