// Writing of text results to standard output in the four formats.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli.hpp"
#include "emo/error.hpp"
#include "json_list.hpp"
#include "pipeline/head_roles.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::cli {

/// Call begin once, print for each row, end once. json: an array, or a bare object when `single`.
class ResultPrinter {
 public:
  /// `manifest` must outlive the printer. Precondition: format is not kAuto.
  ResultPrinter(const io::Manifest& manifest, Format format, std::size_t top_k, bool single);
  void begin();
  void print(std::string_view id, std::string_view text, const Result<pipeline::TextResult>& result);
  void end();
  /// Hands what was printed to the system. Errors: kIo (a full disk).
  Result<void> flush();

 private:
  void print_pretty(std::string_view text, const Result<pipeline::TextResult>& result);

  const io::Manifest& manifest_;
  const pipeline::HeadRoles roles_;
  const Format format_;
  const std::size_t top_k_;
  JsonList list_;
  const bool colour_;
  bool first_ = true;
  std::string buffer_;
};

}  // namespace emo::cli
