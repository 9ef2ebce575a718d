// Any bytes as the journal of a batch: refused with its place, or a journal that fits its own run, stays the same when
// it is written again, and sends a reader of rows to no place that it cannot bear.
#include <cstdint>
#include <string_view>

#include "core/assert.hpp"
#include "io/rows.hpp"
#include "pipeline/batch_journal.hpp"
#include "scratch_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emo::pipeline;
  const emo::fuzz::ScratchFolder folder;
  const std::string output = folder.path() + "/out.jsonl";
  (void)folder.write("out.jsonl.progress", {reinterpret_cast<const char*>(data), size});
  const auto read = read_journal(output);
  if (!read) {
    EMO_ASSERT(read.error().message.find("out.jsonl.progress") != std::string::npos);
    return 0;
  }
  EMO_ASSERT(read->has_value());
  const BatchJournal& journal = **read;
  EMO_ASSERT(check_same_run(journal.identity, journal.identity));
  EMO_ASSERT(write_journal(output, journal));
  const auto again = read_journal(output);
  EMO_ASSERT(again && again->has_value() && check_same_run(journal.identity, (*again)->identity));
  const BatchCheckpoint &before = journal.checkpoint, &after = (*again)->checkpoint;
  EMO_ASSERT(after.position.offset == before.position.offset && after.position.line == before.position.line);
  EMO_ASSERT(after.position.index == before.position.index && after.output_bytes == before.output_bytes);
  EMO_ASSERT(after.failed_rows == before.failed_rows);

  for (const char* name : {"rows.jsonl", "rows.csv"}) {
    emo::io::RowOptions options;
    options.start = journal.checkpoint.position;
    const auto rows = emo::io::open_rows(folder.write(name, "text\n{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), options);
    if (!rows) continue;
    int count = 0;
    while ((*rows)->next()) EMO_ASSERT(++count <= 3);
  }
  return 0;
}
