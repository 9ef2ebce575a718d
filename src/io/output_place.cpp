// A look at the folder of an output, before hours of work are spent on it. What may be replaced there is for those to
// say who write; a folder that is taken away meanwhile is an error of the write itself.
#include "io/output_place.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/quote.hpp"
#include "io/descriptor.hpp"

namespace emo::io {

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
    return Error{ErrorCode::kIo, begin + "the folder " + shown + " cannot be written to (" +
                                     std::generic_category().message(errno) + "); choose another"};
  }
  return {};
}

}  // namespace emo::io
