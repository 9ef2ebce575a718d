// Files of one kind in a folder and below it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::dataset {

/// True for a file or folder that programs keep beside data: a name with a dot in front, __MACOSX of macOS's archives,
/// Thumbs.db and desktop.ini of Windows.
bool is_hidden_name(std::string_view name);

/// What was found and what is none of it.
struct FileListing {
  std::vector<std::string> files;            ///< sorted by path
  std::uint64_t others = 0;                  ///< files with other names
  std::string first_other;                   ///< the first of them by path
  std::vector<std::string> unreadable = {};  ///< "path: cannot be read: reason" of folders inside, sorted by path
};

/// "2 pictures of Saturn, the first: a.png", with `one` for a single one.
std::string passed_over_in_words(std::uint64_t count, std::string_view one, std::string_view many,
                                 const std::string& first);

/// Of files with other endings, which are passed over: "2 files of other kinds, the first: a.txt; expected .jpg".
std::string others_in_words(std::uint64_t count, const std::string& first, std::string_view expected);

/// Every file whose name is `wanted` in `folder` and the folders below it, hidden ones left out. Links to folders are
/// followed, after the others; a folder that was met before, as of a link in a circle, is not read again. Of a folder
/// inside that cannot be read, what was read of it counts. Errors: kNotFound, kIo for `folder` itself.
Result<FileListing> list_files(const std::string& folder, bool (*wanted)(std::string_view name));

}  // namespace emo::dataset
