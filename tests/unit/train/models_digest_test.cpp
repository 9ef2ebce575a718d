#include "train/models_digest.hpp"

#include <gtest/gtest.h>

#include "tiny_bundle.hpp"
#include "toy_run.hpp"

namespace emo::train {
namespace {

TEST(ModelsDigest, TellsWeightsApartAndNotPlaces) {
  const std::string folder = test::scratch_folder();
  test::write_tiny_bundle(folder + "/a", 1);
  test::write_tiny_bundle(folder + "/copy of a", 1);
  test::write_tiny_bundle(folder + "/b", 2);
  const auto digest = [&](std::vector<std::string> names) {
    for (auto& name : names) name = folder + "/" + name;
    const auto hash = models_digest(names);
    EXPECT_TRUE(hash) << hash.error().message;
    return hash.value();
  };
  EXPECT_EQ(digest({}), "");
  EXPECT_EQ(digest({"a"}), digest({"copy of a"}));
  EXPECT_NE(digest({"a"}), digest({"b"}));
  EXPECT_NE(digest({"a", "b"}), digest({"b", "a"}));
  EXPECT_EQ(models_digest({folder + "/none"}).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace emo::train
