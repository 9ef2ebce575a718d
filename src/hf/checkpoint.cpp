// Assembles a Checkpoint: where its parameters lie, and that nothing is missing or left over. Which head it has is
// checkpoint_head.cpp's question, parsing of JSON config.cpp's, of weights weights.cpp's, of tokenizer files
// src/text's.
#include "hf/checkpoint.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "core/quote.hpp"
#include "core/without_folders.hpp"
#include "hf/checkpoint_head.hpp"
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

/// Refuses parameters of the encoder that nothing here reads: one with more in it computes something else. Those of
/// heads are read_head's.
Result<void> check_leftovers(const Weights& weights, const std::vector<TensorSource>& sources, std::string_view prefix,
                             std::string_view model_type) {
  std::set<std::string_view> used;
  for (const auto& source : sources) used.insert(source.parameters.begin(), source.parameters.end());
  for (const auto& [name, view] : weights.tensors()) {
    if (used.count(name) != 0 || is_ignorable(name, prefix) || !is_of_encoder(name, prefix)) continue;
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

/// What `folder` is instead of a checkpoint.
Error no_config(const fs::path& folder) {
  if (has_adapter(folder)) return adapter_alone();
  if (io::is_there(folder / "manifest.json")) return {ErrorCode::kUnsupported, "it is a bundle already"};
  return {ErrorCode::kNotFound, "expected a folder with config.json (nothing is downloaded)"};
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

/// As `use` has it; what is left out or taken against the name of the class is told in `out.told`.
Result<std::optional<CheckpointHead>> choose_head(const Config& config, const Weights& weights,
                                                  const HeadScheme& scheme, std::string_view prefix, HeadUse use,
                                                  Checkpoint& out) {
  auto head = read_head(config, weights, scheme, prefix);
  // A head of another family says that the encoder is of that one too, with positions counted from another place.
  if (!head && use == HeadUse::kIfReadable && is_prefix_of(config.family, prefix)) {
    out.told.push_back("the head of " + core::quoted(out.name) +
                       " is left out, its encoder is taken: " + head.error().message);
    return std::optional<CheckpointHead>();
  }
  if (head && *head && config.purpose != Purpose::kSequenceClassification && !config.class_name.empty()) {
    out.told.push_back(stated_class(config.class_name) + " in config.json: the head is read as that of a " +
                       "...ForSequenceClassification class, which has the same parameters");
  }
  return head;
}

Result<void> read_weights(const Config& config, const Weights& weights, const fs::path& folder, HeadUse use,
                          Checkpoint& out) {
  EMO_ASSIGN(const std::string prefix, find_prefix(weights));
  const HeadScheme scheme = head_scheme(config.family, prefix);
  out.architecture.encoder = config.encoder;
  EMO_ASSIGN(const auto head, choose_head(config, weights, scheme, prefix, use, out));
  if (head) {
    out.architecture.encoder.pooling = core::Pooling::kFirst;
    out.architecture.heads.push_back(
        {head->manifest.name, static_cast<std::int64_t>(head->manifest.labels.size()), true, scheme.dense_activation});
    out.heads.push_back(head->manifest);
  } else {
    EMO_ASSIGN(out.architecture.encoder.pooling, encoder_pooling(folder));
  }
  EMO_TRY(core::validate(out.architecture));
  const auto sources = tensor_sources(out.architecture, config.family, prefix);
  EMO_TRY(check_leftovers(weights, sources, prefix, config.model_type));
  for (const auto& source : sources) {
    EMO_ASSIGN(auto tensor, assemble(source, weights));
    if (head && source.parameters.front().starts_with(scheme.out + ".")) {
      tensor.values = ordered_rows(tensor.values, head->rows);
    }
    out.tensors.push_back(std::move(tensor));
  }
  return {};
}

/// The last named part of the path: "all-MiniLM-L6-v2" of "base/all-MiniLM-L6-v2/".
std::string folder_name(const fs::path& folder) {
  std::error_code status;
  return core::last_part(fs::absolute(folder, status).string());
}

}  // namespace

Result<Checkpoint> load_checkpoint(const std::string& directory, HeadUse use) {
  const fs::path folder(directory);
  const std::string config_path = (folder / "config.json").string();
  if (!io::is_there(config_path)) return no_config(folder).at(directory);
  EMO_TRY(io::check_regular_file(config_path));
  EMO_ASSIGN(const std::string config_json, io::read_file(config_path, kMaxConfigBytes));
  const auto config = parse_config(config_json);
  if (!config) return config.error().at(config_path);

  Checkpoint out;
  out.model_type = config->model_type;
  out.class_name = config->class_name;
  out.name = folder_name(folder);
  // Before the weights, which may be a gigabyte: what a model of a family has is no sign that we read its words.
  EMO_ASSIGN(const auto tokenizer, text::load_tokenizer(directory, &out.told));
  EMO_ASSIGN(const Weights weights, Weights::open(directory));
  if (has_adapter(folder)) out.told.push_back("the adapter that adapter_config.json describes is not applied");
  if (auto read = read_weights(*config, weights, folder, use, out); !read) return read.error().at(directory);
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
