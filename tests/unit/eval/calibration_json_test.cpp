// The JSON of `emo calibrate`: what is there, what is left out, and the intervals.
#include <gtest/gtest.h>

#include "eval/calibration.hpp"
#include "io/json.hpp"
#include "metrics/selective_risk.hpp"

namespace emo::eval {
namespace {

CalibrationReport report() {
  CalibrationReport out;
  out.model = "m 1.0";
  out.data = "dev";
  out.fit.head.name = "basic";
  out.fit.head.labels = {"joy", "fear"};
  out.fit.head.temperature = 1.25;
  out.fit.head.calibration.emplace();
  out.fit.head.calibration->method = "temperature";
  out.fit.fit_rows = 60;
  out.data_before = {60, 0.9, 0.2, 0.5, 0.6, 0.55, {}, {}};
  out.data_after = {60, 0.7, 0.1, 0.4, 0.6, 0.55, {}, {}};
  return out;
}

io::Json json_of(const CalibrationReport& calibrated) {
  auto json = io::parse_json(to_json(calibrated), "calibration");
  EXPECT_TRUE(json);
  return json ? std::move(*json) : io::Json();
}

TEST(CalibrationJson, FiguresBeforeAndAfterStandBesideEachOther) {
  const auto json = json_of(report());
  EXPECT_EQ(json["model"], "m 1.0");
  EXPECT_EQ(json["head"], "basic");
  EXPECT_EQ(json["method"], "temperature");
  EXPECT_EQ(json["temperature"], 1.25);
  EXPECT_EQ(json["fit_rows"], 60);
  EXPECT_EQ(json["on_data"]["before"]["ece"], 0.2);
  EXPECT_EQ(json["on_data"]["after"]["nll"], 0.7);
  for (const char* absent : {"on_test", "coverage", "risk", "min_confidence"})
    EXPECT_FALSE(json.contains(absent)) << absent;
  EXPECT_FALSE(json["on_data"]["after"].contains("sets"));
}

TEST(CalibrationJson, PromisesComeWithTheirIntervals) {
  auto calibrated = report();
  io::HeadCalibration& head = *calibrated.fit.head.calibration;
  head.conformal.emplace();
  head.conformal->coverage = 0.9;
  head.conformal->class_conditional = true;
  head.abstention.emplace();
  head.abstention->risk = 0.1;
  head.abstention->min_confidence = 0.75;
  calibrated.fit.always_in_set = {"fear"};
  metrics::ConformalCheck sets;
  sets.rows = 50;
  sets.covered = 46;
  sets.mean_size = 1.5;
  sets.label_rows = {40, 10};
  sets.label_covered = {38, 8};
  metrics::SelectiveRisk risk;
  risk.rows = 50;
  risk.answered = 20;
  risk.wrong = 1;
  calibrated.test = "test";
  calibrated.test_before = calibrated.data_before;
  calibrated.test_after = calibrated.data_after;
  calibrated.test_after->sets = sets;
  calibrated.test_after->risk = risk;
  const auto json = json_of(calibrated);
  EXPECT_EQ(json["coverage"], 0.9);
  EXPECT_EQ(json["risk"], 0.1);
  EXPECT_EQ(json["min_confidence"], 0.75);
  EXPECT_EQ(json["always_in_set"], io::Json::array({"fear"}));
  const auto& after = json["on_test"]["after"];
  EXPECT_EQ(after["sets"]["covered"], 46);
  EXPECT_DOUBLE_EQ(after["sets"]["coverage"].get<double>(), 0.92);
  EXPECT_DOUBLE_EQ(after["sets"]["per_label"]["fear"]["coverage"].get<double>(), 0.8);
  EXPECT_EQ(after["abstention"]["answered"], 20);
  EXPECT_DOUBLE_EQ(after["abstention"]["coverage"].get<double>(), 0.4);
  EXPECT_DOUBLE_EQ(after["abstention"]["risk"].get<double>(), 0.05);
  const auto interval = metrics::clopper_pearson(1, 20);
  EXPECT_DOUBLE_EQ(after["abstention"]["ci95"][0].get<double>(), interval.low);
  EXPECT_DOUBLE_EQ(after["abstention"]["ci95"][1].get<double>(), interval.high);
  EXPECT_FALSE(json["on_test"]["before"].contains("sets"));

  calibrated.test_after->sets->label_rows[1] = calibrated.test_after->sets->label_covered[1] = 0;
  calibrated.test_after->risk->answered = calibrated.test_after->risk->wrong = 0;
  const auto empty = json_of(calibrated)["on_test"]["after"];
  EXPECT_TRUE(empty["sets"]["per_label"]["fear"]["coverage"].is_null()) << "of no rows there is no rate";
  EXPECT_TRUE(empty["abstention"]["risk"].is_null());
}

}  // namespace
}  // namespace emo::eval
