// `emo face`: pictures in; every face with its expression out, each picture alone. Many pictures into a file, with
// threads and resuming, are `emo batch face`; films are command_video.cpp's.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annotation_targets.hpp"
#include "cli.hpp"
#include "core/number_words.hpp"
#include "core/parallel.hpp"
#include "face_annotation.hpp"
#include "face_options.hpp"
#include "face_printer.hpp"
#include "io/output_place.hpp"
#include "item_tally.hpp"
#include "pipeline/face_batch.hpp"
#include "problem_list.hpp"
#include "progress_bar.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

struct FaceCommand {
  std::vector<std::string> words;
  std::string annotate;
  FaceOptions options;
};

struct Tally {
  ItemTally pictures;
  std::size_t unwritten = 0;
  Error first_unwritten{ErrorCode::kIo, {}};
};

/// What is known of a picture, and why its annotated form could not be written: the faces are there all the same.
struct Answer {
  Result<pipeline::PictureResult> result = pipeline::PictureResult{};
  std::optional<Error> unwritten;
};

Answer answer(const pipeline::FaceRecognizer& recognizer, const std::string& picture, const std::string& annotated) {
  if (annotated.empty()) return {pipeline::recognize_file(recognizer, picture_file(picture)), {}};
  const auto image = vision::decode_image_file(picture_file(picture));
  if (!image) return {image.error(), {}};
  Answer out{recognizer.recognize(*image), {}};
  if (!out.result) return out;
  if (auto written = write_annotated(annotated, *image, *out.result, recognizer); !written) {
    out.unwritten = written.error();
  }
  return out;
}

/// Where each picture is drawn (nothing without --annotate), the folder made.
Result<std::vector<std::string>> prepare_targets(const FaceCommand& command, const std::vector<std::string>& pictures) {
  if (command.annotate.empty()) return std::vector<std::string>(pictures.size());
  EMO_ASSIGN(auto targets, annotation_targets(command.annotate, command.words, pictures));
  if (annotates_into_folder(command.annotate, pictures.size())) {
    EMO_TRY(io::make_folder(command.annotate));
  }
  return targets;
}

Result<Tally> run(const FaceCommand& command, const Context& context) {
  EMO_ASSIGN(const auto found, pipeline::expand_pictures(command.words));
  tell_passed_over(found.passed_over, context);
  const auto& pictures = found.files;
  EMO_ASSIGN(const auto targets, prepare_targets(command, pictures));
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.options));
  FacePrinter printer(*recognizer, result_format(context.global), context.global.top_k,
                      pipeline::names_one_picture(command.words));
  const core::ThreadPool pool(std::min(pictures.size(), static_cast<std::size_t>(thread_count(context.global))));
  const std::size_t at_once = 4 * pool.threads();
  ProgressBar bar(stderr_is_screen(), context.global.quiet || stdout_is_terminal());
  Tally tally;
  printer.begin();
  for (std::size_t begin = 0; begin < pictures.size(); begin += at_once) {
    const std::size_t count = std::min(at_once, pictures.size() - begin);
    std::vector<Answer> answers(count);
    pool.run(count, [&](std::size_t i, std::size_t) {
      answers[i] = answer(*recognizer, pictures[begin + i], targets[begin + i]);
    });
    for (std::size_t i = 0; i < count; ++i) {
      const Answer& now = answers[i];
      tally.pictures.add(now.result ? nullptr : &now.result.error());
      if (now.unwritten && tally.unwritten++ == 0) tally.first_unwritten = *now.unwritten;
      printer.print(pictures[begin + i], now.result);
    }
    EMO_TRY(printer.flush());
    bar.update(tally.pictures.items, pictures.size(), "pictures");
  }
  bar.finish();
  printer.end();
  EMO_TRY(printer.flush());
  return tally;
}

int run_face(const FaceCommand& command, const Context& context) {
  const auto tally = run(command, context);
  if (!tally) return fail(tally.error());
  int status = 0;
  if (tally->unwritten != 0) {
    status = error_info(tally->first_unwritten.code).exit_status;
    if (tally->unwritten == 1) {
      fail(tally->first_unwritten);
    } else {
      std::fprintf(stderr, "emo: %s annotated pictures could not be written; the first: %s\n",
                   core::grouped(tally->unwritten).c_str(), tally->first_unwritten.message.c_str());
    }
  }
  const int unread = conclude(tally->pictures, "pictures could not be read", context);
  return unread != 0 ? unread : status;
}

}  // namespace

void add_face_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("face", "Every face in pictures with its expression");
  auto command = std::make_shared<FaceCommand>();
  sub->add_option("IMAGE", command->words,
                  "Pictures (JPEG, PNG, WebP, BMP, GIF), folders or patterns; - reads a picture from standard input")
      ->required();
  sub->add_option(
         "--annotate", command->annotate,
         "Draw boxes, labels and scores into this .jpg or .png; a folder (OUT/) for several pictures. Small ones "
         "are enlarged, so that labels can be read")
      ->check(check_name)
      ->type_name("OUT");
  add_face_options(*sub, command->options);
  add_face_confidence(*sub, command->options);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo face party.jpg --annotate seen.jpg\n  emo face photos/ --format csv > faces.csv\n"
      "  emo face 'crops/*.png' --no-detect --top-k 1\n  emo face crowd.jpg --detector-size 640 --tiles\n"
      "  curl -s https://example.org/a.jpg | emo face -\n"
      "A picture without a face has an empty list; one that cannot be read gets {\"source\",\"error\":{\"code\",\n"
      "\"message\"}} in its place. --format json gives one object for one picture, else a list, also for a folder or "
      "pattern\nof one. Exit: 0 ok, 1 usage, 2 every picture was bad or one could not be annotated.");
  sub->callback([command, sub, &app, &context] {
    command->words = positional_words(app, *sub, context.command_line);
    context.action = [command, &context] { return run_face(*command, context); };
  });
}

}  // namespace emo::cli
