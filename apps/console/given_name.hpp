// The check of options that name something.
#pragma once

#include <string>

namespace emo::console {

/// Check of an option that names a file, a folder or anything else: what is wrong with an empty name. A variable that
/// is not set must not stand for "not given", or for the default.
std::string check_name(const std::string& name);

}  // namespace emo::console
