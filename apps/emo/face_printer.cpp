// Presentation of faces. JSON and CSV are made by pipeline; pretty is made here. Pictures of films are written by
// command_video.cpp, drawn ones by face_annotation.cpp.
#include "face_printer.hpp"

#include <algorithm>

#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "pipeline/face_json.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

constexpr float kSmallestDrawn = 0.01F;

}  // namespace

FacePrinter::FacePrinter(const pipeline::FaceRecognizer& recognizer, Format format, std::size_t top_k, bool single)
    : recognizer_(recognizer), format_(format), top_k_(top_k), list_(format, single), colour_(colour_wanted()) {}

void FacePrinter::begin() {
  if (format_ == Format::kCsv) {
    pipeline::append_picture_csv_header(buffer_, recognizer_.manifest(), recognizer_.primary_head());
  }
  list_.begin(buffer_);
}

void FacePrinter::print(std::string_view source, const Result<pipeline::PictureResult>& result) {
  const auto& manifest = recognizer_.manifest();
  const std::size_t primary = recognizer_.primary_head();
  switch (format_) {
    case Format::kCsv:
      if (result) {
        pipeline::append_picture_csv(buffer_, source, *result, manifest, primary);
      } else {
        pipeline::append_picture_error_csv(buffer_, source, result.error(), manifest, primary);
      }
      break;
    case Format::kJson:
    case Format::kJsonl:
      list_.before_object(buffer_);
      if (result) {
        pipeline::append_picture_json(buffer_, source, *result, manifest, primary, top_k_);
      } else {
        pipeline::append_picture_error_json(buffer_, source, result.error());
      }
      list_.after_object(buffer_);
      break;
    case Format::kAuto:
    case Format::kPretty:
      print_pretty(source, result);
  }
  first_ = false;
}

void FacePrinter::print_pretty(std::string_view source, const Result<pipeline::PictureResult>& result) {
  if (!first_) buffer_ += '\n';
  if (!result) {
    buffer_ += error_line(result.error());
    return;
  }
  buffer_ += terminal_text(source, kShownCharacters) + "  " + std::to_string(result->width) + " x " +
             std::to_string(result->height) + ", ";
  const std::size_t count = result->faces.size();
  buffer_ += count == 0 ? "no face\n" : count == 1 ? "1 face\n" : std::to_string(count) + " faces\n";
  const std::size_t primary = recognizer_.primary_head();
  const auto& labels = recognizer_.manifest().heads[primary].labels;
  std::size_t width = 0;
  for (const auto& label : labels) width = std::max(width, shown_width(label));
  for (std::size_t i = 0; i < count; ++i) {
    const auto& face = result->faces[i];
    const auto box = pipeline::shown_box(face.box, result->width, result->height);
    buffer_ += core::formatted("  face %zu at %d,%d, %d x %d pixels (detection %.2f): ", i + 1, box.x, box.y, box.w,
                               box.h, static_cast<double>(face.detection)) +
               shown_line(face.label) + '\n';
    const auto scores = pipeline::sorted_scores(face.heads[primary], labels, top_k_);
    for (std::size_t k = 0; k < scores.size(); ++k) {
      if (k != 0 && top_k_ == 0 && scores[k].score < kSmallestDrawn) break;
      buffer_ += "    " + score_line(scores[k].label, width, scores[k].score, colour_);
    }
    if (const auto set = pipeline::face_label_set(face, recognizer_.manifest(), primary)) {
      const double coverage = recognizer_.manifest().heads[primary].calibration->conformal->coverage;
      buffer_ += core::formatted("    with %.0f %% coverage: ", 100 * coverage) + core::joined(*set) + '\n';
    }
    if (face.abstained) buffer_ += "    do not rely on this: " + core::joined(face.reasons) + '\n';
  }
}

void FacePrinter::end() {
  list_.end(buffer_);
}

Result<void> FacePrinter::flush() {
  return flush_to_stdout(buffer_);
}

}  // namespace emo::cli
