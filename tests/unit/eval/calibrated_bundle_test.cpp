#include "eval/calibrated_bundle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "io/bundle.hpp"
#include "temporary_folder.hpp"
#include "tiny_bundle.hpp"

namespace emo::eval {
namespace {

TEST(CalibratedBundle, ChangesTheHeadOfThatNameAndNothingElse) {
  const test::TemporaryFolder folder;
  const std::string from = folder / "plain", to = folder / "calibrated";
  test::write_tiny_bundle(from);
  {
    auto made = io::open_bundle(from);
    ASSERT_TRUE(made);
    made->manifest.metrics = {{test::tiny_manifest().heads[0].name + ".macro_f1", "d", "dev", 0.5, 9},
                              {test::tiny_manifest().heads[1].name + ".macro_f1", "d", "dev", 0.25, 9}};
    std::vector<std::pair<std::string, core::TensorView>> tensors(made->weights.tensors().begin(),
                                                                  made->weights.tensors().end());
    auto files = made->read_beside_weights().value();
    files["card.md"] = "# tiny\n";
    ASSERT_TRUE(io::write_bundle(from, made->manifest, tensors, files));
  }
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
  expected.metrics.pop_back();
  expected.sha256 = after->manifest.sha256;  // tensors may lie in another order
  EXPECT_EQ(io::to_json(after->manifest), io::to_json(expected));
  ASSERT_EQ(after->weights.tensors().size(), before->weights.tensors().size());
  for (const auto& [name, tensor] : before->weights.tensors()) {
    const auto copied = after->weights.find(name);
    ASSERT_TRUE(copied) << name;
    EXPECT_TRUE(std::ranges::equal(copied->bytes, tensor.bytes)) << name;
  }
  auto files = before->read_beside_weights().value();
  EXPECT_NE(after->read("card.md").value().find("calibrated (temperature) on 40 rows of `dev`"), std::string::npos);
  files["card.md"] = after->read("card.md").value();
  EXPECT_EQ(after->read_beside_weights().value(), files);

  head.calibration->rows = 50;
  ASSERT_TRUE(write_calibrated_bundle(to, to, head));
  const std::string card = io::open_bundle(to)->read("card.md").value();
  EXPECT_NE(card.find("on 50 rows"), std::string::npos) << card;
  EXPECT_EQ(card.find("on 40 rows"), std::string::npos) << "what an earlier calibration said is gone";
}

}  // namespace
}  // namespace emo::eval
