// How many of several texts or pictures got an error in their place, and what that means for the exit status.
#pragma once

#include <cstdint>
#include <optional>

#include "cli.hpp"
#include "emo/error.hpp"

namespace emo::cli {

struct ItemTally {
  std::uint64_t items = 0, failed = 0;
  std::optional<Error> first = {};  ///< of the errors

  /// Counts an item; `error` is what was said in its place, nullptr where it was answered.
  void add(const Error* error);
};

/// Says on standard error how many items failed, or that there were none: `what` is "pictures could not be read".
/// Returns the exit status: that of the first error if every item failed, else 0.
int conclude(const ItemTally& tally, const char* what, const Context& context);

}  // namespace emo::cli
