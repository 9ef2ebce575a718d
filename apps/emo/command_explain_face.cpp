// `emo explain face`: which parts of a face made the answer, as a grid of weights and a heat map. The weights are
// pipeline's; films are not explained, a picture of one can be.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "console/number_range.hpp"
#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "explain_commands.hpp"
#include "face_options.hpp"
#include "io/file_identity.hpp"
#include "item_tally.hpp"
#include "json_list.hpp"
#include "pipeline/explained_label.hpp"
#include "pipeline/face_explanation.hpp"
#include "pipeline/face_json.hpp"
#include "pipeline/picture_rows.hpp"
#include "problem_list.hpp"
#include "record_printer.hpp"
#include "terminal_text.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"

namespace emo::cli {
namespace {

constexpr int kDrawnSide = 320;
constexpr std::size_t kMostDrawnFaces = 8;

struct ExplainFaceCommand {
  std::vector<std::string> words;
  std::string out;
  FaceOptions face;
  pipeline::FaceExplainOptions options;
};

std::string pretty(const std::string& source, const pipeline::PictureExplanation& explanation) {
  std::string out = shown_line(source) + ": " + std::to_string(explanation.faces.size()) +
                    (explanation.faces.size() == 1 ? " face\n" : " faces\n");
  for (const auto& face : explanation.faces) {
    const auto box = pipeline::shown_box(face.face.box, explanation.width, explanation.height);
    out += "  " + shown_line(face.label) + core::formatted(" %.2f", face.map.score) + "  (head " + face.head + ", " +
           std::to_string(box.w) + " x " + std::to_string(box.h) + " at " + std::to_string(box.x) + ", " +
           std::to_string(box.y) + ")\n";
    for (int row = 0; row < face.map.rows; ++row) {
      out += "   ";
      for (int column = 0; column < face.map.columns; ++column) {
        out += core::formatted(" %+5.2f", face.map.at(row, column));
      }
      out += '\n';
    }
    out += "  " + pipeline::describe(face.map.faithfulness, "parts") + '\n';
    if (face.face.abstained) out += "  do not rely on this: " + core::joined(face.face.reasons) + '\n';
  }
  return out;
}

using Explained = Result<pipeline::PictureExplanation>;

/// One picture, and with --out its heat maps drawn.
Explained explain(const pipeline::FaceRecognizer& recognizer, const ExplainFaceCommand& command,
                  const vision::Image& image, const std::string& picture, bool quiet) {
  EMO_ASSIGN(auto explanation, pipeline::explain_faces(recognizer, image, command.options));
  if (command.out.empty()) return explanation;
  if (explanation.faces.empty()) {
    return Error{ErrorCode::kInvalidInput, picture + ": no face was found, so there is no heat map to draw"};
  }
  EMO_TRY(vision::write_image_file(command.out,
                                   pipeline::draw_face_explanations(image, explanation, kDrawnSide, kMostDrawnFaces)));
  if (explanation.faces.size() > kMostDrawnFaces && !quiet) {
    std::fprintf(stderr, "emo: %s shows the first %zu of %zu faces\n", command.out.c_str(), kMostDrawnFaces,
                 explanation.faces.size());
  }
  return explanation;
}

/// The faces of an explained picture, or its error, as rows of a table.
void add_rows(const std::string& json, io::OrderedJson& rows) {
  const io::OrderedJson picture = record_of(json), source{{"source", picture["source"]}};
  if (!picture.contains("faces")) return rows.push_back(picture);
  if (picture["faces"].empty()) rows.push_back(source);
  for (const auto& face : picture["faces"]) {
    io::OrderedJson row = source;
    row.update(face);
    rows.push_back(std::move(row));
  }
}

/// Prints the explanation of a picture, or its error in its place; of a table its rows are kept.
Result<void> print(const std::string& picture, const Explained& explanation, const io::Manifest& manifest,
                   Format format, JsonList& list, io::OrderedJson& rows) {
  std::string out;
  if (format == Format::kPretty) {
    out = explanation ? pretty(picture, *explanation) : error_line(explanation.error());
    return flush_to_stdout(out);
  }
  list.before_object(out);
  if (explanation) {
    pipeline::append_face_explanation_json(out, picture, *explanation, manifest);
  } else {
    pipeline::append_picture_error_json(out, picture, explanation.error());
  }
  list.after_object(out);
  if (format != Format::kCsv) return flush_to_stdout(out);
  add_rows(out, rows);
  return {};
}

Result<ItemTally> run(const ExplainFaceCommand& command, const std::vector<std::string>& pictures,
                      const Context& context) {
  EMO_ASSIGN(const auto recognizer, open_face_model(context, command.face));
  // A label that the model lacks is a mistake in the command, not in a picture.
  if (!command.options.label.empty()) {
    EMO_TRY(pipeline::find_label(recognizer->manifest(), recognizer->primary_head(), command.options.label));
  }
  const Format format = result_format(context.global);
  JsonList list(format, pipeline::names_one_picture(command.words));
  ItemTally tally;
  std::string out;
  auto rows = io::OrderedJson::array();
  list.begin(out);
  for (const auto& picture : pictures) {
    const auto image = vision::decode_image_file(picture_file(picture));
    const auto explanation =
        image ? explain(*recognizer, command, *image, picture, context.global.quiet) : Explained(image.error());
    if (!explanation && explanation.error().code == ErrorCode::kUsage) {  // so is a grid finer than its pictures
      list.end(out);
      EMO_TRY(flush_to_stdout(out));
      return explanation.error();
    }
    tally.add(explanation ? nullptr : &explanation.error());
    EMO_TRY(flush_to_stdout(out));
    EMO_TRY(print(picture, explanation, recognizer->manifest(), format, list, rows));
  }
  list.end(out);
  EMO_TRY(flush_to_stdout(out));
  if (format == Format::kCsv) print_table(rows);
  return tally;
}

int run_explain_face(const ExplainFaceCommand& command, const Context& context) {
  const auto found = pipeline::expand_pictures(command.words);
  if (!found) return fail(found.error());
  tell_passed_over(found->passed_over, context);
  const auto& pictures = found->files;
  if (!command.out.empty() && pictures.size() > 1) {
    return fail_usage("--out draws one picture, but there are " + std::to_string(pictures.size()),
                      "emo explain face --help");
  }
  if (!command.out.empty()) {
    auto free = vision::check_image_name(command.out);
    if (free) free = io::check_not_source(command.out, pictures.front());
    if (!free) return fail(free.error());
  }
  const auto tally = run(command, pictures, context);
  return tally ? conclude(*tally, "pictures could not be explained", context) : fail(tally.error());
}

}  // namespace

void add_explain_face(CLI::App& group, CLI::App& app, Context& context) {
  auto* sub = group.add_subcommand("face", "A heat map over each face, by covering its parts");
  auto command = std::make_shared<ExplainFaceCommand>();
  sub->add_option("IMAGE", command->words,
                  "Pictures (JPEG, PNG, WebP, BMP, GIF), folders or patterns; - reads a picture from standard input")
      ->required();
  sub->add_option("--out", command->out,
                  "Draw each face, up to 8, and its heat map into this .png or .jpg (one picture)")
      ->check(check_name)
      ->type_name("OUT");
  sub->add_option("--label", command->options.label, "Class to explain (default: each face's answer)")
      ->check(check_name)
      ->type_name("NAME");
  sub->add_option("--grid", command->options.occlusion.grid, "Cells per side")
      ->capture_default_str()
      ->check(CLI::Range(2, 32));
  sub->add_option("--random-orders", command->options.occlusion.random_orders,
                  "Random orders that the faithfulness figures are compared with")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  sub->add_option("--seed", command->options.occlusion.seed, "Seed of the random orders")
      ->check(console::natural_number())
      ->capture_default_str();
  add_face_options(*sub, command->face);
  add_face_confidence(*sub, command->face);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k"});
  sub->get_option("--threads")->description("Changes nothing here: one thread looks at the pictures, in their order");
  sub->footer(
      "Examples:\n  emo explain face portrait.jpg --out why.png\n"
      "  emo explain face crop.png --no-detect --label fear --format json\n"
      "Red parts speak for the class, blue ones against it. A bad picture gets its error in its place. --format json "
      "gives one\nobject for one picture, else a list, also for a folder or pattern of one. Exit: 0 ok, 1 usage, 2 "
      "every "
      "picture was bad.");
  sub->callback([command, sub, &app, &context] {
    command->words = explained_words(app, *sub, context);
    context.action = [command, &context] { return run_explain_face(*command, context); };
  });
}

}  // namespace emo::cli
