// The two files of a linear model: linear.json (what it is) and linear.safetensors (its numbers). It is not a bundle:
// the bundle manifest describes encoders only.
#include <limits>

#include "io/file.hpp"
#include "io/json.hpp"
#include "io/output_place.hpp"
#include "io/safetensors.hpp"
#include "linear/model.hpp"

namespace emo::linear {
namespace {

constexpr int kFileVersion = 1;
constexpr std::uint64_t kMaxDescriptionBytes = 1U << 20U;
constexpr const char* kDescription = "/linear.json";
constexpr const char* kNumbers = "/linear.safetensors";

core::TensorView view_of(std::span<const float> values, core::Shape shape) {
  return {core::DType::kF32, std::move(shape), std::as_bytes(values)};
}

Error bad_field(const std::string& path, const char* field, const char* expected) {
  return {ErrorCode::kInvalidModel, path + ": '" + field + "' is missing or not " + expected};
}

Result<int> read_int(const io::Json& json, const char* field, const std::string& path) {
  const auto it = json.find(field);
  if (it == json.end() || !it->is_number_integer()) return bad_field(path, field, "an integer");
  const auto value = it->get<std::int64_t>();
  if (value < 0 || value > std::numeric_limits<int>::max()) return bad_field(path, field, "a small positive integer");
  return static_cast<int>(value);
}

Result<void> read_description(const io::Json& json, const std::string& path, Parameters& parameters) {
  if (!json.is_object()) return Error{ErrorCode::kInvalidModel, path + ": expected a JSON object"};
  EMO_ASSIGN(const int version, read_int(json, "format_version", path));
  if (version != kFileVersion) {
    return Error{ErrorCode::kUnsupported, path + ": format_version is " + std::to_string(version) + ", expected 1"};
  }
  EMO_ASSIGN(parameters.features.hash_bits, read_int(json, "hash_bits", path));
  EMO_ASSIGN(parameters.features.word_ngram, read_int(json, "word_ngram", path));
  EMO_ASSIGN(parameters.features.char_ngram_min, read_int(json, "char_ngram_min", path));
  EMO_ASSIGN(parameters.features.char_ngram_max, read_int(json, "char_ngram_max", path));
  EMO_ASSIGN(parameters.features.normalizer_version, read_int(json, "normalizer_version", path));
  const auto activation = json.find("activation");
  if (activation == json.end() || (*activation != "softmax" && *activation != "sigmoid")) {
    return bad_field(path, "activation", "\"softmax\" or \"sigmoid\"");
  }
  parameters.activation = *activation == "softmax" ? core::HeadActivation::kSoftmax : core::HeadActivation::kSigmoid;
  const auto temperature = json.find("temperature");
  if (temperature == json.end() || !temperature->is_number()) return bad_field(path, "temperature", "a number");
  parameters.temperature = temperature->get<double>();
  const auto labels = json.find("labels");
  if (labels == json.end() || !labels->is_array()) return bad_field(path, "labels", "a list of names");
  for (const io::Json& label : *labels) {
    if (!label.is_string()) return bad_field(path, "labels", "a list of names");
    parameters.labels.push_back(label.get<std::string>());
  }
  const auto thresholds = json.find("thresholds");
  if (thresholds == json.end() || !thresholds->is_array()) return bad_field(path, "thresholds", "a list of numbers");
  for (const io::Json& threshold : *thresholds) {
    if (!threshold.is_number()) return bad_field(path, "thresholds", "a list of numbers");
    parameters.thresholds.push_back(threshold.get<double>());
  }
  return {};
}

Result<std::vector<float>> read_floats(const io::SafeTensors& tensors, const char* name) {
  EMO_ASSIGN(const core::TensorView view, tensors.find(name));
  if (view.dtype != core::DType::kF32) {
    return Error{ErrorCode::kInvalidModel, std::string("tensor '") + name + "' is not F32"};
  }
  const auto values = view.as<float>();
  return std::vector<float>(values.begin(), values.end());
}

}  // namespace

Result<void> save(const Model& model, const std::string& directory) {
  const Parameters& p = model.parameters();
  EMO_TRY(io::make_folder(directory));
  io::OrderedJson json;
  json["format_version"] = kFileVersion;
  json["activation"] = p.activation == core::HeadActivation::kSoftmax ? "softmax" : "sigmoid";
  json["labels"] = p.labels;
  json["temperature"] = p.temperature;
  json["thresholds"] = p.thresholds;
  json["hash_bits"] = p.features.hash_bits;
  json["word_ngram"] = p.features.word_ngram;
  json["char_ngram_min"] = p.features.char_ngram_min;
  json["char_ngram_max"] = p.features.char_ngram_max;
  json["normalizer_version"] = p.features.normalizer_version;
  const auto classes = static_cast<std::int64_t>(p.labels.size());
  const auto slots = static_cast<std::int64_t>(p.weights.size()) / classes;
  EMO_ASSIGN(const std::string numbers, io::serialize_safetensors({{"bias", view_of(p.bias, {classes})},
                                                                   {"weights", view_of(p.weights, {slots, classes})}}));
  EMO_TRY(io::write_file_atomic(directory + kNumbers, numbers));
  return io::write_file_atomic(directory + kDescription, io::dump_json(json, 2) + "\n");
}

Result<Model> load(const std::string& directory) {
  const std::string path = directory + kDescription;
  EMO_ASSIGN(const std::string text, io::read_file(path, kMaxDescriptionBytes));
  EMO_ASSIGN(const io::Json json, io::parse_json(text, path, ErrorCode::kInvalidModel));
  Parameters parameters;
  EMO_TRY(read_description(json, path, parameters));
  EMO_ASSIGN(const io::SafeTensors tensors, io::SafeTensors::open(directory + kNumbers));
  EMO_ASSIGN(parameters.weights, read_floats(tensors, "weights"));
  EMO_ASSIGN(parameters.bias, read_floats(tensors, "bias"));
  auto model = Model::create(std::move(parameters));
  if (!model) return model.error().at(directory);
  return model;
}

}  // namespace emo::linear
