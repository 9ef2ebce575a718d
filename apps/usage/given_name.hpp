// Checks of options that name something.
#pragma once

#include <string>

namespace emo::usage {

/// Check of an option that names a file to read: what is wrong with an empty name, which would mean "not given".
std::string check_file_name(const std::string& name);
/// The same for an option that names something else: a variable that is not set must not stand for the default.
std::string check_name(const std::string& name);

}  // namespace emo::usage
