// What stands around and between JSON objects in --format json and jsonl.
#pragma once

#include <string>

#include "cli.hpp"

namespace emo::cli {

/// Brackets and line ends for objects that the caller appends: json is a list of them, or the object alone when
/// `single`; jsonl a line each. Does nothing in other formats.
class JsonList {
 public:
  JsonList(Format format, bool single)
      : list_(format == Format::kJson && !single),
        lines_(format == Format::kJsonl || (format == Format::kJson && single)) {}

  /// Before the first object.
  void begin(std::string& out) const {
    if (list_) out += '[';
  }
  void before_object(std::string& out) {
    if (list_) out += first_ ? "\n" : ",\n";
    first_ = false;
  }
  void after_object(std::string& out) const {
    if (lines_) out += '\n';
  }
  /// After the last object.
  void end(std::string& out) const {
    if (list_) out += first_ ? "]\n" : "\n]\n";
  }

 private:
  const bool list_, lines_;
  bool first_ = true;
};

}  // namespace emo::cli
