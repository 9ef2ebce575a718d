// Exact and near duplicates among texts, as groups.
#pragma once

#include <span>
#include <string>

#include "doctor/duplicate_rules.hpp"
#include "text/near_copies.hpp"

namespace emo::doctor {

/// Items with equal keys (text::copy_key()).
DuplicateGroups exact_duplicates(std::span<const std::string> keys);

/// Groups of text::near_copies() whose keys are not all equal.
DuplicateGroups near_duplicates(std::span<const std::string> keys, const text::NearCopyOptions& options = {});

}  // namespace emo::doctor
