// Listing of files by their names, links followed once. What is inside them is the business of whoever reads them.
#include "dataset/file_listing.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "io/file.hpp"

namespace emo::dataset {
namespace {

namespace fs = std::filesystem;

std::string unreadable_in_words(const std::string& folder, const std::error_code& failure) {
  return folder + ": cannot be read: " + failure.message();
}

class Walk {
 public:
  explicit Walk(bool (*wanted)(std::string_view)) : wanted_(wanted) {}
  /// Reads `folder` and what is below it, links to folders excepted. Errors: those of the system for `folder` itself.
  std::error_code read(const fs::path& folder) {
    std::error_code failure;
    const fs::path real = fs::canonical(folder, failure);
    if (failure || !met_.insert(real).second) return failure;
    std::vector<fs::path> inside;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
      const std::string name = entry->path().filename().string();
      std::error_code ignored;
      if (is_hidden_name(name)) continue;
      if (!entry->is_directory(ignored)) {
        take(entry->path());
      } else if (entry->is_symlink(ignored)) {
        links_.push_back(entry->path());
      } else {
        inside.push_back(entry->path());
      }
    }
    for (const fs::path& below : inside) read_below(below);
    return failure;
  }

  /// Reads the folders that links lead to. Their own places come first, so that a link gives no file another name.
  void follow_links() {
    while (!links_.empty()) {
      std::vector<fs::path> links;
      links.swap(links_);
      std::sort(links.begin(), links.end());
      for (const fs::path& link : links) read_below(link);
    }
  }

  FileListing finish() && {
    std::sort(found_.files.begin(), found_.files.end());
    std::sort(found_.unreadable.begin(), found_.unreadable.end());
    return std::move(found_);
  }

 private:
  void read_below(const fs::path& folder) {
    const std::error_code failure = read(folder);
    if (failure) found_.unreadable.push_back(unreadable_in_words(folder.string(), failure));
  }

  void take(const fs::path& file) {
    if (wanted_(file.filename().string())) {
      found_.files.push_back(file.string());
    } else if (found_.others++ == 0 || file.string() < found_.first_other) {
      found_.first_other = file.string();
    }
  }

  bool (*wanted_)(std::string_view);
  FileListing found_;
  std::vector<fs::path> links_;
  std::set<fs::path> met_;
};

}  // namespace

bool is_hidden_name(std::string_view name) {
  return name.starts_with('.') || name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini";
}

std::string passed_over_in_words(std::uint64_t count, std::string_view one, std::string_view many,
                                 const std::string& first) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many) + ", the first: " + first;
}

std::string others_in_words(std::uint64_t count, const std::string& first, std::string_view expected) {
  return passed_over_in_words(count, "file of another kind", "files of other kinds", first) + "; expected " +
         std::string(expected);
}

Result<FileListing> list_files(const std::string& folder, bool (*wanted)(std::string_view name)) {
  EMO_TRY(io::check_there(folder));
  Walk walk(wanted);
  const std::error_code failure = walk.read(folder);
  if (failure) return Error{ErrorCode::kIo, unreadable_in_words(folder, failure)};
  walk.follow_links();
  return std::move(walk).finish();
}

}  // namespace emo::dataset
