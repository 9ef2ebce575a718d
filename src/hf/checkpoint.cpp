// Assembles a Checkpoint: which head the folder has, where its parameters lie, and that nothing is missing or left
// over. Parsing of JSON is config.cpp's, of weights weights.cpp's, of tokenizer files src/text's.
#include "hf/checkpoint.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "core/labels.hpp"
#include "core/quote.hpp"
#include "hf/config.hpp"
#include "hf/front_matter.hpp"
#include "hf/parameter_names.hpp"
#include "hf/weights.hpp"
#include "io/file.hpp"
#include "text/tokenizer.hpp"

namespace emo::hf {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxConfigBytes = 16u << 20;
constexpr std::uint64_t kMaxReadmeBytes = 4u << 20;

/// What stands before "embeddings.word_embeddings.weight" in this file.
Result<std::string> find_prefix(const Weights& weights) {
  constexpr std::string_view kWord = "embeddings.word_embeddings.weight";
  const std::string* found = nullptr;
  for (const auto& [name, view] : weights.tensors()) {
    if (!name.ends_with(kWord)) continue;
    if (found != nullptr) {
      return Error{ErrorCode::kUnsupported,
                   "tensors " + core::quoted(*found) + " and " + core::quoted(name) + ", expected one encoder"};
    }
    found = &name;
  }
  if (found == nullptr) {
    return Error{ErrorCode::kInvalidModel, "no tensor is called '" + std::string(kWord) + "', expected a BERT encoder"};
  }
  return found->substr(0, found->size() - kWord.size());
}

template <class Names>
bool labels_are(const std::vector<std::string>& labels, const Names& names) {
  return std::equal(
      labels.begin(), labels.end(), names.begin(), names.end(),
      [](const std::string& label, std::string_view name) { return core::canonical_label(label) == name; });
}

/// A head whose labels are one of our taxonomies, in its order and with its activation, gets that taxonomy's usual
/// name.
void name_head(io::HeadManifest& head) {
  const bool softmax = head.activation == core::HeadActivation::kSoftmax;
  head.name = "labels";
  head.taxonomy = "custom";
  if (softmax && labels_are(head.labels, core::basic_names())) {
    head.name = "basic";
    head.taxonomy = "basic7";
  } else if (softmax && labels_are(head.labels, core::polarity_names())) {
    head.name = "sentiment";
    head.taxonomy = "polarity3";
  } else if (!softmax && labels_are(head.labels, core::fine_names())) {
    head.name = "emotions";
    head.taxonomy = "goemotions28";
  }
}

Result<io::HeadManifest> make_head(const Config& config, const Weights& weights, const HeadScheme& scheme) {
  const auto it = weights.tensors().find(scheme.out + ".weight");
  if (it == weights.tensors().end() || it->second.shape.size() != 2 || it->second.shape[0] < 1) {
    return Error{ErrorCode::kInvalidModel,
                 "tensor " + core::quoted(scheme.out + ".weight") + " of the classifier is missing or no matrix"};
  }
  const std::int64_t classes = it->second.shape[0];
  io::HeadManifest head;
  head.activation = config.activation;
  head.labels = config.labels;
  if (head.labels.empty()) {
    constexpr std::int64_t kMostClasses = 100'000;  // before any label is made; core::validate has the real limit
    for (std::int64_t id = 0; id < std::min(classes, kMostClasses); ++id) {
      head.labels.push_back("LABEL_" + std::to_string(id));
    }
  }
  if (static_cast<std::int64_t>(head.labels.size()) != classes) {
    return Error{ErrorCode::kInvalidModel, "tensor " + core::quoted(it->first) + " has " + std::to_string(classes) +
                                               " rows, expected one per label (" + std::to_string(head.labels.size()) +
                                               ")"};
  }
  if (classes == 1 && head.activation == core::HeadActivation::kSoftmax) {
    return Error{ErrorCode::kUnsupported,
                 "\"id2label\" has 1 label (a regression), expected 2 or more, or multi_label_classification"};
  }
  name_head(head);
  return head;
}

/// Refuses parameters that nothing here reads: a checkpoint with more in it computes something else.
Result<void> check_leftovers(const Weights& weights, const std::vector<TensorSource>& sources, std::string_view prefix,
                             std::string_view model_type) {
  std::set<std::string_view> used;
  for (const auto& source : sources) used.insert(source.parameters.begin(), source.parameters.end());
  for (const auto& [name, view] : weights.tensors()) {
    if (used.count(name) != 0 || is_ignorable(name, prefix)) continue;
    return Error{ErrorCode::kUnsupported, "tensor " + core::quoted(name) + " " + core::to_string(view.shape) +
                                              " is not part of the " + std::string(model_type) +
                                              " encoder that config.json describes"};
  }
  return {};
}

Result<NamedTensor> assemble(const TensorSource& source, const Weights& weights) {
  NamedTensor out{source.target.name, source.target.shape, {}};
  core::Shape part = out.shape;
  part[0] /= static_cast<std::int64_t>(source.parameters.size());  // query, key, value: D rows each
  for (const auto& parameter : source.parameters) EMO_TRY(weights.append(parameter, part, out.values));
  return out;
}

Result<core::Pooling> encoder_pooling(const fs::path& folder) {
  const auto path = folder / "1_Pooling" / "config.json";
  if (!io::is_there(path)) return core::Pooling::kMean;
  EMO_TRY(io::check_regular_file(path.string()));
  EMO_ASSIGN(const std::string json, io::read_file(path.string(), kMaxConfigBytes));
  auto pooling = parse_pooling(json);
  if (!pooling) return pooling.error().at(path.string());
  return pooling;
}

Result<void> take_tokenizer(const std::string& directory, const text::Tokenizer& tokenizer, Checkpoint& out) {
  const std::int64_t rows = out.architecture.encoder.vocab_size;
  if (tokenizer.vocab_size() > rows) {
    return Error{ErrorCode::kInvalidModel, directory + ": the tokenizer has " + std::to_string(tokenizer.vocab_size()) +
                                               " entries, expected at most " + "vocab_size " + std::to_string(rows)};
  }
  out.tokenizer_json = tokenizer.to_json();
  out.ends_stated = tokenizer.ends_stated();
  return {};
}

Result<void> read_weights(const Config& config, const Weights& weights, const fs::path& folder, Checkpoint& out) {
  EMO_ASSIGN(const std::string prefix, find_prefix(weights));
  const HeadScheme scheme = head_scheme(config.family, prefix);
  out.architecture.encoder = config.encoder;
  const bool has_head = config.purpose == Purpose::kSequenceClassification ||
                        (config.purpose == Purpose::kNotStated && weights.has(scheme.out + ".weight"));
  if (has_head) {
    EMO_ASSIGN(auto head, make_head(config, weights, scheme));
    out.architecture.encoder.pooling = core::Pooling::kFirst;
    out.architecture.heads.push_back(
        {head.name, static_cast<std::int64_t>(head.labels.size()), true, scheme.dense_activation});
    out.heads.push_back(std::move(head));
  } else {
    EMO_ASSIGN(out.architecture.encoder.pooling, encoder_pooling(folder));
  }
  EMO_TRY(core::validate(out.architecture));
  const auto sources = tensor_sources(out.architecture, config.family, prefix);
  EMO_TRY(check_leftovers(weights, sources, prefix, config.model_type));
  for (const auto& source : sources) {
    EMO_ASSIGN(auto tensor, assemble(source, weights));
    out.tensors.push_back(std::move(tensor));
  }
  return {};
}

/// The last named part of the path: "all-MiniLM-L6-v2" of "base/all-MiniLM-L6-v2/".
std::string folder_name(const fs::path& folder) {
  std::error_code status;
  fs::path path = fs::absolute(folder, status).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.filename().string();
}

}  // namespace

Result<Checkpoint> load_checkpoint(const std::string& directory) {
  const fs::path folder(directory);
  const std::string config_path = (folder / "config.json").string();
  EMO_TRY(io::check_regular_file(config_path));
  EMO_ASSIGN(const std::string config_json, io::read_file(config_path, kMaxConfigBytes));
  const auto config = parse_config(config_json);
  if (!config) return config.error().at(config_path);

  Checkpoint out;
  out.model_type = config->model_type;
  out.name = folder_name(folder);
  // Before the weights, which may be a gigabyte: what a model of a family has is no sign that we read its words.
  EMO_ASSIGN(const auto tokenizer, text::load_tokenizer(directory));
  EMO_ASSIGN(const Weights weights, Weights::open(directory));
  if (auto read = read_weights(*config, weights, folder, out); !read) return read.error().at(directory);
  EMO_TRY(take_tokenizer(directory, *tokenizer, out));

  const std::string readme_path = (folder / "README.md").string();
  const auto readme =
      io::check_regular_file(readme_path) ? io::read_file(readme_path, kMaxReadmeBytes) : Result<std::string>("");
  if (readme) {
    FrontMatter stated = parse_front_matter(*readme);
    out.licence = std::move(stated.licence);
    out.languages = std::move(stated.languages);
  }
  if (!config->licence.empty()) out.licence = config->licence;
  return out;
}

}  // namespace emo::hf
