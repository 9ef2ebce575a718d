// A look at the folder of an output, before hours of work are spent on it, and the folder of outputs itself. What may
// be replaced there is for those to say who write; a folder that is taken away meanwhile is an error of the write
// itself.
#include "io/output_place.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "core/quote.hpp"
#include "io/descriptor.hpp"

namespace emo::io {
namespace {

namespace fs = std::filesystem;

// Of `path` and the folders above it the lowest that is there: what stands in the way of a new folder.
std::string in_the_way(fs::path path) {
  std::error_code unreadable;
  while (!fs::exists(path, unreadable)) {
    if (path == path.parent_path()) return ".";
    path = path.parent_path();
  }
  return path.string();
}

std::string no_folder(const std::string& out) {
  return "cannot make the folder " + core::quoted_path(out) + ": ";
}

// `begin`: what cannot be made, up to the colon.
Error not_writable(const std::string& begin, const std::string& folder, const std::string& reason) {
  return {ErrorCode::kIo,
          begin + "the folder " + core::quoted_path(folder) + " cannot be written to (" + reason + "); choose another"};
}

}  // namespace

Result<void> check_place(const std::string& out) {
  const std::string name = without_trailing_slashes(out);
  const std::string folder = parent_directory(name);
  const std::string shown = core::quoted_path(folder);
  const std::string begin = "cannot create " + core::quoted_path(name) + ": ";
  struct stat info {};
  if (::stat(folder.c_str(), &info) != 0) {
    if (errno == ENOENT) {
      return Error{ErrorCode::kNotFound, begin + "there is no folder " + shown + "; make it first, or choose another"};
    }
    return Error{ErrorCode::kIo, begin + "no folder can be " + shown + " (" + std::generic_category().message(errno) +
                                     "); choose another"};
  }
  if (!S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::kIo, begin + shown + " is a file, expected a folder; choose another"};
  }
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return not_writable(begin, folder, std::generic_category().message(errno));
  }
  return {};
}

Result<void> check_folder(const std::string& out) {
  const std::string found = in_the_way(out);
  std::error_code unreadable;
  if (!fs::is_directory(found, unreadable)) {
    return Error{ErrorCode::kIo,
                 no_folder(out) + core::quoted_path(found) + " is a file; choose another name, or remove it"};
  }
  if (::access(found.c_str(), W_OK | X_OK) != 0)
    return not_writable(no_folder(out), found, std::generic_category().message(errno));
  return {};
}

Result<void> make_folder(const std::string& out) {
  std::error_code failed;
  fs::create_directories(out, failed);
  if (!failed) return {};
  EMO_TRY(check_folder(out));  // says more than the system's reason
  return not_writable(no_folder(out), in_the_way(out), failed.message());
}

}  // namespace emo::io
