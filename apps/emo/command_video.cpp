// `emo video`: the faces of a film or camera over time, with tracks. Decoding is src/video's, tracks and smoothing
// pipeline/face_film's; here they are led together, written and, if asked for, drawn.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "cli.hpp"
#include "console/number_range.hpp"
#include "console/standard_output.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "face_annotation.hpp"
#include "face_options.hpp"
#include "io/bundle.hpp"
#include "io/descriptor.hpp"
#include "io/file_identity.hpp"
#include "io/growing_file.hpp"
#include "pipeline/face_film.hpp"
#include "progress_bar.hpp"
#include "stop_signal.hpp"
#include "terminal_text.hpp"
#include "vision/video.hpp"

namespace emo::cli {
namespace {

struct VideoCommand {
  std::string source, out, annotate;
  double fps = 0;
  double max_seconds = 0;
  FaceOptions faces;
  pipeline::FilmOptions film;
};

struct Tally {
  std::uint64_t pictures = 0, faces = 0, tracks = 0;
  vision::VideoCounts counts;
  double seconds = 0;
  bool stopped = false;
  std::optional<Error> failed;  // reading ended with it, after at least one picture
};

/// Results to standard output, or to --out. The file is begun with the first picture: a source without one leaves
/// what was there.
class FilmSink {
 public:
  FilmSink(std::string path, Format format, std::size_t top_k, const pipeline::FaceRecognizer& recognizer)
      : path_(std::move(path)), format_(format), top_k_(top_k), recognizer_(recognizer) {}

  Result<void> add(const pipeline::FilmPicture& picture) {
    EMO_TRY(begin());
    std::string text;
    if (format_ == Format::kJson) text = first_ ? "[\n" : ",\n";
    first_ = false;
    if (format_ == Format::kCsv) {
      pipeline::append_film_csv(text, picture, recognizer_.primary_head());
    } else if (format_ == Format::kPretty) {
      append_pretty(text, picture);
    } else {
      pipeline::append_film_json(text, picture, recognizer_.manifest(), recognizer_.primary_head(), top_k_);
      if (format_ != Format::kJson) text += '\n';
    }
    return write(text);
  }
  /// Closes the array of --format json and puts all on the disk; also after an error, so that what was written can be
  /// read.
  Result<void> end() {
    EMO_TRY(begin());
    if (format_ == Format::kJson) EMO_TRY(write(first_ ? "[]\n" : "\n]\n"));
    return file_ ? file_->sync() : Result<void>();  // a full disk may show only here
  }
  [[nodiscard]] bool is_empty() const { return first_; }

 private:
  Result<void> begin() {
    if (file_ || standard_output_.is_open()) return {};
    if (!path_.empty()) {
      EMO_ASSIGN(file_, io::GrowingFile::replace(path_));
    } else {
      standard_output_ = io::Descriptor(::dup(STDOUT_FILENO));
    }
    if (format_ != Format::kCsv) return {};
    std::string header;
    pipeline::append_film_csv_header(header, recognizer_.manifest(), recognizer_.primary_head());
    return write(header);
  }
  Result<void> write(const std::string& text) {
    if (file_) {
      const std::uint64_t whole = file_->size();
      auto written = file_->append(text);
      if (!written) (void)file_->cut(whole);  // a full disk: no part of a line; what cannot be cut is no file
      return written;
    }
    if (reader_has_left()) return {};
    auto written = io::write_all(standard_output_, text, "standard output");
    if (written || !console::nobody_reads_stdout()) return written;
    note_reader_left();  // it has what it wanted; that ends the film as Ctrl-C does, and is no failure
    return {};
  }
  void append_pretty(std::string& text, const pipeline::FilmPicture& picture) {
    for (const auto& face : picture.faces) {
      const float best = *std::max_element(face.smoothed.begin(), face.smoothed.end());
      text += core::formatted("%9.3f s  face ", picture.seconds) + std::to_string(face.track) + "  " +
              padded(face.smoothed_label, 10) + core::formatted(" %.2f\n", static_cast<double>(best));
    }
  }

  const std::string path_;
  const Format format_;
  const std::size_t top_k_;
  const pipeline::FaceRecognizer& recognizer_;
  std::optional<io::GrowingFile> file_;
  bool first_ = true;
  io::Descriptor standard_output_;  // not stdio, which a signal interrupts
};

/// Not one picture came out of `source`.
Error nothing_decoded(const std::string& source, const vision::VideoCounts& counts) {
  std::string message = core::quoted(source) + ": not one picture could be decoded";
  if (counts.broken != 0) message += " (" + std::to_string(counts.broken) + " broken)";
  if (!io::identity_of(source)) {
    message += "; an mp4 or mov with its index at the end cannot be read from a pipe: name the file instead";
  } else if (counts.cut_short) {
    message += "; the file ends in the middle";
  }
  return {ErrorCode::kInvalidInput, message};
}

/// `source` shows nothing before `until`, as where its sound begins first. A result without a picture would leave the
/// files of an earlier film in place and look like this one's.
Error nothing_before(const std::string& source, double first, double until) {
  return {ErrorCode::kUsage,
          core::quoted(source) +
              core::formatted(": its first picture is at %.3f s, none before --max-seconds %g", first, until)};
}

/// Every picture into `sink` and, where there is one, `writer`.
Result<Tally> look(const VideoCommand& command, const Context& context, const pipeline::FaceRecognizer& recognizer,
                   vision::VideoReader& reader, vision::VideoWriter* writer, FilmSink& sink) {
  pipeline::FaceFilm film(recognizer, command.film);
  FilmAnnotator annotator(recognizer);
  ProgressBar bar(stderr_is_screen(), context.global.quiet || (command.out.empty() && stdout_is_terminal()));
  vision::VideoFrame frame;
  Tally tally;
  bool decoded = false;
  while (!stop_asked()) {
    const auto more = reader.next(frame);
    if (!more) {
      if (!decoded) return more.error();
      tally.failed = more.error();
      break;
    }
    if (!*more) break;
    decoded = true;
    if (command.max_seconds > 0 && frame.seconds >= command.max_seconds) {
      if (tally.pictures == 0) return nothing_before(command.source, frame.seconds, command.max_seconds);
      break;
    }
    EMO_ASSIGN(const auto picture, film.answer(frame.image, frame.index, frame.seconds));
    EMO_TRY(sink.add(picture));
    if (writer != nullptr) EMO_TRY(writer->write(annotator.annotated(frame.image, picture), frame.seconds));
    ++tally.pictures;
    tally.faces += picture.faces.size();
    std::optional<double> share;
    if (reader.info().seconds > 0) share = std::min(1.0, frame.seconds / reader.info().seconds);
    bar.update({tally.pictures, 0, share, 0.0, "pictures"});
  }
  bar.finish();
  tally.stopped = stop_asked();
  tally.tracks = film.tracks_begun();
  tally.counts = reader.counts();
  tally.seconds = bar.seconds();
  if (!decoded && !tally.stopped) return nothing_decoded(command.source, tally.counts);
  return tally;
}

/// Seconds at which an annotated film is to end: where this one does, or --max-seconds.
double end_of(const Tally& tally, const VideoCommand& command) {
  return command.max_seconds > 0 ? std::min(tally.counts.end, command.max_seconds) : tally.counts.end;
}

Tally stopped_before_the_first() {
  Tally tally;
  tally.stopped = true;
  return tally;
}

Result<Tally> run(const VideoCommand& command, const Context& context) {
  const bool to_file = !command.out.empty();
  EMO_ASSIGN(const Format format,
             to_file ? file_format(context.global, command.out) : Result<Format>(result_format(context.global)));
  EMO_TRY(io::check_not_source(command.out, command.source));
  EMO_TRY(io::check_not_source(command.annotate, command.source));
  EMO_TRY(io::check_apart(command.annotate, command.out));
  for (const std::string& file : {command.out, command.annotate}) EMO_TRY(io::check_no_bundle_file(file));
  vision::VideoOptions reading;
  reading.max_rate = command.fps;
  reading.stop = stop_asked;
  auto opened = vision::open_video(command.source, reading);
  if (!opened && stop_asked()) return stopped_before_the_first();  // while it waited for data
  if (!opened) return opened.error();
  const auto reader = std::move(*opened);
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.faces));
  FilmSink sink(command.out, format, context.global.top_k, *recognizer);
  std::unique_ptr<vision::VideoWriter> writer;
  if (!command.annotate.empty()) {
    vision::VideoWriterOptions writing;
    writing.width = reader->info().width;
    writing.height = reader->info().height;
    if (reader->info().frame_rate > 0) writing.frame_rate = reader->info().frame_rate;
    if (command.fps > 0) writing.frame_rate = std::min(writing.frame_rate, command.fps);
    EMO_ASSIGN(writer, vision::create_video(command.annotate, writing));
  }
  auto tally = look(command, context, *recognizer, *reader, writer.get(), sink);
  // Files that are there stay as they are until there is a picture.
  const bool shown = tally && tally->pictures > 0;
  if (shown || !sink.is_empty() || (tally && !to_file)) EMO_TRY(sink.end());
  // What a camera showed before it was unplugged is kept.
  if (shown && writer) EMO_TRY(writer->finish(end_of(*tally, command)));
  return tally;
}

int run_video(const VideoCommand& command, const Context& context) {
  catch_stop_signals();
  ignore_closed_pipes();
  const auto tally = run(command, context);
  if (!tally) return fail(tally.error());
  // Damage is no part of the summary: --quiet does not hide it.
  std::string damage;
  if (tally->counts.broken != 0) {
    damage += "; " + core::grouped(static_cast<std::uint64_t>(tally->counts.broken)) + " broken";
  }
  if (tally->counts.cut_short) damage += "; the file ends in the middle";
  const std::string pictures = core::counted(tally->pictures, "picture", "pictures");
  if (!context.global.quiet) {
    std::fprintf(stderr, "emo: %s, %s in %s; %.1f s, %.1f pictures/s%s%s\n", pictures.c_str(),
                 core::counted(tally->faces, "face", "faces").c_str(),
                 core::counted(tally->tracks, "track", "tracks").c_str(), tally->seconds,
                 static_cast<double>(tally->pictures) / std::max(1e-9, tally->seconds), damage.c_str(),
                 tally->stopped ? "; stopped" : "");
  } else if (!damage.empty()) {
    std::fprintf(stderr, "emo: %s%s\n", pictures.c_str(), damage.c_str());
  }
  return tally->failed ? fail(*tally->failed) : 0;
}

}  // namespace

void add_video_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("video", "The faces of a film or camera over time");
  auto command = std::make_shared<VideoCommand>();
  sub->add_option("SOURCE", command->source, "Film, camera number (0) or device, or - for standard input")->required();
  sub->add_option("--out", command->out, "File to write (default: standard output)")
      ->type_name("F")
      ->check(check_name)
      ->check([](const std::string& out) {
        return out == "-" ? std::string("'-' is no file: without --out the results go to standard output") : "";
      });
  sub->add_option("--annotate", command->annotate, "Film with boxes, labels and scores: .mp4, .mkv, .mov or .m4v")
      ->check(check_name)
      ->type_name("OUT");
  sub->add_option("--fps", command->fps, "Look at no more than N pictures per second of film (default: all)")
      ->check(console::number_from(0.01, 1000.0))
      ->type_name("N");
  sub->add_option("--detect-every", command->film.detect_every,
                  "Run the detector on every N-th picture; in between faces are followed")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000))
      ->type_name("N");
  sub->add_option("--smoothing", command->film.tracker.smoothing_seconds, "Time constant of the smoothed scores")
      ->capture_default_str()
      ->check(console::number_from(0.0, 60.0))
      ->type_name("SECONDS");
  sub->add_option("--new-track", command->film.tracker.min_new_score,
                  "Smallest score of the detector with which a face begins a track; --min-detection continues one")
      ->capture_default_str()
      ->check(console::number_from(0.0, 1.0))
      ->type_name("P");
  sub->add_option("--max-seconds", command->max_seconds, "Stop there")
      ->check(console::number_from(0.001, 1e9))
      ->type_name("SECONDS");
  add_face_options(*sub, command->faces, PreCropped::kNever);
  add_face_confidence(*sub, command->faces);
  // Four times the detector's work in every picture of a film; --detector-size asks for it.
  command->faces.recognizer.detector.small_faces = false;
  add_global_options(*sub, context.global);
  sub->get_option("--format")
      ->description(
          "pretty, json, jsonl or csv (default: with --out by its extension, csv or jsonl; else pretty on a "
          "terminal, jsonl otherwise)");
  sub->get_option("--threads")->description("Changes nothing here: one thread looks at the pictures, in their order");
  sub->footer(
      "Examples:\n  emo video talk.mp4 --out faces.csv --fps 5\n  emo video talk.mp4 --annotate seen.mp4 --out "
      "faces.jsonl\n"
      "  emo video 0 --format jsonl | head\n"
      "Each line (with --format json: element) is one picture: "
      "{\"frame\",\"time\",\"detected\",\"faces\":[{\"track\",…,\"scores\",\"smoothed\"}]}. A track is a "
      "face\n"
      "followed by its place, not a person. Ctrl-C ends cleanly: what was written is complete; so does a reader that "
      "leaves (head).");
  sub->callback([command, &context] { context.action = [command, &context] { return run_video(*command, context); }; });
}

}  // namespace emo::cli
