// "calibration" of a head <-> HeadCalibration, as strict as the rest of the manifest. Fitting the numbers is
// src/metrics', and applying them to scores is the pipeline's (head_activation, abstention).
#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "io/head_calibration_json.hpp"
#include "io/manifest_fields.hpp"

namespace emo::io {
namespace {

constexpr double kMaxScale = 1e4, kMaxBias = 1e4;
constexpr std::array<std::string_view, 3> kMethods{"temperature", "vector", "isotonic"};

void expect_size(JsonFields& fields, std::string_view key, std::size_t size, std::size_t labels, bool may_be_empty) {
  if (size == labels || (may_be_empty && size == 0)) return;
  fields.fail(key, "has " + std::to_string(size) + " items, expected " + (may_be_empty ? "none or " : "") +
                       std::to_string(labels) + ", one per label");
}

IsotonicMap read_map(JsonFields& fields) {
  IsotonicMap map{fields.numbers("x", 0.0, 1.0), fields.numbers("y", 0.0, 1.0)};
  if (map.x.empty() || map.x.size() != map.y.size()) {
    fields.fail("x", "and y have " + std::to_string(map.x.size()) + " and " + std::to_string(map.y.size()) +
                         " numbers, expected as many of each and at least one");
    return map;
  }
  if (std::adjacent_find(map.x.begin(), map.x.end(), std::greater_equal<>()) != map.x.end()) {
    fields.fail("x", "is not strictly ascending");
  }
  if (!std::is_sorted(map.y.begin(), map.y.end())) fields.fail("y", "descends, expected a monotone map");
  fields.refuse_others();
  return map;
}

ConformalSets read_conformal(JsonFields fields, std::size_t labels) {
  ConformalSets sets;
  sets.coverage = fields.number("coverage", 0.0, 1.0);
  sets.class_conditional = fields.boolean("class_conditional");
  sets.thresholds = fields.numbers("thresholds", 0.0, 1.0);
  expect_size(fields, "thresholds", sets.thresholds.size(), labels, false);
  sets.rows = fields.integer("rows", 0, kMaxCount);
  fields.refuse_others();
  return sets;
}

RiskTarget read_risk(JsonFields fields) {
  RiskTarget target;
  target.risk = fields.number("risk", 0.0, 1.0);
  target.confidence = fields.number("confidence", 0.0, 1.0);
  target.min_confidence = fields.number("min_confidence", 0.0, 1.0);
  target.coverage = fields.number("coverage", 0.0, 1.0);
  target.rows = fields.integer("rows", 0, kMaxCount);
  fields.refuse_others();
  return target;
}

}  // namespace

HeadCalibration read_head_calibration(JsonFields fields, std::size_t labels) {
  HeadCalibration calibration;
  calibration.method = kMethods[fields.choice("method", kMethods)];
  calibration.data = fields.text("data");
  calibration.rows = fields.integer("rows", 0, kMaxCount);
  if (fields.has("scale")) calibration.scale = fields.numbers("scale", -kMaxScale, kMaxScale);
  if (fields.has("bias")) calibration.bias = fields.numbers("bias", -kMaxBias, kMaxBias);
  expect_size(fields, "scale", calibration.scale.size(), labels, true);
  expect_size(fields, "bias", calibration.bias.size(), calibration.scale.size(), false);
  if (fields.has("isotonic")) {
    fields.each_object("isotonic", [&](JsonFields& item) { calibration.isotonic.push_back(read_map(item)); });
  }
  expect_size(fields, "isotonic", calibration.isotonic.size(), labels, true);
  if (fields.has("conformal")) calibration.conformal = read_conformal(fields.object("conformal"), labels);
  if (fields.has("abstention")) calibration.abstention = read_risk(fields.object("abstention"));
  fields.refuse_others();
  return calibration;
}

OrderedJson head_calibration_json(const HeadCalibration& calibration) {
  OrderedJson json{{"method", calibration.method}, {"data", calibration.data}, {"rows", calibration.rows}};
  if (!calibration.scale.empty()) {
    json["scale"] = calibration.scale;
    json["bias"] = calibration.bias;
  }
  if (!calibration.isotonic.empty()) {
    OrderedJson maps = OrderedJson::array();
    for (const auto& map : calibration.isotonic) maps.push_back({{"x", map.x}, {"y", map.y}});
    json["isotonic"] = std::move(maps);
  }
  if (const auto& sets = calibration.conformal) {
    json["conformal"] = {{"coverage", sets->coverage},
                         {"class_conditional", sets->class_conditional},
                         {"thresholds", sets->thresholds},
                         {"rows", sets->rows}};
  }
  if (const auto& target = calibration.abstention) {
    json["abstention"] = {{"risk", target->risk},
                          {"confidence", target->confidence},
                          {"min_confidence", target->min_confidence},
                          {"coverage", target->coverage},
                          {"rows", target->rows}};
  }
  return json;
}

}  // namespace emo::io
