// Quantised tensors: what is stored, how well it restores the weights, and what is refused.
#include "models/text_quantize.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "nn/octet_limit.hpp"
#include "random_model.hpp"

namespace emo::models {
namespace {

const core::TextArchitecture& architecture() {
  static const core::TextArchitecture value = test::architecture_of({});
  return value;
}

const core::TensorView* find(const QuantizedTensors& quantized, const std::string& name) {
  for (const auto& [stored, view] : quantized.tensors) {
    if (stored == name) return &view;
  }
  return nullptr;
}

TEST(TextQuantize, StoresWhatAnInt8BundleHolds) {
  const auto tensors = test::random_tensors(architecture(), 3);
  const auto quantized = quantize_text_tensors(architecture(), test::views_of(architecture(), tensors)).value();
  std::size_t expected = 0;
  for (const auto& spec : core::tensors_of(architecture())) {
    const auto* view = find(quantized, spec.name);
    ASSERT_NE(view, nullptr) << spec.name;
    EXPECT_EQ(view->shape, spec.shape);
    EXPECT_EQ(view->dtype, spec.quantizable ? core::DType::kS8 : core::DType::kF32) << spec.name;
    EXPECT_EQ(find(quantized, spec.name + ".scale") != nullptr, spec.quantizable) << spec.name;
    expected += spec.quantizable ? 2 : 1;
  }
  EXPECT_EQ(quantized.tensors.size(), expected);
}

TEST(TextQuantize, OnlyWhatIsMultipliedObeysTheOctetLimit) {
  const auto tensors = test::random_tensors(architecture(), 4);
  const auto quantized = quantize_text_tensors(architecture(), test::views_of(architecture(), tensors)).value();
  for (const auto& spec : core::tensors_of(architecture())) {
    if (!spec.quantizable) continue;
    const auto codes = find(quantized, spec.name)->as<std::int8_t>();
    const auto columns = static_cast<std::size_t>(spec.shape[1]);
    bool all = true;
    for (std::size_t i = 0; i < codes.size(); i += columns) {
      all = all && nn::obeys_octet_limit(codes.subspan(i, columns));
    }
    EXPECT_EQ(all, spec.name.rfind("embeddings.", 0) != 0) << spec.name;
  }
}

TEST(TextQuantize, ZeroRowsStayZero) {
  auto tensors = test::random_tensors(architecture(), 6);
  std::fill_n(tensors.at("embeddings.word").begin(), 24, 0.0F);
  const auto quantized = quantize_text_tensors(architecture(), test::views_of(architecture(), tensors)).value();
  EXPECT_TRUE(std::isfinite(find(quantized, "embeddings.word.scale")->as<float>()[0]));
  for (std::size_t c = 0; c < 24; ++c) EXPECT_EQ(find(quantized, "embeddings.word")->as<std::int8_t>()[c], 0);
}

TEST(TextQuantize, CopiesStayValid) {
  const auto tensors = test::random_tensors(architecture(), 7);
  auto quantized = quantize_text_tensors(architecture(), test::views_of(architecture(), tensors)).value();
  const QuantizedTensors copy = quantized;
  const auto first = find(quantized, "embeddings.word")->as<std::int8_t>()[0];
  quantized = QuantizedTensors();
  EXPECT_EQ(find(copy, "embeddings.word")->as<std::int8_t>()[0], first);
}

TEST(TextQuantize, BadTensorsAreNamed) {
  auto tensors = test::random_tensors(architecture(), 8);
  const auto error_of = [&](auto change) {
    auto views = test::views_of(architecture(), tensors);
    change(views);
    const auto result = quantize_text_tensors(architecture(), views);
    EXPECT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
    return result.error().message;
  };
  EXPECT_NE(error_of([](auto& v) { v.erase(v.begin()); }).find("embeddings.word"), std::string::npos);
  EXPECT_NE(error_of([](auto& v) { v.push_back({"extra", v[0].second}); }).find("extra"), std::string::npos);
  EXPECT_NE(error_of([](auto& v) { v.push_back(v[1]); }).find("twice"), std::string::npos);
  EXPECT_NE(error_of([](auto& v) { v[0].second.shape = {24, 50}; }).find("[50, 24]"), std::string::npos);
  EXPECT_NE(error_of([](auto& v) { v[0].second.dtype = core::DType::kS32; }).find("another type"), std::string::npos);
  tensors.at("layers.0.ffn.out.weight")[3] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_NE(error_of([](auto&) {}).find("nan"), std::string::npos);
}

}  // namespace
}  // namespace emo::models
