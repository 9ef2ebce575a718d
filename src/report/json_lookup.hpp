// Lenient reading of JSON: a member of the wrong type counts as missing. For files that reports are made of, where a
// gap is shown as a gap; formats with a contract are read strictly (io/json_fields.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/json_fwd.hpp"

namespace emo::report {

/// The member at `path` ("a/b/c" goes down objects), or nullptr.
const io::Json* member(const io::Json& json, const std::string& path);
/// Finite numbers only.
std::optional<double> number_at(const io::Json& json, const std::string& path);
std::optional<std::uint64_t> count_at(const io::Json& json, const std::string& path);
std::optional<std::string> text_at(const io::Json& json, const std::string& path);
std::optional<bool> flag_at(const io::Json& json, const std::string& path);
/// The texts of a list; other items are left out.
std::vector<std::string> texts_at(const io::Json& json, const std::string& path);
/// A scalar as it would be shown ("0.001", "yes", "joy"); "" for lists and objects.
std::string shown_scalar(const io::Json& json);

}  // namespace emo::report
