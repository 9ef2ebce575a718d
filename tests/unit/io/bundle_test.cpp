// Bundles: opened only if everything fits; replaced as a whole or not at all, even under kill -9.
#include "io/bundle.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <limits>
#include <span>
#include <thread>

#include "core/random.hpp"
#include "io/file.hpp"
#include "io/sha256.hpp"
#include "sample_bundle.hpp"
#include "temporary_directory.hpp"

namespace emo::io {
namespace {

Result<void> write_sample(const std::string& directory, const Manifest& manifest = sample_manifest(), int fill = 1) {
  const SampleWeights weights(manifest, fill);
  return write_bundle(directory, manifest, weights.tensors, sample_files());
}

TEST(Bundle, WriteThenOpen) {
  const TemporaryDirectory folder;
  for (const auto quantization : {Quantization::kF32, Quantization::kInt8}) {
    auto manifest = sample_manifest();
    manifest.quantization = quantization;
    const auto written = write_sample(folder.path("b/"), manifest);
    ASSERT_TRUE(written) << written.error().message;
    for (const auto check : {HashCheck::kVerify, HashCheck::kSkip}) {
      const auto bundle = open_bundle(folder.path("b"), check);
      ASSERT_TRUE(bundle) << bundle.error().message;
      EXPECT_EQ(bundle->manifest.name, "sample");
      EXPECT_EQ(bundle->manifest.quantization, quantization);
      EXPECT_EQ(bundle->read("card.md").value(), "# Sample\n");
      expect_error(bundle->read("manifest.json"), ErrorCode::kNotFound, {"does not list", "'manifest.json'"});
      const auto word = bundle->weights.find("embeddings.word");
      ASSERT_TRUE(word);
      EXPECT_EQ(word->dtype, quantization == Quantization::kInt8 ? core::DType::kS8 : core::DType::kF32);
      EXPECT_EQ(bundle->weights.find("embeddings.word.scale").has_value(), quantization == Quantization::kInt8);
    }
  }
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(Bundle, MissingThings) {
  const TemporaryDirectory folder;
  expect_error(open_bundle(folder.path("none")), ErrorCode::kNotFound,
               {"none", "is not a folder", "manifest.json and model.safetensors"});
  expect_error(open_bundle(folder.path()), ErrorCode::kNotFound, {"is not a bundle", "model.safetensors"});
  std::filesystem::create_directories(folder.path("hf"));
  std::ofstream(folder.path("hf/config.json")) << "{}";
  expect_error(open_bundle(folder.path("hf")), ErrorCode::kNotFound,
               {"is not a bundle", "emo import hf '", "hf' --out BUNDLE makes"});
  ASSERT_TRUE(write_sample(folder.path("b")));
  std::filesystem::remove(folder.path("b/model.safetensors"));
  for (const auto check : {HashCheck::kVerify, HashCheck::kSkip}) {
    expect_error(open_bundle(folder.path("b"), check), ErrorCode::kNotFound, {"model.safetensors"});
  }
}

TEST(Bundle, WrongHashShowsBothDigests) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  std::string weights = folder.read("b/model.safetensors");
  const std::string expected = sha256_hex(weights);
  weights.back() = static_cast<char>(weights.back() ^ 1);
  folder.write("b/model.safetensors", weights);
  const std::string actual = sha256_hex(weights);
  expect_error(open_bundle(folder.path("b")), ErrorCode::kInvalidModel, {"model.safetensors", actual, expected});
  EXPECT_TRUE(open_bundle(folder.path("b"), HashCheck::kSkip));
}

TEST(Bundle, ChangedTokenizerIsNoticed) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  const auto bundle = open_bundle(folder.path("b"));
  ASSERT_TRUE(bundle);
  folder.write("b/tokenizer.json", "{} ");
  expect_error(bundle->read("tokenizer.json"), ErrorCode::kInvalidModel, {"tokenizer.json", sha256_hex("{}")});
  expect_error(open_bundle(folder.path("b")), ErrorCode::kInvalidModel, {"tokenizer.json", sha256_hex("{} ")});
}

TEST(Bundle, DevicesAndPipesAreNotRead) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  std::filesystem::remove(folder.path("b/card.md"));
  std::filesystem::create_symlink("/dev/zero", folder.path("b/card.md"));
  expect_error(open_bundle(folder.path("b")), ErrorCode::kInvalidModel, {"card.md", "not a regular file"});
  const auto unchecked = open_bundle(folder.path("b"), HashCheck::kSkip);
  ASSERT_TRUE(unchecked);
  expect_error(unchecked->read("card.md"), ErrorCode::kInvalidModel, {"card.md", "not a regular file"});
  std::filesystem::remove(folder.path("b/manifest.json"));
  ASSERT_EQ(::mkfifo(folder.path("b/manifest.json").c_str(), 0600), 0);
  expect_error(open_bundle(folder.path("b")), ErrorCode::kInvalidModel, {"manifest.json", "not a regular file"});
}

TEST(Bundle, APipeForWeightsIsNotWaitedFor) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  std::filesystem::remove(folder.path("b/model.safetensors"));
  ASSERT_EQ(::mkfifo(folder.path("b/model.safetensors").c_str(), 0600), 0);
  for (const auto check : {HashCheck::kVerify, HashCheck::kSkip}) {
    expect_error(open_bundle(folder.path("b"), check), ErrorCode::kInvalidModel,
                 {"model.safetensors", "not a regular file"});
  }
}

TEST(Bundle, WeightsThatAreNotFiniteAreDamaged) {
  const TemporaryDirectory folder;
  const auto manifest = sample_manifest();
  ASSERT_TRUE(write_sample(folder.path("b")));
  for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
    SampleWeights weights(manifest);
    std::vector<float> word(20 * 4, 0.5F);
    word[7] = bad;
    weights.tensors[0].second.bytes = std::as_bytes(std::span(word));
    expect_error(write_bundle(folder.path("b"), manifest, weights.tensors, sample_files()), ErrorCode::kInvalidModel,
                 {"'embeddings.word' holds", "at element 7"});
  }
  EXPECT_TRUE(open_bundle(folder.path("b"))) << "the old one stays";
}

TEST(Bundle, TruncatedWeights) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  const std::string weights = folder.read("b/model.safetensors");
  folder.write("b/model.safetensors", weights.substr(0, weights.size() - 10));
  expect_error(open_bundle(folder.path("b"), HashCheck::kSkip), ErrorCode::kInvalidModel, {"are not within the"});
  expect_error(open_bundle(folder.path("b")), ErrorCode::kInvalidModel, {"SHA-256"});
}

TEST(WriteBundle, TensorsMustBeThoseOfTheArchitecture) {
  const TemporaryDirectory folder;
  const auto manifest = sample_manifest();
  const auto attempt = [&](const std::function<void(SampleWeights&)>& spoil) {
    SampleWeights weights(manifest);
    spoil(weights);
    return write_bundle(folder.path("b"), manifest, weights.tensors, sample_files());
  };
  expect_error(attempt([](auto& w) { w.tensors.pop_back(); }), ErrorCode::kInvalidModel,
               {"'heads.fine.out.bias'", "missing"});
  expect_error(attempt([](auto& w) { w.add("extra", core::DType::kF32, {1}, 0); }), ErrorCode::kInvalidModel,
               {"'extra'", "not part of the architecture"});
  expect_error(attempt([](auto& w) {
                 w.tensors[0].second.shape = {4, 20};
               }),
               ErrorCode::kInvalidModel, {"'embeddings.word' has shape [4, 20]", "needs [20, 4]"});
  expect_error(attempt([](auto& w) { w.tensors[0].second.dtype = core::DType::kS32; }), ErrorCode::kInvalidModel,
               {"'embeddings.word'", "F32"});
  auto int8 = manifest;
  int8.quantization = Quantization::kInt8;
  expect_error(write_bundle(folder.path("b"), int8, SampleWeights(manifest).tensors, sample_files()),
               ErrorCode::kInvalidModel, {"'embeddings.word'", "I8"});
  expect_error(write_bundle(folder.path("b"), manifest, SampleWeights(manifest).tensors, {}), ErrorCode::kInvalidModel,
               {"does not list 'tokenizer.json'"});
  expect_error(write_bundle(folder.path("b"), manifest, SampleWeights(manifest).tensors, {{"../x", ""}}),
               ErrorCode::kInvalidModel, {"'../x'"});
  EXPECT_EQ(folder.entries(), 0U);
}

TEST(WriteBundle, NeverReplacesWhatIsNotABundle) {
  const TemporaryDirectory folder;
  std::filesystem::create_directory(folder.path("home"));
  folder.write("home/thesis.tex", "x");
  folder.write("file", "x");
  expect_error(write_sample(folder.path("home")), ErrorCode::kUsage, {"home", "not a bundle", "another name"});
  expect_error(write_sample(folder.path("file")), ErrorCode::kUsage, {"file", "not a bundle"});
  EXPECT_EQ(folder.read("home/thesis.tex"), "x");
  expect_error(check_bundle_place(folder.path("home/")), ErrorCode::kUsage, {"home'", "not a bundle"});
  expect_error(write_sample(folder.path("no/such/b")), ErrorCode::kNotFound, {"cannot create", "make it first"});
  expect_error(check_bundle_place(folder.path("no/such/b")), ErrorCode::kNotFound, {"cannot create"});
  std::filesystem::create_directory(folder.path("empty"));
  EXPECT_TRUE(write_sample(folder.path("empty")));
}

TEST(WriteBundle, NobodysFilesAreLostWithABundle) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  folder.write("b/NOTES.md", "mine");
  expect_error(write_sample(folder.path("b")), ErrorCode::kUsage, {"b' holds 'NOTES.md'", "move it away"});
  expect_error(check_bundle_place(folder.path("b")), ErrorCode::kUsage, {"'NOTES.md'"});
  EXPECT_EQ(folder.read("b/NOTES.md"), "mine");
  std::filesystem::create_directory(folder.path("site"));
  folder.write("site/manifest.json", R"({"name":"a page"})");
  expect_error(write_sample(folder.path("site")), ErrorCode::kUsage, {"site", "not a bundle"});
  EXPECT_EQ(folder.read("site/manifest.json"), R"({"name":"a page"})");
}

TEST(Bundle, NoOtherOutputTakesThePlaceOfOneOfItsFiles) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  std::filesystem::create_symlink(folder.path("b/model.safetensors"), folder.path("link"));
  for (const char* file : {"b/manifest.json", "b/model.safetensors", "b/tokenizer.json", "link"}) {
    expect_error(check_no_bundle_file(folder.path(file)), ErrorCode::kUsage, {file, "is a file of the bundle", "b'"});
  }
  folder.write("b/notes.txt", "x");
  folder.write("manifest.json", "{}");
  for (const char* file : {"b/notes.txt", "b/new.jsonl", "manifest.json", "none"}) {
    EXPECT_TRUE(check_no_bundle_file(folder.path(file))) << file;
  }
  EXPECT_TRUE(check_no_bundle_file(""));
}

TEST(WriteBundle, OneWithADamagedManifestIsReplacedUnlessItHoldsMore) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  folder.write("b/manifest.json", R"({"name":)");
  folder.write("b/NOTES.md", "mine");
  expect_error(write_sample(folder.path("b")), ErrorCode::kUsage, {"b'", "not a bundle"});
  EXPECT_EQ(folder.read("b/NOTES.md"), "mine");
  std::filesystem::remove(folder.path("b/NOTES.md"));
  EXPECT_TRUE(check_bundle_place(folder.path("b")));
  ASSERT_TRUE(write_sample(folder.path("b")));
  EXPECT_TRUE(open_bundle(folder.path("b")));
  std::filesystem::remove(folder.path("b/manifest.json"));
  expect_error(write_sample(folder.path("b")), ErrorCode::kUsage, {"b'", "not a bundle"});
}

TEST(WriteBundle, ALinkStaysAndLeadsToTheNewOne) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  std::filesystem::create_directory_symlink("b", folder.path("current"));
  auto manifest = sample_manifest();
  manifest.version = "2";
  EXPECT_TRUE(check_bundle_place(folder.path("current/")));
  ASSERT_TRUE(write_sample(folder.path("current"), manifest));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("current")));
  EXPECT_EQ(open_bundle(folder.path("b"))->manifest.version, "2");
}

TEST(WriteBundle, TheDraftIsMadeBesideWhatALinkLeadsTo) {
  const TemporaryDirectory folder;
  std::filesystem::create_directory(folder.path("far"));
  ASSERT_TRUE(write_sample(folder.path("far/b")));
  std::filesystem::create_directory_symlink("far/b", folder.path("current"));
  std::string place;
  const auto written =
      write_recorded_bundle(folder.path("current"), sample_manifest(), SampleWeights(sample_manifest()).tensors,
                            sample_files(), [&place](const std::string& draft) {
                              place = std::filesystem::path(draft).parent_path().string();
                              return Result<std::string>("{}");
                            });
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_TRUE(std::filesystem::equivalent(place, folder.path("far"))) << place;
}

TEST(WriteBundle, FullDiskLeavesTheOldBundle) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  auto manifest = sample_manifest();
  manifest.version = "2";
  {
    const FileSizeLimit limit(2000);
    expect_error(write_sample(folder.path("b"), manifest), ErrorCode::kIo,
                 {"cannot write '" + folder.path("b/model.safetensors") + "'"});
  }
  const auto bundle = open_bundle(folder.path("b"));
  ASSERT_TRUE(bundle);
  EXPECT_EQ(bundle->manifest.version, "1.2.3");
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(WriteBundle, KilledAtAnyMomentThereIsAWholeBundle) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(write_sample(folder.path("b")));
  core::Random random(5);
  // Disks differ by two orders of magnitude in how long they take to be sure.
  const auto started = std::chrono::steady_clock::now();
  ASSERT_TRUE(write_sample(folder.path("b"), sample_manifest(), 0));
  const auto once = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
  const auto longest = static_cast<std::uint64_t>(std::max<std::int64_t>(20'000, 4 * once.count()));
  int replaced = 0;
  for (int round = 0; round < 15; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (int i = 0;; ++i) {
        auto manifest = sample_manifest();
        manifest.version = std::to_string(round) + "." + std::to_string(i);
        if (!write_sample(folder.path("b"), manifest, i & 31)) ::_exit(1);
      }
    }
    std::this_thread::sleep_for(std::chrono::microseconds(2000 + random.below(longest)));
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer failed by itself";
    const auto bundle = open_bundle(folder.path("b"));
    ASSERT_TRUE(bundle) << bundle.error().message;
    if (bundle->manifest.version.starts_with(std::to_string(round) + ".")) ++replaced;
  }
  EXPECT_GT(replaced, 0);
}

}  // namespace
}  // namespace emo::io
