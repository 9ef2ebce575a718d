// Which other models a run was begun with.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::train {

/// One hash of the weights of `bundles`, in their order, as their manifests state them; "" where there are none.
/// Errors: as of io::open_bundle. Thread-safe.
Result<std::string> models_digest(const std::vector<std::string>& bundles);

}  // namespace emo::train
