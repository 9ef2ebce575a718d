// Times the tokenizer, the normaliser and the language detector on the texts of a file, one a line, on one thread.
// bench/peers/tokenizer runs it in turn with the peers. Prints one JSON object.
//   text_tokenizer DIR TEXTS [SECONDS]
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "io/file.hpp"
#include "text/language.hpp"
#include "text/normalizer.hpp"
#include "text/tokenizer.hpp"
#include "text/utf8.hpp"

namespace {

/// CPU seconds of this process: other programs on the machine do not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Texts per CPU second of `one(text)`, over whole passes for at least `seconds`.
template <class F>
double rate(const std::vector<std::string>& texts, double seconds, F&& one) {
  const double start = cpu_seconds();
  double spent = 0;
  std::size_t done = 0;
  do {
    for (const std::string& text : texts) one(text);
    done += texts.size();
    spent = cpu_seconds() - start;
  } while (spent < seconds);
  return static_cast<double>(done) / spent;
}

int fail(const std::string& message) {
  std::fprintf(stderr, "text_tokenizer: %s\n", message.c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return fail("usage: text_tokenizer DIR TEXTS [SECONDS]");
  const double seconds = argc > 3 ? std::atof(argv[3]) : 1.0;
  const double load_start = cpu_seconds();
  const auto tokenizer = emo::text::load_tokenizer(argv[1]);
  const double load_ms = (cpu_seconds() - load_start) * 1e3;
  if (!tokenizer) return fail(tokenizer.error().message);
  const auto bytes = emo::io::read_file(argv[2]);
  if (!bytes) return fail(bytes.error().message);
  if (const auto valid = emo::text::validate_utf8(*bytes); !valid) return fail(valid.error().message);
  std::vector<std::string> texts;
  for (std::size_t pos = 0; pos < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', pos), bytes->size());
    texts.push_back(bytes->substr(pos, end - pos));
    pos = end + 1;
  }
  if (texts.empty()) return fail(std::string(argv[2]) + " holds no text");

  std::vector<std::int32_t> ids;
  std::vector<emo::text::TokenSpan> spans;
  std::size_t tokens = 0, sink = 0;
  for (const std::string& text : texts) {
    ids.clear();
    (*tokenizer)->encode(text, ids);
    tokens += ids.size();
  }
  const double encode = rate(texts, seconds, [&](const std::string& text) {
    ids.clear();
    (*tokenizer)->encode(text, ids);
  });
  const double with_spans = rate(texts, seconds, [&](const std::string& text) {
    ids.clear();
    spans.clear();
    (*tokenizer)->encode(text, ids, spans);
  });
  const double normalize =
      rate(texts, seconds, [&](const std::string& text) { sink += emo::text::normalize(text).size(); });
  const double language =
      rate(texts, seconds, [&](const std::string& text) { sink += emo::text::detect_language(text).code.size(); });
  std::printf(
      "{\"texts\":%zu,\"bytes\":%zu,\"tokens\":%zu,\"load_ms\":%.2f,\"encode_texts_per_s\":%.0f,"
      "\"encode_with_spans_texts_per_s\":%.0f,\"normalize_texts_per_s\":%.0f,\"language_texts_per_s\":%.0f}\n",
      texts.size(), bytes->size(), tokens, load_ms, encode, with_spans, normalize, language);
  return sink == 0 ? 1 : 0;
}
