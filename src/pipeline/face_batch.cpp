// What a batch of pictures does with its rows. Threads, order and resuming are batch_run's work; which pictures there
// are is picture_rows'; what is written of each is face_json's.
#include "pipeline/face_batch.hpp"

#include <exception>
#include <string>

#include "core/number_words.hpp"
#include "io/rows.hpp"
#include "io/sha256.hpp"
#include "pipeline/face_json.hpp"

namespace emo::pipeline {
namespace {

std::string exact(double value) {
  return core::formatted("%.9g", value);
}

class FaceTask final : public BatchTask {
 public:
  FaceTask(const FaceRecognizer& recognizer, const PictureSource& pictures, const BatchOptions& options,
           const vision::ImageLimits& limits)
      : recognizer_(recognizer), pictures_(pictures), options_(options), limits_(limits) {}

  Result<BatchIdentity> identify() const override { return pictures_.identify(); }
  std::string model_sha256() const override { return io::sha256_hex(io::to_json(recognizer_.manifest())); }
  std::string describe() const override {
    const auto& used = recognizer_.options();
    // As a list is read: another name of it may mean another format, as in text_batch.cpp.
    const auto format = static_cast<std::size_t>(io::format_of_rows(options_.source, options_.rows.format));
    return std::string(options_.format == BatchFormat::kCsv ? "csv" : "jsonl") +
           " faces top_k=" + std::to_string(options_.top_k) + " image=" + options_.rows.text_column +
           " detect=" + std::to_string(used.detect ? used.detector.longer_side : 0) +
           " tiles=" + std::to_string(used.detector.tiles ? 1 : 0) +
           " small_faces=" + std::to_string(used.detector.small_faces ? 1 : 0) +
           " min_detection=" + exact(used.detector.min_score) + " min_face=" + exact(used.detector.min_face) +
           " max_faces=" + std::to_string(used.detector.max_faces) + " min_confidence=" + exact(used.min_confidence) +
           " format=" + std::string(io::kRowFormatNames[format]) +
           " detector=" + sha256_of(recognizer_.detector_manifest()) +
           " verifier=" + sha256_of(recognizer_.verifier_manifest()) + " min_faceness=" + exact(used.min_faceness) +
           " tilt=" + sha256_of(recognizer_.tilt_manifest()) + " min_tilt=" + exact(used.min_tilt);
  }
  Result<std::unique_ptr<io::RowReader>> open(const io::RowPosition& start) const override {
    return pictures_.rows(start);
  }
  Result<void> check_output(const std::string& output) const override { return pictures_.check_output(output); }
  std::optional<std::filesystem::file_time_type> last_change() const override { return pictures_.last_change(); }
  void append_csv_header(std::string& out) const override {
    append_picture_csv_header(out, recognizer_.manifest(), recognizer_.primary_head());
  }
  void answer(BatchChunk& chunk) const override {
    for (const auto& row : chunk.rows) {
      if (!row.text) {
        append_error(chunk, row.id, row.text.error());
        continue;
      }
      const auto result = recognize_file(recognizer_, *row.text, limits_);
      if (!result) {
        append_error(chunk, *row.text, result.error());
        continue;
      }
      chunk.abstained_rows +=
          std::any_of(result->faces.begin(), result->faces.end(), [](const FaceResult& face) { return face.abstained; })
              ? 1
              : 0;
      if (options_.format == BatchFormat::kCsv) {
        append_picture_csv(chunk.output, *row.text, *result, recognizer_.manifest(), recognizer_.primary_head());
      } else {
        append_picture_json(chunk.output, *row.text, *result, recognizer_.manifest(), recognizer_.primary_head(),
                            options_.top_k);
        chunk.output += '\n';
      }
    }
  }

 private:
  static std::string sha256_of(const io::Manifest* manifest) {
    return manifest == nullptr ? std::string() : io::sha256_hex(io::to_json(*manifest));
  }

  void append_error(BatchChunk& chunk, std::string_view source, const Error& error) const {
    ++chunk.failed_rows;
    if (options_.format == BatchFormat::kCsv) {
      append_picture_error_csv(chunk.output, source, error, recognizer_.manifest(), recognizer_.primary_head());
    } else {
      append_picture_error_json(chunk.output, source, error);
      chunk.output += '\n';
    }
  }

  const FaceRecognizer& recognizer_;
  const PictureSource& pictures_;
  const BatchOptions& options_;
  const vision::ImageLimits limits_;
};

}  // namespace

std::unique_ptr<BatchTask> face_batch_task(const FaceRecognizer& recognizer, const PictureSource& pictures,
                                           const BatchOptions& options, const vision::ImageLimits& limits) {
  return std::make_unique<FaceTask>(recognizer, pictures, options, limits);
}

Result<PictureResult> recognize_file(const FaceRecognizer& recognizer, const std::string& path,
                                     const vision::ImageLimits& limits) {
  try {
    vision::DecodeOptions decode;
    decode.limits = limits;
    EMO_ASSIGN(const auto image, vision::decode_image_file(path, decode));
    return recognizer.recognize(image);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInternal, path + ": cannot process the picture: " + exception.what()};
  }
}

}  // namespace emo::pipeline
