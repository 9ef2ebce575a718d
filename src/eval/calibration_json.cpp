// CalibrationFigures as JSON, each rate with its exact interval. The figures are made in calibration.cpp; the
// calibration itself goes into the manifest, by io/head_calibration.
#include "eval/calibration.hpp"
#include "io/json.hpp"

namespace emo::eval {
namespace {

io::OrderedJson interval(std::uint64_t hits, std::uint64_t n) {
  const auto bounds = metrics::clopper_pearson(hits, n);
  return io::OrderedJson::array({bounds.low, bounds.high});
}

// Of no rows there is no rate: null.
io::OrderedJson rate(std::uint64_t hits, std::uint64_t n) {
  return n == 0 ? io::OrderedJson() : io::OrderedJson(static_cast<double>(hits) / static_cast<double>(n));
}

io::OrderedJson sets_json(const metrics::ConformalCheck& sets, const io::HeadManifest& head) {
  io::OrderedJson per_label = io::OrderedJson::object();
  for (std::size_t k = 0; k < head.labels.size(); ++k) {
    per_label[head.labels[k]] = {{"rows", sets.label_rows[k]},
                                 {"coverage", rate(sets.label_covered[k], sets.label_rows[k])},
                                 {"ci95", interval(sets.label_covered[k], sets.label_rows[k])}};
  }
  return {{"rows", sets.rows},
          {"covered", sets.covered},
          {"coverage", rate(sets.covered, sets.rows)},
          {"ci95", interval(sets.covered, sets.rows)},
          {"mean_size", sets.mean_size},
          {"single", sets.single},
          {"per_label", std::move(per_label)}};
}

io::OrderedJson figures_json(const CalibrationFigures& figures, const io::HeadManifest& head) {
  io::OrderedJson json{{"rows", figures.rows},   {"nll", figures.nll},           {"ece", figures.ece},
                       {"brier", figures.brier}, {"accuracy", figures.accuracy}, {"macro_f1", figures.macro_f1}};
  if (figures.sets) json["sets"] = sets_json(*figures.sets, head);
  if (const auto& risk = figures.risk) {
    json["abstention"] = {{"answered", risk->answered},
                          {"coverage", rate(risk->answered, risk->rows)},
                          {"wrong", risk->wrong},
                          {"risk", rate(risk->wrong, risk->answered)},
                          {"ci95", interval(risk->wrong, risk->answered)}};
  }
  return json;
}

}  // namespace

std::string to_json(const CalibrationReport& report, int indent) {
  const io::HeadManifest& head = report.fit.head;
  io::OrderedJson json{{"model", report.model},
                       {"head", head.name},
                       {"method", head.calibration->method},
                       {"temperature", head.temperature},
                       {"data", report.data},
                       {"fit_rows", report.fit.fit_rows},
                       {"held_out_rows", report.fit.held_out_rows},
                       {"always_in_set", report.fit.always_in_set}};
  if (head.activation == core::HeadActivation::kSigmoid) {
    json["thresholds"] = io::OrderedJson::object();
    for (std::size_t k = 0; k < head.labels.size(); ++k) json["thresholds"][head.labels[k]] = head.thresholds[k];
    json["untold_labels"] = report.fit.untold_labels;
  }
  if (const auto& sets = head.calibration->conformal) {
    json["coverage"] = sets->coverage;
    json["class_conditional"] = sets->class_conditional;
  }
  if (const auto& target = head.calibration->abstention) {
    json["risk"] = target->risk;
    json["min_confidence"] = target->min_confidence;
  }
  json["on_data"] = {{"before", figures_json(report.data_before, head)},
                     {"after", figures_json(report.data_after, head)}};
  if (report.test_before && report.test_after) {
    json["on_test"] = {{"file", report.test},
                       {"before", figures_json(*report.test_before, head)},
                       {"after", figures_json(*report.test_after, head)}};
  }
  return io::dump_json(json, indent);
}

}  // namespace emo::eval
