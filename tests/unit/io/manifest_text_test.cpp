// What manifests of text bundles say of encoder and windows, and how it is refused. Round trips are in
// manifest_test.cpp.
#include "io/manifest_text.hpp"

#include <gtest/gtest.h>

#include "refused_manifest.hpp"
#include "sample_bundle.hpp"

namespace emo::io {
namespace {

TEST(ManifestText, ArchitectureBeyondTheCaps) {
  const auto encoder = [](const char* key, const Json& value) {
    return [=](Json& j) { j["architecture"]["encoder"][key] = value; };
  };
  expect_refused(sample_manifest(), encoder("vocab_size", 1'000'000'000'000), kBad,
                 {"/architecture: vocab_size is 1000000000000"});
  expect_refused(sample_manifest(), encoder("hidden", -1), kBad, {"/architecture/encoder/hidden", "'-1'"});
  expect_refused(sample_manifest(), encoder("layers", 1e30), kBad, {"/architecture/encoder/layers"});
  expect_refused(sample_manifest(), encoder("heads", 3), kBad, {"heads is 3", "divisor"});
  expect_refused(sample_manifest(), encoder("activation", "swish"), ErrorCode::kUnsupported, {"'swish'", "gelu_tanh"});
  expect_refused(sample_manifest(), encoder("layer_norm_eps", 0), kBad, {"layer_norm_eps"});
  expect_refused(sample_manifest(), [](Json& j) { j["architecture"]["kind"] = "cnn"; }, ErrorCode::kUnsupported,
                 {"'cnn'", "text_encoder"});
}

TEST(ManifestText, WindowsMustFitAndAdvance) {
  expect_refused(sample_manifest(), [](Json& j) { j["preprocess"]["max_tokens"] = 13; }, kBad,
                 {"/preprocess/max_tokens is '13'", "3..12"});
  expect_refused(sample_manifest(), [](Json& j) { j["preprocess"]["stride"] = 10; }, kBad,
                 {"/preprocess/stride is '10'", "0..9"});
  expect_refused(sample_manifest(), [](Json& j) { j["preprocess"]["max_tokens"] = 2; }, kBad,
                 {"/preprocess/max_tokens is '2'"});
}

}  // namespace
}  // namespace emo::io
