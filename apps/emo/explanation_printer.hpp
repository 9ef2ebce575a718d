// Explanations on standard output in the format asked for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli.hpp"
#include "emo/error.hpp"
#include "io/manifest.hpp"
#include "json_list.hpp"
#include "pipeline/text_explanation.hpp"

namespace emo::cli {

/// Collects output and writes it on flush(). Colour only where it is wanted (console::wants_colour).
class ExplanationPrinter {
 public:
  /// `single`: --format json writes one object instead of an array. `top_k`: words shown, 0 = all.
  ExplanationPrinter(const io::Manifest& manifest, Format format, std::size_t top_k, bool single);

  void begin();
  void print(std::string_view id, std::string_view text, const Result<pipeline::TextExplanation>& explanation);
  void end();
  /// Errors: kIo when standard output cannot be written.
  Result<void> flush();

 private:
  void print_pretty(std::string_view text, const Result<pipeline::TextExplanation>& explanation);
  void print_csv(std::string_view id, std::string_view text, const Result<pipeline::TextExplanation>& explanation);
  /// The text with its words coloured by weight.
  void append_coloured(std::string_view text, const pipeline::TextExplanation& explanation);

  const io::Manifest& manifest_;
  Format format_;
  std::size_t top_k_;
  JsonList list_;
  bool colour_;
  bool first_ = true;
  std::string buffer_;
};

}  // namespace emo::cli
