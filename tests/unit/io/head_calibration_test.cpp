// The optional "calibration" of a head: round trip, absence, and each damaged member refused at its path.
#include "io/head_calibration.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "io/json.hpp"
#include "io/manifest.hpp"
#include "sample_bundle.hpp"

namespace emo::io {
namespace {

Manifest calibrated_manifest() {
  Manifest manifest = sample_manifest();
  manifest.sha256["model.safetensors"] = std::string(64, '0');
  auto& head = manifest.heads[0];
  auto& calibration = head.calibration.emplace();
  calibration.method = "isotonic";
  calibration.data = "dev.jsonl";
  calibration.rows = 123;
  calibration.scale.assign(head.labels.size(), 1.25);
  calibration.bias.assign(head.labels.size(), -0.5);
  calibration.isotonic.assign(head.labels.size(), {{0.1, 0.7}, {0.2, 0.9}});
  calibration.conformal =
      ConformalSets{0.9, true, std::vector<double>(head.labels.size(), static_cast<double>(0.1F)), 60};
  calibration.abstention = RiskTarget{0.1, 0.9, 0.61, 0.5, 60};
  return manifest;
}

TEST(HeadCalibration, RoundTrip) {
  const Manifest manifest = calibrated_manifest();
  const auto again = parse_manifest(to_json(manifest));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(to_json(*again), to_json(manifest));
  const auto& read = *again->heads[0].calibration;
  EXPECT_EQ(read.method, "isotonic");
  EXPECT_EQ(read.isotonic[0].y, (std::vector<double>{0.2, 0.9}));
  EXPECT_EQ(read.conformal->thresholds[0], static_cast<double>(0.1F)) << "thresholds survive bit for bit";
  EXPECT_TRUE(read.conformal->class_conditional);
  EXPECT_EQ(read.abstention->min_confidence, 0.61);
  EXPECT_FALSE(again->heads[1].calibration);
}

TEST(HeadCalibration, ABundleWithoutItIsWrittenAsEver) {
  Manifest manifest = sample_manifest();
  EXPECT_EQ(to_json(manifest).find("calibration"), std::string::npos);
}

TEST(HeadCalibration, DamageIsRefusedAtItsPlace) {
  const auto refused = [](const std::function<void(Json&)>& spoil, const std::string& part) {
    Json json = Json::parse(to_json(calibrated_manifest()));
    spoil(json["heads"][0]["calibration"]);
    const auto parsed = parse_manifest(json.dump());
    ASSERT_FALSE(parsed) << part;
    EXPECT_NE(parsed.error().message.find("/heads/0/calibration"), std::string::npos) << parsed.error().message;
    EXPECT_NE(parsed.error().message.find(part), std::string::npos) << parsed.error().message;
  };
  refused([](Json& j) { j = 5; }, "is '5'");
  refused([](Json& j) { j["method"] = "magic"; }, "'magic'");
  refused([](Json& j) { j["extra"] = 1; }, "'extra'");
  refused([](Json& j) { j["scale"].push_back(1); }, "one per label");
  refused([](Json& j) { j["scale"][0] = 1e9; }, "scale");
  refused([](Json& j) { j.erase("bias"); }, "bias");
  refused([](Json& j) { j["isotonic"][0]["x"] = {0.7, 0.1}; }, "not strictly ascending");
  refused([](Json& j) { j["isotonic"][0]["y"] = {0.9, 0.2}; }, "descends");
  refused([](Json& j) { j["isotonic"][0]["y"] = {0.9}; }, "as many of each");
  refused([](Json& j) { j["isotonic"][0]["x"] = {0.1, 1.5}; }, "x");
  refused([](Json& j) { j["isotonic"].erase(0); }, "one per label");
  refused([](Json& j) { j["conformal"]["thresholds"].erase(0); }, "one per label");
  refused([](Json& j) { j["conformal"]["coverage"] = 2; }, "coverage");
  refused([](Json& j) { j["abstention"]["min_confidence"] = "high"; }, "min_confidence");
  refused([](Json& j) { j["abstention"].erase("risk"); }, "risk is missing");
}

}  // namespace
}  // namespace emo::io
