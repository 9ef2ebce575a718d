#include "pipeline/bundle_search.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "temporary_folder.hpp"

namespace emo::pipeline {
namespace {

namespace fs = std::filesystem;

TEST(BundleSearch, FindsBuildTreeInstallationAndEnvironment) {
  const test::TemporaryFolder root;
  fs::create_directories(root / "tree/models/text-en");
  fs::create_directories(root / "tree/build/release/bin");
  fs::create_directories(root / "usr/bin");
  fs::create_directories(root / "usr/share/emotionaware/models/text-en");
  fs::create_directories(root / "mine/text-en");

  const auto built = bundle_folders(root / "tree/build/release/bin/emo", "");
  const auto from_build = find_bundle("text-en", built);
  ASSERT_TRUE(from_build) << from_build.error().message;
  EXPECT_TRUE(fs::equivalent(*from_build, root / "tree/models/text-en"));

  const auto installed = find_bundle("text-en", bundle_folders(root / "usr/bin/emo", ""));
  ASSERT_TRUE(installed);
  EXPECT_TRUE(fs::equivalent(*installed, root / "usr/share/emotionaware/models/text-en"));

  const auto mine =
      find_bundle("text-en", bundle_folders(root / "usr/bin/emo", (root / "absent") + ":" + (root / "mine")));
  ASSERT_TRUE(mine);
  EXPECT_EQ(missing_folders((root / "absent") + ":" + (root / "mine")), std::vector<std::string>{root / "absent"});
  EXPECT_TRUE(fs::equivalent(*mine, root / "mine/text-en"));
}

TEST(BundleSearch, ABundledModelIsFoundByTheNameThatDocumentsGiveIt) {
  const test::TemporaryFolder root;
  fs::create_directories(root / "bin");
  fs::create_directories(root / "share/emotionaware/models/bundled-one");
  const auto folders = bundle_folders(root / "bin/emo", "");
  const auto found = find_bundle("models/bundled-one", folders);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_TRUE(fs::equivalent(*found, root / "share/emotionaware/models/bundled-one"));
  const auto other = find_bundle("models/bundled-two", folders);
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().message.find("looked at: models/bundled-two, "), std::string::npos) << other.error().message;
  const auto elsewhere = find_bundle("other/bundled-one", folders);
  ASSERT_FALSE(elsewhere);
  EXPECT_NE(elsewhere.error().message.find("'emo models' lists"), std::string::npos) << elsewhere.error().message;
}

TEST(BundleSearch, FoldersAboveAnInstallationDoNotHideItsModels) {
  const test::TemporaryFolder root;
  const std::string own = root / "opt/share/emotionaware/models/face";
  for (const std::string& folder : {own, root / "models/face", root / "opt/bin"}) fs::create_directories(folder);
  test::write_text(root / "models/face/manifest.json", "{}");
  test::write_text(own + "/manifest.json", "{}");
  const auto found = find_default_bundle("face", bundle_folders(root / "opt/bin/emo", ""));
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_TRUE(fs::equivalent(*found, own)) << *found;
}

TEST(BundleSearch, AFolderWithoutManifestIsTakenWhereThereIsNoBetterOne) {
  const test::TemporaryFolder root;
  for (const char* name : {"a/face", "b/face"}) fs::create_directories(root / name);
  const std::vector<std::string> folders{root / "a", root / "b"};
  EXPECT_EQ(find_default_bundle("face", folders).value(), root / "a/face") << "the error of opening it says more";
  test::write_text(root / "b/face/manifest.json", "{}");
  EXPECT_EQ(find_default_bundle("face", folders).value(), root / "b/face");
}

TEST(BundleSearch, APathIsTakenAsItIs) {
  const test::TemporaryFolder root;
  fs::create_directories(root / "b");
  const auto found = find_bundle(root / "b", {});
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, root / "b");
}

TEST(BundleSearch, AProgramOfUnknownPlaceHasNoModelsInTheWorkingDirectory) {
  const test::TemporaryFolder root;
  fs::create_directories(root / "work/models");
  fs::create_directories(root / "share/emotionaware/models");
  const auto before = fs::current_path();
  fs::current_path(root / "work");
  const auto nameless = bundle_folders("", ""), bare = bundle_folders("emo", "");
  fs::current_path(before);
  EXPECT_TRUE(nameless.empty()) << nameless.front();
  EXPECT_TRUE(bare.empty()) << bare.front();
}

TEST(BundleSearch, AFolderOfPicturesIsNoBundleHoweverItIsCalled) {
  const test::TemporaryFolder root;
  fs::create_directories(root / "models/face");
  fs::create_directories(root / "work/face");
  const auto before = fs::current_path();
  fs::current_path(root / "work");
  const std::vector<std::string> folders{root / "models"};
  const auto named = find_bundle("face", folders), by_default = find_default_bundle("face", folders);
  test::write_text(root / "work/face/manifest.json", "{}");
  const auto own = find_bundle("face", folders), still = find_default_bundle("face", folders);
  fs::current_path(before);
  for (const auto* found : {&named, &by_default, &still}) {
    ASSERT_TRUE(*found) << found->error().message;
    EXPECT_EQ(**found, root / "models/face");
  }
  ASSERT_TRUE(own);
  EXPECT_EQ(*own, "face") << "named, and a bundle";
}

TEST(BundleSearch, TheErrorNamesThePlacesAndTheNextStep) {
  const test::TemporaryFolder root;
  const std::vector<std::string> folders{root.path()};
  const auto missing = find_bundle("text-xx", folders);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().message.find(root / "text-xx"), std::string::npos) << missing.error().message;
  EXPECT_NE(missing.error().message.find("--model"), std::string::npos);
  EXPECT_FALSE(find_bundle(root / "no/such", folders));
  EXPECT_NE(missing.error().message.find("(looked at: text-xx, "), std::string::npos) << missing.error().message;
  const auto nobody_named = find_default_bundle("text-xx", folders);
  ASSERT_FALSE(nobody_named);
  EXPECT_NE(nobody_named.error().message.find("(looked at: " + (root / "text-xx")), std::string::npos)
      << nobody_named.error().message;
  EXPECT_NE(find_default_bundle("text-xx", {}).error().message.find("(looked at: no 'models' folder"),
            std::string::npos);
}

TEST(BundleSearch, ListsOnlyFoldersWithAManifestAndTheFirstOfEqualNames) {
  const test::TemporaryFolder root;
  for (const char* name : {"a/text-en", "a/empty", "b/text-en", "b/face"}) fs::create_directories(root / name);
  for (const char* name : {"a/text-en", "b/text-en", "b/face"}) {
    test::write_text(root / (std::string(name) + "/manifest.json"), "{}");
  }
  const std::vector<std::string> folders{root / "a", root / "b"};
  EXPECT_EQ(list_bundles(folders), (std::vector<std::string>{root / "b/face", root / "a/text-en"}));
}

}  // namespace
}  // namespace emo::pipeline
