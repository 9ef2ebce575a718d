// Bundles: opened with every check between manifest and weights, written all or nothing. Does not run models, and does
// not know what the other files of a bundle say: it only keeps their digests.
#include "io/bundle.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>

#include "core/quote.hpp"
#include "io/descriptor.hpp"
#include "io/file.hpp"
#include "io/output_place.hpp"
#include "io/scratch_folder.hpp"
#include "io/sha256.hpp"

namespace emo::io {
namespace {

namespace fs = std::filesystem;

constexpr const char* kManifestFile = "manifest.json";
constexpr std::uint64_t kMaxOtherFile = 256u << 20;
constexpr std::uint64_t kMaxWeightsFile = 1ULL << 36;

std::string path_in(const std::string& directory, const std::string& file) {
  return directory + "/" + file;
}

Result<void> check_digest(const std::string& path, const std::string& actual, const std::string& expected) {
  if (actual == expected) return {};
  return Error{ErrorCode::kInvalidModel, core::quoted(path) + " is not the file of the manifest: its SHA-256 is " +
                                             actual + ", expected " + expected};
}

// What a bundle holds are files of a bounded size: a link to a device or a pipe among them would keep its reader for
// ever.
Result<void> check_bundle_file(const std::string& path, std::uint64_t max_bytes) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return system_error("open", path, errno);
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kInvalidModel, core::quoted_path(path) + " is not a regular file, as files of bundles are"};
  }
  if (static_cast<std::uint64_t>(info.st_size) > max_bytes) {
    return Error{ErrorCode::kTooLarge, core::quoted_path(path) + " has " + std::to_string(info.st_size) +
                                           " bytes, expected at most " + std::to_string(max_bytes)};
  }
  return {};
}

Result<void> verify_files(const std::string& directory, const std::map<std::string, std::string>& digests) {
  for (const auto& [file, digest] : digests) {
    const std::string path = path_in(directory, file);
    EMO_TRY(check_bundle_file(path, file == kWeightsFile ? kMaxWeightsFile : kMaxOtherFile));
    EMO_ASSIGN(const std::string actual, sha256_file(path));
    EMO_TRY(check_digest(path, actual, digest));
  }
  return {};
}

// A minimum or maximum of the engine swallows a NaN, and the answer looks like any other.
Result<void> check_finite(const core::TensorView& view, const std::string& name, const std::string& path) {
  const auto values = view.as<float>();
  const auto bad = std::find_if(values.begin(), values.end(), [](float value) { return !std::isfinite(value); });
  if (bad == values.end()) return {};
  return Error{ErrorCode::kInvalidModel, path + ": tensor " + core::quoted(name) + " holds " + std::to_string(*bad) +
                                             " at element " + std::to_string(bad - values.begin()) +
                                             ": the weights are damaged"};
}

Result<void> check_tensor(const SafeTensors& weights, const std::string& name, core::DType dtype,
                          const core::Shape& shape, const std::string& path) {
  const auto found = weights.tensors().find(name);
  if (found == weights.tensors().end()) {
    return Error{ErrorCode::kInvalidModel,
                 path + ": tensor " + core::quoted(name) + " " + core::to_string(shape) + " is missing"};
  }
  const auto& view = found->second;
  if (view.shape != shape) {
    return Error{ErrorCode::kInvalidModel, path + ": tensor " + core::quoted(name) + " has shape " +
                                               core::to_string(view.shape) + ", the manifest's architecture needs " +
                                               core::to_string(shape)};
  }
  if (view.dtype != dtype) {
    return Error{ErrorCode::kInvalidModel, path + ": tensor " + core::quoted(name) + " has another element type than " +
                                               (dtype == core::DType::kS8 ? "I8" : "F32") +
                                               ", which the manifest's quantization needs"};
  }
  return dtype == core::DType::kF32 ? check_finite(view, name, path) : Result<void>();
}

// Names, shapes and types are those of the architecture, and there is nothing else.
Result<void> check_weights(const Manifest& manifest, const SafeTensors& weights, const std::string& path) {
  std::set<std::string, std::less<>> expected;
  EMO_ASSIGN(const auto specs, tensors_of(manifest));
  for (const auto& spec : specs) {
    const bool quantized = spec.quantizable && manifest.quantization == Quantization::kInt8;
    EMO_TRY(check_tensor(weights, spec.name, quantized ? core::DType::kS8 : core::DType::kF32, spec.shape, path));
    expected.insert(spec.name);
    if (quantized) {
      const std::string scale = spec.name + ".scale";
      EMO_TRY(check_tensor(weights, scale, core::DType::kF32, {spec.shape[0]}, path));
      expected.insert(scale);
    }
  }
  for (const auto& [name, view] : weights.tensors()) {
    if (!expected.contains(name)) {
      return Error{ErrorCode::kInvalidModel,
                   path + ": tensor " + core::quoted(name) + " is not part of the architecture"};
    }
  }
  return {};
}

Result<void> check_listed(const Manifest& manifest, const std::string& directory) {
  std::vector<std::string> needed{kWeightsFile};
  if (manifest.task == Task::kText) needed.push_back(manifest.text_preprocess.tokenizer);
  for (const std::string& file : needed) {
    if (!manifest.sha256.contains(file)) {
      return Error{ErrorCode::kInvalidModel,
                   core::quoted(path_in(directory, kManifestFile)) + ": /sha256 does not list " + core::quoted(file)};
    }
  }
  return {};
}

Result<std::string> read_bundle_manifest(const std::string& directory) {
  const std::string path = path_in(directory, kManifestFile);
  const auto regular = check_bundle_file(path, kMaxManifestBytes);
  if (regular) return read_file(path, kMaxManifestBytes);
  if (regular.error().code != ErrorCode::kNotFound) return regular.error();
  struct stat info {};
  const bool folder = ::stat(directory.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
  const std::string shown = core::quoted(directory, 400);
  const bool checkpoint = folder && is_there(path_in(directory, "config.json"));  // of Hugging Face, or like it
  return Error{ErrorCode::kNotFound,
               shown + (folder ? " is not a bundle" : " is not a folder") + ": expected a folder with " +
                   kManifestFile + " and " + kWeightsFile +
                   (checkpoint ? "; emo import hf " + shown + " --out BUNDLE makes one of it" : "")};
}

// Whether `directory` holds the weights of a bundle and a manifest that was damaged, and no file of another name than
// this program gives to those of its bundles. Such a bundle can be mended by writing it anew.
bool is_damaged_bundle(const std::string& directory) {
  constexpr std::array<std::string_view, 5> kUsual{kManifestFile, kWeightsFile, "tokenizer.json", kGoldenFile,
                                                   "card.md"};
  bool weights = false, manifest = false;
  std::error_code failure;
  for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end; entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    const bool ours = std::find(kUsual.begin(), kUsual.end(), name) != kUsual.end();
    if (!ours || !fs::is_regular_file(entry->symlink_status(ignored))) return false;
    weights = weights || name == kWeightsFile;
    manifest = manifest || name == kManifestFile;
  }
  return !failure && weights && manifest;
}

// What stands in the way of replacing `directory` as a bundle: it is none, or it holds files that are not the bundle's
// and would go with it.
Result<void> check_is_ours(const std::string& directory) {
  const auto text = read_bundle_manifest(directory);
  const auto manifest = text ? parse_manifest(*text) : Result<Manifest>(text.error());
  if (!manifest) {
    if (is_damaged_bundle(directory)) return {};
    return Error{ErrorCode::kUsage, core::quoted_path(directory) +
                                        " exists and is not a bundle; it will not be replaced, choose another name"};
  }
  EMO_ASSIGN(const auto others, other_files(directory, *manifest));
  if (others.empty()) return {};
  return Error{ErrorCode::kUsage, core::quoted_path(directory) + " holds " + core::quoted(others.front()) +
                                      ", which is not of the bundle and would be lost with it; move it away, or "
                                      "choose another name"};
}

// Refuses to replace what is not ours: `directory` must be absent, empty or a bundle and nothing else.
Result<bool> check_replaceable(const std::string& directory, const std::string& called) {
  EMO_TRY(check_place(called));
  struct stat info {};
  if (::lstat(directory.c_str(), &info) != 0) {
    if (errno == ENOENT) return false;
    return system_error("inspect", directory, errno);
  }
  std::error_code failure;
  if (!S_ISDIR(info.st_mode) || !fs::is_empty(directory, failure)) EMO_TRY(check_is_ours(directory));
  return true;
}

// The folder that a bundle called `directory` lies in: where a link leads, the link stays.
std::string bundle_folder(const std::string& directory) {
  std::error_code failure;
  const std::string name = without_trailing_slashes(directory);
  return fs::is_symlink(name, failure) ? resolve_links(name) : name;
}

// Moves `fresh` to `directory`. Where the system can exchange two names there is no moment without a bundle; where it
// cannot, the old one steps aside first and comes back if the second move fails.
Result<void> move_into_place(const std::string& fresh, const std::string& directory, bool exists) {
  if (!exists) {
    if (std::rename(fresh.c_str(), directory.c_str()) != 0) return system_error("create", directory, errno);
    return {};
  }
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, directory.c_str(), RENAME_EXCHANGE) == 0) return {};
  const std::string aside = fresh + ".old";
  if (std::rename(directory.c_str(), aside.c_str()) != 0) return system_error("move away", directory, errno);
  if (std::rename(fresh.c_str(), directory.c_str()) != 0) {
    const int reason = errno;
    if (std::rename(aside.c_str(), directory.c_str()) != 0) {
      return Error{ErrorCode::kIo,
                   "cannot replace " + core::quoted(directory) + "; the old bundle is at " + core::quoted(aside)};
    }
    return system_error("replace", directory, reason);
  }
  if (std::rename(aside.c_str(), fresh.c_str()) != 0) return system_error("rename", aside, errno);
  return {};
}

// `folder` is a temporary name: errors name the files of the bundle `called`.
Result<void> write_files(const std::string& folder, const std::string& called,
                         const std::map<std::string, std::string>& files, const std::string& weights,
                         const std::string& manifest) {
  if (::mkdir(folder.c_str(), 0777) != 0) return system_error("create", called, errno);
  const auto write = [&](const std::string& file, const std::string& content) {
    return write_new_file(path_in(folder, file), content, path_in(called, file));
  };
  EMO_TRY(write(kWeightsFile, weights));
  for (const auto& [file, content] : files) EMO_TRY(write(file, content));
  EMO_TRY(write(kManifestFile, manifest));
  return sync_directory(folder);
}

}  // namespace

Result<std::string> Bundle::read(const std::string& file) const {
  const auto listed = manifest.sha256.find(file);
  if (listed == manifest.sha256.end()) {
    return Error{ErrorCode::kNotFound,
                 "the manifest of " + core::quoted(directory) + " does not list the file " + core::quoted(file)};
  }
  const std::string path = path_in(directory, file);
  EMO_TRY(check_bundle_file(path, kMaxOtherFile));
  EMO_ASSIGN(std::string content, read_file(path, kMaxOtherFile));
  if (check != HashCheck::kSkip) EMO_TRY(check_digest(path, sha256_hex(content), listed->second));
  return content;
}

Result<std::map<std::string, std::string>> Bundle::read_beside_weights() const {
  std::map<std::string, std::string> files;
  for (const auto& [file, digest] : manifest.sha256) {
    if (file == kWeightsFile) continue;
    EMO_ASSIGN(files[file], read(file));
  }
  return files;
}

Result<Bundle> open_bundle(const std::string& directory, HashCheck check) {
  Bundle bundle;
  bundle.directory = without_trailing_slashes(directory);
  bundle.check = check;
  EMO_ASSIGN(const std::string text, read_bundle_manifest(bundle.directory));
  auto manifest = parse_manifest(text);
  if (!manifest) return manifest.error().at(core::quoted(bundle.directory));
  bundle.manifest = std::move(manifest).value();
  EMO_TRY(check_listed(bundle.manifest, bundle.directory));

  if (check == HashCheck::kVerify) EMO_TRY(verify_files(bundle.directory, bundle.manifest.sha256));
  const std::string weights = path_in(bundle.directory, kWeightsFile);
  EMO_TRY(check_bundle_file(weights, kMaxWeightsFile));  // with kSkip nobody has looked at it yet
  EMO_ASSIGN(bundle.weights, SafeTensors::open(weights));
  EMO_TRY(check_weights(bundle.manifest, bundle.weights, weights));
  return bundle;
}

Result<std::vector<std::string>> other_files(const std::string& directory, const Manifest& manifest) {
  std::vector<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end; entry.increment(failure)) {
    std::string name = entry->path().filename().string();
    if (name != kManifestFile && !manifest.sha256.contains(name)) names.push_back(std::move(name));
  }
  if (failure) return system_error("list", directory, failure.value());
  std::sort(names.begin(), names.end());
  return names;
}

Result<void> check_bundle_place(const std::string& directory) {
  const std::string target = bundle_folder(directory);
  const auto replaceable = check_replaceable(target, target);
  return replaceable ? Result<void>() : replaceable.error();
}

Result<void> check_no_bundle_file(const std::string& output) {
  const std::string file = resolve_links(output), folder = parent_directory(file);
  if (output.empty() || !is_there(file) || !is_there(path_in(folder, kManifestFile))) return {};
  const std::string name = file.substr(file.find_last_of('/') + 1);
  bool listed = (name == kManifestFile || name == kWeightsFile) && is_there(path_in(folder, kWeightsFile));
  if (!listed) {
    const auto text = read_bundle_manifest(folder);
    const auto manifest = text ? parse_manifest(*text) : Result<Manifest>(text.error());
    listed = manifest && manifest->sha256.contains(name);
  }
  if (!listed) return {};
  return Error{ErrorCode::kUsage, core::quoted_path(output) + " is a file of the bundle " + core::quoted_path(folder) +
                                      ", which would be damaged; write to another file"};
}

Result<void> write_bundle(const std::string& directory, Manifest manifest,
                          const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                          const std::map<std::string, std::string>& files, const std::string& called) {
  const std::string target = bundle_folder(directory);
  const std::string name = called.empty() ? target : without_trailing_slashes(called);
  EMO_ASSIGN(const bool exists, check_replaceable(target, name));
  EMO_ASSIGN(const std::string weights, serialize_safetensors(tensors));
  manifest.sha256.clear();
  manifest.sha256[kWeightsFile] = sha256_hex(weights);
  for (const auto& [file, content] : files) manifest.sha256[file] = sha256_hex(content);
  const std::string text = to_json(manifest);

  // Nothing is written that could not be opened again.
  EMO_ASSIGN(const Manifest read_back, parse_manifest(text));
  EMO_TRY(check_listed(read_back, target));
  EMO_ASSIGN(const SafeTensors parsed, SafeTensors::parse(std::as_bytes(std::span(weights)), "weights"));
  EMO_TRY(check_weights(read_back, parsed, "weights"));

  const std::string fresh = target + ".new-" + random_suffix();
  auto written = write_files(fresh, name, files, weights, text);
  if (written) written = move_into_place(fresh, target, exists);
  // After an exchange this name holds the old bundle; after a failure, what there is of the new one.
  std::error_code ignored;
  fs::remove_all(fresh, ignored);
  if (!written) return written;
  return sync_directory(parent_directory(target));
}

Result<void> write_recorded_bundle(const std::string& directory, const Manifest& manifest,
                                   const std::vector<std::pair<std::string, core::TensorView>>& tensors,
                                   std::map<std::string, std::string> files, const GoldenMaker& make_golden) {
  if (make_golden) {
    // Beside what a link leads to: the link's own folder need not be one to write in.
    const ScratchFolder draft(draft_beside(bundle_folder(directory)));
    EMO_TRY(write_bundle(draft.path, manifest, tensors, files, directory));
    EMO_ASSIGN(files[kGoldenFile], make_golden(draft.path));
  }
  return write_bundle(directory, manifest, tensors, files);
}

}  // namespace emo::io
