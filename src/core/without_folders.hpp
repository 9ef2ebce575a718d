// Paths as they may be published.
#pragma once

#include <string>

namespace emo::core {

/// The last part of a path, what a file or folder is called: "faces" of "faces", "data/faces/" and "faces/."; empty for
/// a path that has none ("/").
std::string last_part(const std::string& path);

/// The last part of an absolute path ("mine" of "/home/me/runs/mine/"); every other text as it is. For what is passed
/// on, reports and bundles: they must not tell the folders of the machine that they were made on.
std::string without_folders(const std::string& text);

}  // namespace emo::core
