// manifest.json <-> Manifest: what bundles of every task share; architecture and preprocess are manifest_text's and
// manifest_image's. Every member is checked, so that the layers above may trust a Manifest; whether the weights fit to
// it is io/bundle's business.
#include "io/manifest.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/head_sizes.hpp"
#include "core/labels.hpp"
#include "core/quote.hpp"
#include "io/head_calibration_json.hpp"
#include "io/json.hpp"
#include "io/json_fields.hpp"
#include "io/manifest_fields.hpp"
#include "io/manifest_image.hpp"
#include "io/manifest_text.hpp"

namespace emo::io {
namespace {

constexpr double kMinTemperature = 1e-3, kMaxTemperature = 1e3;
constexpr double kMaxBias = 1e4, kMaxMetric = 1e15;
constexpr std::size_t kDigestDigits = 64;

// Names in enumerator order, so that an index is the enumerator.
constexpr std::array<std::string_view, 3> kTasks{"text", "face", "detector"};
constexpr std::array<std::string_view, 2> kQuantizations{"f32", "int8"};
constexpr std::array<std::string_view, 2> kHeadActivations{"softmax", "sigmoid"};

constexpr std::array<std::string_view, 4> kTaxonomies{"basic7", "goemotions28", "polarity3", "custom"};
/// Classes of each taxonomy; 0: any number.
constexpr std::array<std::size_t, 4> kTaxonomyClasses{core::kBasicCount, core::kFineCount, core::kPolarityCount, 0};

bool is_digest(std::string_view text) {
  return text.size() == kDigestDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// A name that people get to see: a terminal would obey control characters in it.
std::string shown_name(JsonFields& fields, std::string_view key) {
  std::string name = fields.text(key);
  if (!core::is_harmless(name)) fields.fail(key, "is " + core::quoted(name) + ", expected no control characters");
  return name;
}

void check_labels(JsonFields& fields, const std::vector<std::string>& labels) {
  std::set<std::string_view> seen;
  for (const auto& label : labels) {
    if (label.empty()) fields.fail("labels", "has an empty label, expected names");
    if (!core::is_harmless(label))
      fields.fail("labels", "has the label " + core::quoted(label) + ", expected no control characters");
    if (!seen.insert(label).second)
      fields.fail("labels", "has the label " + core::quoted(label) + " twice, expected unique names");
  }
}

HeadManifest read_head(JsonFields& fields) {
  HeadManifest head;
  head.name = shown_name(fields, "name");
  head.labels = fields.texts("labels");
  check_labels(fields, head.labels);
  head.activation = static_cast<core::HeadActivation>(fields.choice("activation", kHeadActivations));
  const std::size_t taxonomy = fields.choice("taxonomy", kTaxonomies);
  head.taxonomy = kTaxonomies[taxonomy];
  if (const std::size_t classes = kTaxonomyClasses[taxonomy]; classes != 0 && classes != head.labels.size()) {
    fields.fail("labels", "has " + std::to_string(head.labels.size()) + " names, but taxonomy " + head.taxonomy +
                              " has " + std::to_string(classes));
  }
  head.temperature = fields.number("temperature", kMinTemperature, kMaxTemperature);
  head.bias = fields.numbers("bias", -kMaxBias, kMaxBias);
  head.thresholds = fields.numbers("thresholds", 0.0, 1.0);
  for (const auto& [key, size] :
       {std::pair{"bias", head.bias.size()}, std::pair{"thresholds", head.thresholds.size()}}) {
    if (size != 0 && size != head.labels.size()) {
      fields.fail(key, "has " + std::to_string(size) + " numbers, expected none or " +
                           std::to_string(head.labels.size()) + ", one per label");
    }
  }
  if (fields.has("calibration")) {
    head.calibration = read_head_calibration(fields.object("calibration"), head.labels.size());
  }
  fields.refuse_others();
  return head;
}

std::map<std::string, std::string> read_digests(JsonFields fields) {
  std::map<std::string, std::string> digests;
  for (const auto& file : fields.names()) {
    const std::string digest = fields.text(file);
    if (!is_plain_file_name(file) || file == "manifest.json") {
      fields.fail("", "names the file " + core::quoted(file) + ", expected plain names of other files in the bundle");
    }
    if (!is_digest(digest)) fields.fail(file, "is " + core::quoted(digest) + ", expected 64 lower-case hex digits");
    digests[file] = digest;
  }
  return digests;
}

Provenance read_provenance(JsonFields fields) {
  Provenance provenance;
  fields.each_object("datasets", [&](JsonFields& item) {
    provenance.datasets.push_back({item.text("name"), item.text("licence"), item.text("split"),
                                   item.integer("rows", 0, kMaxCount), item.text("sha256")});
    item.refuse_others();
  });
  provenance.base_weights = fields.text("base_weights");
  provenance.base_licence = fields.text("base_licence");
  if (fields.has("teachers")) provenance.teachers = fields.texts("teachers");
  provenance.seeds = fields.integers("seeds", INT64_MIN, INT64_MAX);
  provenance.command = fields.text("command");
  provenance.git_commit = fields.text("git_commit");
  fields.refuse_others();
  return provenance;
}

void check_heads_match(JsonFields& fields, const Manifest& manifest) {
  const auto built =
      manifest.task == Task::kText ? core::head_sizes(manifest.text.heads) : core::head_sizes(manifest.image.heads);
  if (manifest.heads.empty() && manifest.task != Task::kDetector) {
    fields.fail("heads", "is empty, expected at least one head");
  }
  if (built.size() != manifest.heads.size()) {
    fields.fail("heads", "has " + std::to_string(manifest.heads.size()) + " heads, but the architecture has " +
                             std::to_string(built.size()));
    return;
  }
  for (std::size_t i = 0; i < built.size(); ++i) {
    const auto& head = manifest.heads[i];
    const auto& [name, classes] = built[i];
    const std::string key = "heads/" + std::to_string(i);
    if (head.name != name) {
      fields.fail(key,
                  "is named " + core::quoted(head.name) + ", but the architecture's head there " + core::quoted(name));
    }
    if (static_cast<std::int64_t>(head.labels.size()) != classes) {
      fields.fail(key, "has " + std::to_string(head.labels.size()) + " labels, but the architecture's head there has " +
                           std::to_string(classes) + " classes");
    }
  }
}

// The version comes first: nothing else of another version may be read or complained about.
void check_version(JsonFields& fields) {
  if (!fields.has("format_version")) return fields.fail("format_version", "is missing");
  const auto version = fields.integer("format_version", INT64_MIN, INT64_MAX);
  if (version != kFormatVersion) {
    fields.fail("format_version",
                "is " + std::to_string(version) + ", this build reads version " + std::to_string(kFormatVersion),
                ErrorCode::kUnsupported);
  }
}

Manifest read_manifest(JsonFields& fields) {
  Manifest manifest;
  check_version(fields);
  manifest.name = shown_name(fields, "name");
  manifest.version = shown_name(fields, "version");
  manifest.task = static_cast<Task>(fields.choice("task", kTasks));
  const bool text = manifest.task == Task::kText;
  if (text) {
    manifest.text = read_text_architecture(fields.object("architecture"));
  } else {
    manifest.image = read_image_architecture(fields.object("architecture"));
  }
  fields.each_object("heads", [&](JsonFields& item) { manifest.heads.push_back(read_head(item)); });
  if (text) {
    manifest.text_preprocess = read_text_preprocess(fields.object("preprocess"), manifest.text.encoder.max_tokens());
  } else {
    manifest.image_preprocess = read_image_preprocess(fields.object("preprocess"), manifest.image);
  }
  manifest.quantization = static_cast<Quantization>(fields.choice("quantization", kQuantizations));
  manifest.sha256 = read_digests(fields.object("sha256"));
  if (fields.has("languages")) manifest.languages = fields.texts("languages");
  if (fields.has("provenance")) manifest.provenance = read_provenance(fields.object("provenance"));
  if (fields.has("metrics")) {
    fields.each_object("metrics", [&](JsonFields& item) {
      manifest.metrics.push_back({item.text("name"), item.text("dataset"), item.text("split"),
                                  item.number("value", -kMaxMetric, kMaxMetric), item.integer("n", 0, kMaxCount)});
      item.refuse_others();
    });
  }
  fields.refuse_others();
  check_heads_match(fields, manifest);
  return manifest;
}

OrderedJson head_json(const HeadManifest& head) {
  OrderedJson json{{"name", head.name},
                   {"labels", head.labels},
                   {"activation", name_of(kHeadActivations, head.activation)},
                   {"taxonomy", head.taxonomy},
                   {"temperature", head.temperature},
                   {"bias", head.bias},
                   {"thresholds", head.thresholds}};
  if (head.calibration) json["calibration"] = head_calibration_json(*head.calibration);
  return json;
}

OrderedJson provenance_json(const Provenance& provenance) {
  OrderedJson datasets = OrderedJson::array();
  for (const auto& set : provenance.datasets) {
    datasets.push_back({{"name", set.name},
                        {"licence", set.licence},
                        {"split", set.split},
                        {"rows", set.rows},
                        {"sha256", set.sha256}});
  }
  OrderedJson json{
      {"datasets", datasets}, {"base_weights", provenance.base_weights}, {"base_licence", provenance.base_licence}};
  if (!provenance.teachers.empty()) json["teachers"] = provenance.teachers;
  json["seeds"] = provenance.seeds;
  json["command"] = provenance.command;
  json["git_commit"] = provenance.git_commit;
  return json;
}

}  // namespace

std::string lineage(const Manifest& manifest) {
  const std::string& before = manifest.provenance.base_weights;
  return manifest.name + " " + manifest.version +
         (before.empty() ? std::string() : " (which started from " + before + ")");
}

std::string_view name_of(Task task) {
  return name_of(kTasks, task);
}

Result<Manifest> parse_manifest(std::string_view json) {
  if (json.size() > kMaxManifestBytes) {
    return Error{ErrorCode::kTooLarge, "manifest.json: has " + std::to_string(json.size()) +
                                           " bytes, expected at most " + std::to_string(kMaxManifestBytes)};
  }
  EMO_ASSIGN(const Json document, parse_json(json, "manifest.json", ErrorCode::kInvalidModel));
  JsonFields::FirstError first_error{ErrorCode::kInvalidModel, "manifest.json", {}};
  JsonFields fields(document, "", first_error);
  Manifest manifest = read_manifest(fields);
  if (first_error.error) return *first_error.error;
  if (const auto specs = tensors_of(manifest); !specs) return specs.error().at("manifest.json: /architecture");
  return manifest;
}

Result<std::vector<core::TensorSpec>> tensors_of(const Manifest& manifest) {
  if (manifest.task == Task::kText) {
    EMO_TRY(core::validate(manifest.text));
    return core::tensors_of(manifest.text);
  }
  EMO_ASSIGN(const core::ImageNetwork network, core::build_network(manifest.image));
  return core::tensors_of(network);
}

std::string to_json(const Manifest& manifest, int indent) {
  OrderedJson heads = OrderedJson::array(), metrics = OrderedJson::array();
  for (const auto& head : manifest.heads) heads.push_back(head_json(head));
  for (const auto& metric : manifest.metrics) {
    metrics.push_back({{"name", metric.name},
                       {"dataset", metric.dataset},
                       {"split", metric.split},
                       {"value", metric.value},
                       {"n", metric.n}});
  }
  const bool text = manifest.task == Task::kText;
  const OrderedJson document{
      {"format_version", manifest.format_version},
      {"name", manifest.name},
      {"version", manifest.version},
      {"task", name_of(manifest.task)},
      {"architecture", text ? text_architecture_json(manifest.text) : image_architecture_json(manifest.image)},
      {"heads", heads},
      {"preprocess",
       text ? text_preprocess_json(manifest.text_preprocess) : image_preprocess_json(manifest.image_preprocess)},
      {"quantization", name_of(kQuantizations, manifest.quantization)},
      {"sha256", manifest.sha256},
      {"languages", manifest.languages},
      {"provenance", provenance_json(manifest.provenance)},
      {"metrics", metrics}};
  return dump_json(document, indent) + "\n";
}

}  // namespace emo::io
