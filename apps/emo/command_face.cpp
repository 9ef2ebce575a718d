// `emo face`: pictures in; every face with its expression out.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli.hpp"
#include "core/parallel.hpp"
#include "face_annotation.hpp"
#include "face_options.hpp"
#include "face_printer.hpp"
#include "pipeline/face_batch.hpp"
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
  std::size_t pictures = 0, failed = 0;
  Error first{ErrorCode::kInvalidInput, {}};
};

/// Where the annotated form of `picture` goes: --annotate itself, or a file in it when it is a folder.
std::string annotated_path(const std::string& annotate, const std::string& picture, bool folder) {
  if (!folder) return annotate;
  return (std::filesystem::path(annotate) / (std::filesystem::path(picture).stem().string() + ".jpg")).string();
}

Result<pipeline::PictureResult> answer(const pipeline::FaceRecognizer& recognizer, const std::string& picture,
                                       const std::string& annotated) {
  if (annotated.empty()) return pipeline::recognize_file(recognizer, picture);
  EMO_ASSIGN(const auto image, vision::decode_image_file(picture));
  EMO_ASSIGN(auto result, recognizer.recognize(image));
  EMO_TRY(write_annotated(annotated, image, result, recognizer));
  return result;
}

Result<Tally> run(const FaceCommand& command, const Context& context) {
  EMO_ASSIGN(const auto pictures, pipeline::expand_pictures(command.words));
  const bool to_folder = pictures.size() > 1 || std::filesystem::is_directory(command.annotate);
  if (!command.annotate.empty() && to_folder) {
    std::error_code failure;
    std::filesystem::create_directories(command.annotate, failure);
    if (failure) return Error{ErrorCode::kIo, command.annotate + ": cannot make the folder: " + failure.message()};
  }
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.options));
  FacePrinter printer(*recognizer, result_format(context.global), context.global.top_k, pictures.size() == 1);
  const core::ThreadPool pool(std::min(pictures.size(), static_cast<std::size_t>(thread_count(context.global))));
  const std::size_t at_once = 4 * pool.threads();
  ProgressBar bar(stderr_is_terminal(), context.global.quiet || stdout_is_terminal());
  Tally tally;
  printer.begin();
  for (std::size_t begin = 0; begin < pictures.size(); begin += at_once) {
    const std::size_t count = std::min(at_once, pictures.size() - begin);
    std::vector<Result<pipeline::PictureResult>> results(count, pipeline::PictureResult{});
    pool.run(count, [&](std::size_t i, std::size_t) {
      const std::string& picture = pictures[begin + i];
      results[i] = answer(*recognizer, picture,
                          command.annotate.empty() ? "" : annotated_path(command.annotate, picture, to_folder));
    });
    for (std::size_t i = 0; i < count; ++i) {
      if (!results[i] && tally.failed++ == 0) tally.first = results[i].error();
      ++tally.pictures;
      printer.print(pictures[begin + i], results[i]);
    }
    EMO_TRY(printer.flush());
    const double share = static_cast<double>(tally.pictures) / static_cast<double>(pictures.size());
    bar.update({tally.pictures, 0, share, 0.0});
  }
  bar.finish();
  printer.end();
  EMO_TRY(printer.flush());
  return tally;
}

int run_face(const FaceCommand& command, const Context& context) {
  const auto tally = run(command, context);
  if (!tally) return fail(tally.error());
  if (tally->failed == 0) return 0;
  if (tally->pictures == 1) return fail(tally->first);
  if (!context.global.quiet || tally->failed == tally->pictures) {
    std::fprintf(stderr, "emo: %s of %s pictures could not be read; the first: %s\n", grouped(tally->failed).c_str(),
                 grouped(tally->pictures).c_str(), tally->first.message.c_str());
  }
  return tally->failed == tally->pictures ? error_info(tally->first.code).exit_status : 0;
}

}  // namespace

void add_face_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("face", "Every face in pictures with its expression");
  auto command = std::make_shared<FaceCommand>();
  sub->add_option("IMAGE", command->words, "Pictures (JPEG, PNG, WebP, BMP, GIF), folders or patterns")->required();
  sub->add_option("--annotate", command->annotate,
                  "Draw boxes, labels and scores into this .jpg or .png; a folder for several pictures")
      ->type_name("OUT");
  add_face_options(*sub, command->options);
  add_global_options(*sub, context.global);
  sub->footer(
      "Examples:\n  emo face party.jpg --annotate seen.jpg\n  emo face photos/ --format csv > faces.csv\n"
      "  emo face 'crops/*.png' --no-detect --top-k 1\n  emo face crowd.jpg --detector-size 640 --tiles\n"
      "A picture without a face has an empty list; one that cannot be read gets {\"source\",\"error\":{\"code\",\n"
      "\"message\"}} in its place. Exit: 0 ok, 1 usage, 2 every picture was bad.");
  sub->callback([command, sub, &app, &context] {
    command->words = positional_words(app, *sub, context.command_line);
    context.action = [command, &context] { return run_face(*command, context); };
  });
}

}  // namespace emo::cli
