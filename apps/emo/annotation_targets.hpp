// Where the annotated forms of pictures go.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::cli {

/// True when `annotate` means a folder: there are several pictures, it is one already, or it ends in a slash.
bool annotates_into_folder(const std::string& annotate, std::size_t pictures);

/// One name for each of `pictures`, in their order: `annotate` itself or files in that folder. `words` is what the
/// pictures were expanded from. Pictures of one stem get different names: a.jpg, a-2.jpg. Writes nothing. Errors:
/// kUsage when a picture would be replaced or the folder is one of theirs, when the name of the one file is of no kind
/// of picture that can be written, or when a folder that is not there yet has the name of a picture.
Result<std::vector<std::string>> annotation_targets(const std::string& annotate, const std::vector<std::string>& words,
                                                    const std::vector<std::string>& pictures);

}  // namespace emo::cli
