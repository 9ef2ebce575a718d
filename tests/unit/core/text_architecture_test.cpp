// The list of tensors that an architecture implies, and its limits.
#include "core/text_architecture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

namespace emo::core {
namespace {

TextArchitecture small() {
  TextArchitecture a;
  a.encoder = {.vocab_size = 50,
               .max_positions = 16,
               .token_types = 2,
               .hidden = 8,
               .layers = 2,
               .heads = 2,
               .feed_forward = 12};
  a.heads = {{.name = "basic", .classes = 7}, {.name = "fine", .classes = 28, .has_dense = true}};
  return a;
}

TEST(TensorsOf, NamesAreUniqueAndInFileOrder) {
  const auto specs = tensors_of(small());
  std::set<std::string> names;
  for (const auto& spec : specs) EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
  // 3 tables and a norm, 12 per layer, 2 + 4 for the heads.
  EXPECT_EQ(specs.size(), 5U + 2U * 12U + 6U);
  EXPECT_EQ(specs.front().name, "embeddings.word");
  EXPECT_EQ(specs.back().name, "heads.fine.out.bias");
}

TEST(TensorsOf, ShapesAndQuantizableMatrices) {
  const auto specs = tensors_of(small());
  const auto find = [&](const std::string& name) {
    return *std::find_if(specs.begin(), specs.end(), [&](const auto& s) { return s.name == name; });
  };
  EXPECT_EQ(find("layers.1.attention.qkv.weight").shape, (Shape{24, 8}));
  EXPECT_TRUE(find("layers.1.attention.qkv.weight").quantizable);
  EXPECT_EQ(find("layers.0.ffn.in.weight").shape, (Shape{12, 8}));
  EXPECT_EQ(find("layers.0.ffn.out.weight").shape, (Shape{8, 12}));
  EXPECT_EQ(find("heads.fine.dense.weight").shape, (Shape{8, 8}));
  EXPECT_EQ(find("heads.basic.out.weight").shape, (Shape{7, 8}));
  EXPECT_FALSE(find("heads.basic.out.weight").quantizable);
  EXPECT_FALSE(find("embeddings.token_type").quantizable);
  for (const auto& spec : specs) EXPECT_TRUE(!spec.quantizable || spec.shape.size() == 2) << spec.name;
}

TEST(TensorsOf, NoTokenTypesNoTable) {
  auto a = small();
  a.encoder.token_types = 0;
  for (const auto& spec : tensors_of(a)) EXPECT_NE(spec.name, "embeddings.token_type");
}

TEST(TensorsOf, OneTableOfBiasesByDistanceForAllLayers) {
  auto a = small();
  a.encoder.relative_buckets = 32;
  a.encoder.relative_distance = 128;
  ASSERT_TRUE(validate(a));
  const auto specs = tensors_of(a);
  const auto found = std::find_if(specs.begin(), specs.end(), [](const auto& s) { return s.name == "relative_bias"; });
  ASSERT_NE(found, specs.end());
  EXPECT_EQ(found->shape, (Shape{32, 2}));
  EXPECT_FALSE(found->quantizable);
  EXPECT_EQ(specs.size(), tensors_of(small()).size() + 1);
}

TEST(Validate, AcceptsASaneArchitecture) {
  EXPECT_TRUE(validate(small()));
}

TEST(Validate, RefusesEachBadValueByName) {
  const auto refused = [](const std::function<void(TextArchitecture&)>& spoil) {
    auto a = small();
    spoil(a);
    const auto result = validate(a);
    return result ? std::string("accepted") : result.error().message;
  };
  EXPECT_EQ(refused([](auto& a) { a.encoder.vocab_size = 0; }), "vocab_size is 0, expected 1..4000000");
  EXPECT_EQ(refused([](auto& a) { a.encoder.heads = 3; }), "heads is 3, expected a divisor of hidden = 8");
  EXPECT_EQ(refused([](auto& a) { a.encoder.position_offset = 16; }), "position_offset is 16, expected 0..15");
  EXPECT_EQ(refused([](auto& a) { a.encoder.relative_buckets = 6; }),
            "relative_buckets is 6, expected a multiple of 4");
  EXPECT_EQ(refused([](auto& a) { a.encoder.relative_distance = 5; }), "relative_distance is 5, expected 0..0");
  EXPECT_EQ(refused([](auto& a) {
              a.encoder.relative_buckets = 32;
              a.encoder.relative_distance = 8;
            }),
            "relative_distance is 8, expected 9..1048576");
  EXPECT_NE(refused([](auto& a) { a.encoder.layers = 1'000'000; }).find("layers is 1000000"), std::string::npos);
  EXPECT_NE(refused([](auto& a) { a.encoder.hidden = -8; }).find("hidden is -8"), std::string::npos);
  EXPECT_NE(refused([](auto& a) { a.encoder.layer_norm_eps = 0; }).find("layer_norm_eps"), std::string::npos);
  EXPECT_NE(refused([](auto& a) { a.heads[1].name = "basic"; }).find("'basic' twice"), std::string::npos);
  EXPECT_NE(refused([](auto& a) { a.heads[0].name = ""; }).find("head name"), std::string::npos);
  EXPECT_NE(refused([](auto& a) { a.heads[0].name = "a/b"; }).find("'a/b'"), std::string::npos);
  EXPECT_NE(refused([](auto& a) { a.heads[0].classes = 0; }).find("classes of head 'basic'"), std::string::npos);
}

}  // namespace
}  // namespace emo::core
