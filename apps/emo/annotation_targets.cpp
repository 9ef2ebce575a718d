// Names of annotated pictures, all of them settled before the first is drawn. Draws nothing and makes no folder; what
// is drawn is face_annotation.cpp's, and films have one --annotate file of their own.
#include "annotation_targets.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "core/quote.hpp"
#include "dataset/image_files.hpp"
#include "io/descriptor.hpp"
#include "io/file_identity.hpp"
#include "vision/encode.hpp"

namespace emo::cli {
namespace {

namespace fs = std::filesystem;

/// STEM.jpg of each picture; the second with a stem gets STEM-2.jpg and so on, never the plain name of another one.
std::vector<std::string> names_in(const std::string& folder, const std::vector<std::string>& pictures) {
  std::vector<std::string> stems;
  stems.reserve(pictures.size());
  for (const auto& picture : pictures) stems.push_back(fs::path(picture).stem().string());
  std::set<std::string> taken(stems.begin(), stems.end());
  std::map<std::string, int> used;
  std::vector<std::string> names;
  for (const auto& stem : stems) {
    std::string name = stem;
    int& last = used[stem];
    while (++last > 1) {
      name = stem + "-" + std::to_string(last);
      if (taken.insert(name).second) break;
    }
    names.push_back((fs::path(folder) / (name + ".jpg")).string());
  }
  return names;
}

/// `annotate` is to be a folder. One that is called like a picture was meant for a single one.
Result<void> check_folder_name(const std::string& annotate) {
  std::error_code ignored;
  if (!dataset::is_image_name(annotate) || fs::is_directory(annotate, ignored)) return {};
  return Error{
      ErrorCode::kUsage,
      core::quoted(annotate) + " is the name of one picture, but there are several; give a folder: --annotate OUT/"};
}

}  // namespace

bool annotates_into_folder(const std::string& annotate, std::size_t pictures) {
  std::error_code ignored;
  return pictures > 1 || annotate.ends_with('/') || fs::is_directory(annotate, ignored);
}

Result<std::vector<std::string>> annotation_targets(const std::string& annotate, const std::vector<std::string>& words,
                                                    const std::vector<std::string>& pictures) {
  std::vector<std::string> targets;
  if (!annotates_into_folder(annotate, pictures.size())) {
    EMO_TRY(vision::check_image_name(annotate));
    targets.push_back(annotate);
  } else {
    EMO_TRY(check_folder_name(annotate));
    // The folder of the pictures would be a mixture of both, and annotated again the next time.
    for (const auto& word : words) EMO_TRY(io::check_not_source(annotate, word));
    // Nor the one that a shell's pattern took some of: b.png's would go where a picture b.jpg may lie.
    std::set<std::string> folders;
    for (const auto& picture : pictures) folders.insert(io::parent_directory(picture));
    for (const auto& folder : folders) EMO_TRY(io::check_not_source(annotate, folder));
    targets = names_in(annotate, pictures);
  }
  std::set<io::FileIdentity> sources;
  for (const auto& picture : pictures) {
    if (const auto identity = io::identity_of(picture)) sources.insert(*identity);
  }
  for (const auto& target : targets) {
    const auto identity = io::identity_of(target);
    if (identity && sources.count(*identity) != 0) return io::replaces_source(target);
  }
  return targets;
}

}  // namespace emo::cli
