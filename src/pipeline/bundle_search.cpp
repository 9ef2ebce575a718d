// Finding bundles on the disk by name. Opening and checking them is io's work; a folder of that name with a manifest is
// enough here, whatever else it holds. Nothing is fetched from anywhere.
#include "pipeline/bundle_search.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

namespace emo::pipeline {
namespace {

namespace fs = std::filesystem;

/// Enough to climb from build/PRESET/bin to the root of the source tree, and not to the root of the disk.
constexpr int kMaxClimb = 5;

bool is_folder(const fs::path& path) {
  std::error_code failure;
  return fs::is_directory(path, failure);
}

bool is_bundle(const fs::path& folder) {
  std::error_code failure;
  return fs::exists(folder / "manifest.json", failure);
}

// The folders of a list with a colon between them, as of PATH.
std::vector<std::string> folders_of(const std::string& environment) {
  std::vector<std::string> folders;
  for (std::size_t begin = 0; begin < environment.size();) {
    const std::size_t end = std::min(environment.find(':', begin), environment.size());
    if (end > begin) folders.push_back(environment.substr(begin, end - begin));
    begin = end + 1;
  }
  return folders;
}

/// FOLDER/name of the first of `folders` that has it. `tried`: what was looked at before, for the error.
Result<std::string> find_in(std::span<const std::string> folders, const std::string& name, std::string tried,
                            std::string_view option) {
  std::string without_manifest;
  for (const auto& folder : folders) {
    const fs::path candidate = fs::path(folder) / name;
    if (is_bundle(candidate)) return candidate.string();
    if (without_manifest.empty() && is_folder(candidate)) without_manifest = candidate.string();
    tried += (tried.empty() ? "" : ", ") + candidate.string();
  }
  if (!without_manifest.empty()) return without_manifest;  // what it lacks is said when it is opened
  if (folders.empty()) tried += std::string(tried.empty() ? "" : ", ") + "no 'models' folder near the program";
  const std::string by_name = option.empty() ? "" : "name one with " + std::string(option) + " FOLDER or ";
  return Error{ErrorCode::kNotFound, "no model bundle '" + name + "' (looked at: " + tried + "); " + by_name +
                                         "set EMO_MODELS; 'emo models' lists those there are"};
}

}  // namespace

std::vector<std::string> missing_folders(const std::string& environment) {
  auto folders = folders_of(environment);
  std::erase_if(folders, [](const std::string& folder) { return is_folder(folder); });
  return folders;
}

std::vector<std::string> bundle_folders(const std::string& executable, const std::string& environment) {
  std::vector<std::string> folders;
  const auto add = [&](const fs::path& path) {
    const std::string name = path.lexically_normal().string();
    if (is_folder(path) && std::find(folders.begin(), folders.end(), name) == folders.end()) folders.push_back(name);
  };
  for (const auto& folder : folders_of(environment)) add(folder);
  const fs::path start = fs::path(executable).parent_path();
  if (start.empty()) return folders;  // unknown; "../share" would be seen from the working directory
  add(start / ".." / "share" / "emotionaware" / "models");  // of an installation, whatever lies in the folders above it
  fs::path folder = start;
  for (int i = 0; i < kMaxClimb && !folder.empty(); ++i) {
    add(folder / "models");
    if (!folder.has_relative_path()) break;
    folder = folder.parent_path();
  }
  return folders;
}

Result<std::string> find_bundle(const std::string& name, std::span<const std::string> folders,
                                std::string_view option) {
  if (name.find('/') != std::string::npos) {
    if (is_folder(name)) return name;
    // As documents call the bundled ones, wherever the program is called from.
    const fs::path path(name);
    if (path.parent_path() == "models" && path.has_filename()) {
      return find_in(folders, path.filename().string(), name, option);
    }
    return Error{ErrorCode::kNotFound,
                 "no model bundle '" + name + "': there is no such folder; 'emo models' lists those there are"};
  }
  if (is_bundle(name)) return name;
  auto found = find_in(folders, name, name, option);
  return !found && is_folder(name) ? Result<std::string>(name) : found;  // what it lacks is said when it is opened
}

Result<std::string> find_default_bundle(const std::string& name, std::span<const std::string> folders,
                                        std::string_view option) {
  return find_in(folders, name, "", option);
}

Result<std::string> bundle_or_default(const std::string& named, const std::string& usual,
                                      std::span<const std::string> folders, std::string_view option) {
  return named.empty() ? find_default_bundle(usual, folders, option) : find_bundle(named, folders, option);
}

std::vector<std::string> list_bundles(std::span<const std::string> folders) {
  std::map<std::string, std::string> by_name;
  for (const auto& folder : folders) {
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
      if (is_bundle(entry->path())) {
        by_name.emplace(entry->path().filename().string(), entry->path().string());
      }
    }
  }
  std::vector<std::string> bundles;
  bundles.reserve(by_name.size());
  for (auto& [name, path] : by_name) bundles.push_back(std::move(path));
  return bundles;
}

}  // namespace emo::pipeline
