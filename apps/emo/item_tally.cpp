// The end of the commands that go on after a bad item. What is said in its place is the printers' work; batches count
// in their journal, and evaluations in their record.
#include "item_tally.hpp"

#include <cstdio>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "terminal_text.hpp"

namespace emo::cli {

void ItemTally::add(const Error* error) {
  ++items;
  if (error != nullptr && failed++ == 0) first = *error;
}

int conclude(const ItemTally& tally, const char* what, const Context& context) {
  if (tally.items == 0 && !context.global.quiet) std::fputs("emo: the input has no rows\n", stderr);
  if (tally.failed == 0) return 0;
  if (tally.items == 1) return fail(*tally.first);
  if (!context.global.quiet || tally.failed == tally.items) {
    std::fprintf(stderr, "emo: %s of %s %s; the first: %s\n", core::grouped(tally.failed).c_str(),
                 core::grouped(tally.items).c_str(), what, core::for_terminal(tally.first->message).c_str());
  }
  return tally.failed == tally.items ? error_info(tally.first->code).exit_status : 0;
}

}  // namespace emo::cli
