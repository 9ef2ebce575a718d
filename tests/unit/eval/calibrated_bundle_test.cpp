#include "eval/calibrated_bundle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "io/bundle.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::eval {
namespace {

TEST(CalibratedBundle, ChangesTheHeadOfThatNameAndNothingElse) {
  const test::TemporaryFolder folder;
  const std::string from = folder / "plain", to = folder / "calibrated";
  test::write_tiny_bundle(from);
  io::HeadManifest head = test::tiny_manifest().heads[1];
  head.temperature = 2.5;
  head.calibration = io::HeadCalibration{};
  head.calibration->method = "temperature";
  head.calibration->data = "dev";
  head.calibration->rows = 40;
  const auto written = write_calibrated_bundle(from, to, head);
  ASSERT_TRUE(written) << written.error().message;

  const auto before = io::open_bundle(from), after = io::open_bundle(to);
  ASSERT_TRUE(before && after);
  io::Manifest expected = before->manifest;
  expected.heads[1].temperature = 2.5;
  expected.heads[1].calibration = head.calibration;
  expected.sha256 = after->manifest.sha256;  // tensors may lie in another order
  EXPECT_EQ(io::to_json(after->manifest), io::to_json(expected));
  ASSERT_EQ(after->weights.tensors().size(), before->weights.tensors().size());
  for (const auto& [name, tensor] : before->weights.tensors()) {
    const auto copied = after->weights.find(name);
    ASSERT_TRUE(copied) << name;
    EXPECT_TRUE(std::ranges::equal(copied->bytes, tensor.bytes)) << name;
  }
  EXPECT_EQ(after->read_beside_weights().value(), before->read_beside_weights().value());
}

}  // namespace
}  // namespace emo::eval
