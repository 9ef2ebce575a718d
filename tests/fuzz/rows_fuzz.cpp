// Any bytes as a file of rows, in each format. Reading ends, positions only grow, and a reader that goes on from any
// position finds the rows that the first one found after it. The first byte chooses format and limit.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/assert.hpp"
#include "io/descriptor.hpp"
#include "io/rows.hpp"

namespace {

using namespace emo::io;

struct Seen {
  std::string what;
  RowPosition after;
};

std::vector<Seen> read_from(const std::string& path, const RowOptions& options) {
  std::vector<Seen> seen;
  const auto reader = open_rows(path, options);
  if (!reader) return seen;
  std::uint64_t last = (*reader)->offset();
  while (const auto row = (*reader)->next()) {
    std::string what;
    if (*row) {
      what = (*row)->id + "@" + std::to_string((*row)->number) + ":" + (*row)->text;
      for (const auto& label : (*row)->labels) what += "|" + label;
      EMO_ASSERT((*row)->text.size() <= options.max_row_bytes);
    } else {
      what = row->error().message;
    }
    const RowPosition after = (*reader)->position();
    EMO_ASSERT(after.offset > last);
    last = after.offset;
    seen.push_back({what, after});
  }
  EMO_ASSERT(!(*reader)->next());
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view content(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Descriptor memory(::memfd_create("rows", MFD_CLOEXEC));
  if (!memory.is_open() || !write_all(memory, content, "rows")) return 0;
  const std::string path = "/proc/self/fd/" + std::to_string(memory.get());

  constexpr RowFormat kFormats[] = {RowFormat::kLines, RowFormat::kJsonl, RowFormat::kCsv, RowFormat::kTsv};
  RowOptions options;
  options.format = kFormats[data[0] & 3U];
  if ((data[0] & 4U) != 0) options.max_row_bytes = 16;
  const auto whole = read_from(path, options);
  for (std::size_t start = 0; start < whole.size(); start += whole.size() / 3 + 1) {
    RowOptions resumed = options;
    resumed.start = whole[start].after;
    const auto rest = read_from(path, resumed);
    EMO_ASSERT(rest.size() == whole.size() - start - 1);
    for (std::size_t i = 0; i < rest.size(); ++i) EMO_ASSERT(rest[i].what == whole[start + 1 + i].what);
  }
  return 0;
}
