// Writing of the faces in pictures to standard output in the four formats.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli.hpp"
#include "emo/error.hpp"
#include "json_list.hpp"
#include "pipeline/face_recognizer.hpp"

namespace emo::cli {

/// Call begin once, print for each picture, end once. json: an array, or a bare object when `single`.
class FacePrinter {
 public:
  /// `recognizer` must outlive the printer. Precondition: format is not kAuto.
  FacePrinter(const pipeline::FaceRecognizer& recognizer, Format format, std::size_t top_k, bool single);
  void begin();
  void print(std::string_view source, const Result<pipeline::PictureResult>& result);
  void end();
  /// Hands what was printed to the system. Errors: kIo (a full disk).
  Result<void> flush();

 private:
  void print_pretty(std::string_view source, const Result<pipeline::PictureResult>& result);

  const pipeline::FaceRecognizer& recognizer_;
  const Format format_;
  const std::size_t top_k_;
  JsonList list_;
  const bool colour_;
  bool first_ = true;
  std::string buffer_;
};

}  // namespace emo::cli
