// Files around an evaluation: the --map file in, metrics.json and predictions.jsonl out. The figures are made
// elsewhere.
#include "eval/evaluation_files.hpp"

#include <array>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "core/quote.hpp"
#include "eval/comparison_files.hpp"
#include "io/base64.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "io/output_place.hpp"

namespace emo::eval {
namespace {

constexpr std::uint64_t kMaxMapBytes = 1U << 20U;

io::OrderedJson json_of(const std::optional<Interval>& interval) {
  if (!interval) return nullptr;
  return io::OrderedJson::array({interval->low, interval->high});
}

/// A float with the digits it has and not those its double would show: it is read again as the same float. Decimals
/// cut off would make 0 of a small probability, and of its logarithm another one.
double shortened(float probability) {
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), probability);
  double value = 0;
  std::from_chars(digits.data(), written.ptr, value);
  return value;
}

std::string prediction_line(const Prediction& prediction, const Evaluation& evaluation) {
  io::OrderedJson json;
  json["id"] = prediction.id;
  json["row"] = prediction.row;
  json[evaluation.input_name] = prediction.input;
  json["gold"] = prediction.gold;
  if (prediction.error) {
    json["error"] = {{"code", error_info(prediction.error->code).name}, {"message", prediction.error->message}};
  } else {
    json["predicted"] = prediction.predicted;
    if (prediction.probabilities.empty()) return io::dump_json(json) + "\n";
    io::OrderedJson scores = io::OrderedJson::object();
    for (std::size_t k = 0; k < evaluation.labels.size(); ++k) {
      scores[evaluation.labels[k]] = shortened(prediction.probabilities[k]);
    }
    json["scores"] = std::move(scores);
  }
  return io::dump_json(json) + "\n";
}

std::string mistake_line(const MistakeDetail& detail) {
  io::OrderedJson json;
  json["row"] = detail.row;
  json["id"] = detail.id;
  if (!detail.label.empty()) {
    json["label"] = detail.label;
    json["score"] = detail.score;
  }
  if (!detail.words.empty()) {
    auto& words = json["words"] = io::OrderedJson::array();
    for (const WeighedWord& word : detail.words) {
      words.push_back({{"start", word.start}, {"end", word.end}, {"weight", word.weight}});
    }
  }
  if (!detail.bytes.empty()) json["picture"] = "data:" + detail.picture_type + ";base64," + io::base64(detail.bytes);
  return io::dump_json(json) + "\n";
}

io::OrderedJson bins_json(const std::vector<metrics::ReliabilityBin>& bins) {
  auto json = io::OrderedJson::array();
  for (const metrics::ReliabilityBin& bin : bins) {
    json.push_back({{"low", bin.low},
                    {"high", bin.high},
                    {"count", bin.count},
                    {"confidence", bin.confidence},
                    {"accuracy", bin.accuracy}});
  }
  return json;
}

io::OrderedJson point(std::initializer_list<double> values) {
  auto json = io::OrderedJson::array();
  for (const double value : values) json.push_back(value);
  return json;
}

io::OrderedJson coverage_json(const Evaluation& evaluation) {
  auto json = io::OrderedJson::array();
  for (const metrics::CoveragePoint& p : evaluation.coverage_risk) json.push_back(point({p.coverage, p.risk}));
  return json;
}

io::OrderedJson slices_json(const Evaluation& evaluation) {
  auto json = io::OrderedJson::object();
  for (const SliceColumn& column : evaluation.slices) {
    auto& values = json[column.column] = io::OrderedJson::array();
    for (const SliceResult& slice : column.values) {
      values.push_back(
          {{"value", slice.value},
           {"n", slice.n},
           {"accuracy", slice.accuracy},
           {"macro_f1", slice.macro_f1},
           {"ci95", {{"accuracy", json_of(slice.ci95_accuracy)}, {"macro_f1", json_of(slice.ci95_macro_f1)}}}});
    }
  }
  return json;
}

}  // namespace

Result<LabelMap> read_label_map(const std::string& path) {
  EMO_ASSIGN(const std::string text, io::read_file(path, kMaxMapBytes));
  EMO_ASSIGN(const io::Json json, io::parse_json(text, path, ErrorCode::kInvalidData));
  if (!json.is_object()) {
    return Error{ErrorCode::kInvalidData, path + ": expected one JSON object, data label to model label or null"};
  }
  LabelMap map;
  for (const auto& [label, target] : json.items()) {
    if (target.is_null()) {
      map[label] = std::nullopt;
    } else if (target.is_string()) {
      map[label] = target.get<std::string>();
    } else {
      return Error{ErrorCode::kInvalidData,
                   path + ": label " + core::quoted(label) + " is mapped to neither a string nor null"};
    }
  }
  return map;
}

std::string metrics_json(const Evaluation& evaluation, const Comparison* against, int indent) {
  io::OrderedJson json;
  json["n"] = evaluation.n;
  json["n_errors"] = without_answer(evaluation);
  json["n_dropped"] = {{"unlabelled", evaluation.n_dropped_unlabelled}, {"other_classes", evaluation.n_dropped_other}};
  json["n_rejected"] = evaluation.n_rejected;
  json["n_several_gold"] = evaluation.n_several_gold;
  if (evaluation.n_no_gold > 0) json["n_no_gold"] = evaluation.n_no_gold;
  json["accuracy"] = evaluation.accuracy;
  json["macro_f1"] = evaluation.macro_f1;
  json["macro_f1_all"] = evaluation.macro_f1_all;
  json["weighted_f1"] = evaluation.weighted_f1;
  json["micro_f1"] = evaluation.micro_f1;
  json["balanced_accuracy"] = evaluation.balanced_accuracy;
  json["sample_f1"] = evaluation.sample_f1;
  json["jaccard"] = evaluation.jaccard;
  json["hamming_loss"] = evaluation.hamming_loss;
  json["cohen_kappa"] = evaluation.cohen_kappa;
  json["roc_auc_macro"] = evaluation.roc_auc_macro;
  json["average_precision_macro"] = evaluation.average_precision_macro;
  io::OrderedJson per_class = io::OrderedJson::object();
  for (const ClassResult& c : evaluation.per_class) {
    per_class[c.label] = {
        {"precision", c.precision}, {"recall", c.recall},   {"f1", c.f1},
        {"support", c.support},     {"roc_auc", c.roc_auc}, {"average_precision", c.average_precision}};
  }
  json["per_class"] = std::move(per_class);
  json["confusion"] = {{"labels", evaluation.labels}, {"matrix", evaluation.confusion}};
  json["top_confusions"] = io::OrderedJson::array();
  for (const ConfusedPair& pair : evaluation.top_confusions) {
    json["top_confusions"].push_back(
        {{"gold", pair.gold}, {"predicted", pair.predicted}, {"count", pair.count}, {"rate", pair.rate}});
  }
  json["ece"] = evaluation.ece;
  json["ece_equal_mass"] = evaluation.ece_equal_mass;
  json["nll"] = evaluation.nll;
  json["brier"] = evaluation.brier;
  json["reliability"] = bins_json(evaluation.reliability);
  json["coverage_risk"] = coverage_json(evaluation);
  json["aurc"] = evaluation.aurc;
  json["ci95"] = {{"accuracy", json_of(evaluation.ci95_accuracy)},
                  {"macro_f1", json_of(evaluation.ci95_macro_f1)},
                  {"resamples", evaluation.bootstrap_samples},
                  {"seed", evaluation.seed}};
  if (const auto& annotators = evaluation.annotators) {
    json["annotators"] = {{"source", annotators->source},
                          {"n", annotators->n},
                          {"soft_accuracy", annotators->soft_accuracy},
                          {"soft_accuracy_ceiling", annotators->soft_accuracy_ceiling},
                          {"kl", annotators->kl},
                          {"entropy", annotators->entropy}};
  }
  json["slices"] = slices_json(evaluation);
  json["notes"] = evaluation.notes;
  if (against != nullptr) json["against"] = comparison_json(*against);
  io::OrderedJson map = io::OrderedJson::object();
  for (const auto& [label, target] : evaluation.label_map) {
    map[label] = target ? io::OrderedJson(*target) : io::OrderedJson(nullptr);
  }
  json["label_map"] = std::move(map);
  json["head"] = evaluation.head;
  json["decision"] = evaluation.decision == Decision::kSingleChoice ? "single_choice" : "multi_label";
  json["split"] = evaluation.split;
  json["model"] = evaluation.model;
  if (evaluation.upright) {
    json["upright"] = {{"model", evaluation.upright->tilt_model}, {"min_tilt", evaluation.upright->min_tilt}};
  }
  json["seconds"] = evaluation.seconds;
  return io::dump_json(json, indent);
}

std::string curves_json(const Evaluation& evaluation) {
  io::OrderedJson json;
  json["reliability"] = bins_json(evaluation.reliability);
  json["reliability_equal_mass"] = bins_json(evaluation.reliability_equal_mass);
  for (const char* name : {"pr", "roc", "thresholds"}) json[name] = io::OrderedJson::object();
  for (const LabelCurves& curves : evaluation.curves) {
    auto& pr = json["pr"][curves.label] = io::OrderedJson::array();
    for (const metrics::PrPoint& p : curves.pr) pr.push_back(point({p.recall, p.precision, p.threshold}));
    auto& roc = json["roc"][curves.label] = io::OrderedJson::array();
    // The first point has no threshold: infinity is null in JSON.
    for (const metrics::RocPoint& p : curves.roc) {
      roc.push_back(point({p.false_positive_rate, p.true_positive_rate, p.threshold}));
    }
    auto& thresholds = json["thresholds"][curves.label] = io::OrderedJson::array();
    for (const metrics::ThresholdPoint& p : curves.thresholds) {
      thresholds.push_back(point({p.threshold, p.precision, p.recall, p.f1}));
    }
  }
  json["coverage_risk"] = coverage_json(evaluation);
  return io::dump_json(json);
}

Result<void> write_evaluation(const Evaluation& evaluation, const std::string& directory, const Comparison* against) {
  EMO_TRY(io::make_folder(directory));
  std::string lines;
  for (const Prediction& prediction : evaluation.predictions) lines += prediction_line(prediction, evaluation);
  EMO_TRY(io::write_file_atomic(directory + "/predictions.jsonl", lines));
  EMO_TRY(io::write_file_atomic(directory + "/curves.json", curves_json(evaluation) + "\n"));
  const std::string mistakes = directory + "/mistakes.jsonl";
  std::error_code failure;
  if (evaluation.mistakes.empty()) {
    std::filesystem::remove(mistakes, failure);  // those of an evaluation before this one
  } else {
    std::string details;
    for (const MistakeDetail& detail : evaluation.mistakes) details += mistake_line(detail);
    EMO_TRY(io::write_file_atomic(mistakes, details));
  }
  if (against == nullptr) {
    std::filesystem::remove(directory + "/flips.jsonl", failure);  // of another comparison, likewise
  } else {
    EMO_TRY(write_flips(*against, evaluation.input_name, directory));
  }
  return io::write_file_atomic(directory + "/metrics.json", metrics_json(evaluation, against) + "\n");
}

}  // namespace emo::eval
