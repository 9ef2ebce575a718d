// The program `emo`: parses the command line and runs one command. What a command does is in its command_*.cpp;
// training is another program (apps/emo-train), started by command_train.cpp.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <new>

#include "cli.hpp"
#include "console/parse_conclusion.hpp"
#include "console/standard_descriptors.hpp"
#include "console/standard_output.hpp"
#include "core/program_path.hpp"

namespace {

/// `status`, unless what was printed did not arrive.
int with_whole_output(int status) {
  const auto written = emo::console::finish_stdout();
  return written || status != 0 ? status : emo::cli::fail(written.error());
}

int run(int argc, char** argv) {
  CLI::App app{"Emotion recognition in text and faces.", argv[0]};
  app.set_version_flag("--version", std::string("emo ") + EMO_VERSION);
  app.require_subcommand(1);
  emo::cli::Context context;
  context.executable = emo::core::program_path();
  context.command_line.assign(argv, argv + argc);
  emo::cli::add_global_options(app, context.global);
  for (const auto add : {emo::cli::add_text_command, emo::cli::add_face_command, emo::cli::add_video_command,
                         emo::cli::add_batch_command, emo::cli::add_eval_command, emo::cli::add_explain_command,
                         emo::cli::add_train_command, emo::cli::add_import_command, emo::cli::add_quantize_command,
                         emo::cli::add_verify_command, emo::cli::add_info_command, emo::cli::add_license_command,
                         emo::cli::add_models_command, emo::cli::add_bench_command, emo::cli::add_calibrate_command,
                         emo::cli::add_doctor_command, emo::cli::add_report_command}) {
    add(app, context);
  }
  app.footer(
      "Examples:\n  emo text \"I can't believe we won!\"\n  emo batch text reviews.csv --out emotions.jsonl\n"
      "'emo COMMAND --help' tells more about each.");
  try {
    emo::console::parse(app, {argv + 1, argv + argc});
  } catch (const CLI::ParseError& error) {
    return with_whole_output(emo::console::conclude_parse(app, "emo", error));
  }
  return with_whole_output(emo::cli::run_action(context));
}

}  // namespace

int main(int argc, char** argv) {
  emo::console::prepare_standard_descriptors();
  // A file that outgrows a limit is an error of write() like a full disk, not a reason to be killed.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return emo::cli::fail({emo::ErrorCode::kInternal, "out of memory"});
  } catch (const std::exception& exception) {
    return emo::cli::fail({emo::ErrorCode::kInternal, std::string("internal error: ") + exception.what()});
  }
}
