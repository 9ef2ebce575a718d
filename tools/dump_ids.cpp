// dump_ids: the token ids of many texts, one line of ids per text, for tools/compare_tokenizer.py. Texts come with
// their sizes, not one a line: line breaks are part of what is compared.
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "io/file.hpp"
#include "text/tokenizer.hpp"
#include "text/utf8.hpp"

namespace {

int fail(const emo::Error& error) {
  std::fprintf(stderr, "dump_ids: %s\n", error.message.c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): out of memory ends a tool
  if (argc != 3) {
    std::fprintf(stderr,
                 "usage: dump_ids TOKENIZER_DIR TEXTS\nTEXTS: for each text its size in bytes (little-endian "
                 "uint32) and its bytes\n");
    return 1;
  }
  const auto tokenizer = emo::text::load_tokenizer(argv[1]);
  if (!tokenizer) return fail(tokenizer.error());
  const auto texts = emo::io::read_file(argv[2]);
  if (!texts) return fail(texts.error());
  std::vector<std::int32_t> ids;
  std::string line;
  const std::string& bytes = *texts;
  for (std::size_t pos = 0; pos + 4 <= bytes.size();) {
    std::size_t size = 0;
    for (unsigned i = 0; i < 4; ++i) {
      size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[pos + i])) << (8 * i);
    }
    pos += 4;
    const std::string text = bytes.substr(pos, size);
    pos += size;
    if (const auto valid = emo::text::validate_utf8(text); !valid) return fail(valid.error());
    ids.clear();
    (*tokenizer)->encode(text, ids);
    line.clear();
    for (const std::int32_t id : ids) line += std::to_string(id) + ' ';
    line += '\n';
    std::fputs(line.c_str(), stdout);
  }
  return 0;
}
