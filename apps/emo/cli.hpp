// What the commands of the program share: global options, the choice of an action, the report of errors.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "console/given_name.hpp"
#include "console/parse_conclusion.hpp"
#include "emo/error.hpp"

namespace CLI {
class App;
}

namespace emo::cli {

using console::check_name;
using console::fail_usage;

enum class Format { kAuto, kPretty, kJson, kJsonl, kCsv };

/// The options that every command takes.
struct GlobalOptions {
  std::string model;  ///< --model: folder or name of a bundle; empty = the bundled one
  Format format = Format::kAuto;
  int threads = 0;        ///< 0 = one per core
  std::size_t top_k = 0;  ///< 0 = all
  bool quiet = false;
};

/// One run of the program: filled while the command line is parsed, then `action` is run once.
struct Context {
  std::string executable;                 ///< path of this program; empty: unknown
  std::vector<std::string> command_line;  ///< as given
  GlobalOptions global;
  std::function<int()> action;  ///< of the command chosen; returns the exit status
};

/// Adds --model --format --threads --top-k --quiet. The same options may be bound to several (sub)commands.
void add_global_options(CLI::App& command, GlobalOptions& options);
/// Says in the help of `command` that these of the global options, which every command takes, change nothing there.
void say_without_effect(CLI::App& command, std::initializer_list<const char*> options);

/// `format` as --format takes it; empty for kAuto.
std::string format_name(Format format);

/// Runs the action of the command chosen; its exit status. Tells before that which folders of $EMO_MODELS are missing.
int run_action(const Context& context);

/// `options.threads`, or the number of cores this process may use.
int thread_count(const GlobalOptions& options);

/// The format to write results in: as asked for, else pretty on a terminal and jsonl into a pipe or file.
Format result_format(const GlobalOptions& options);

/// The format of rows in the file `out`: as asked for, else csv where the name ends in .csv and jsonl otherwise.
/// Errors: kUsage for a .tsv, which nothing writes, and for the name of a picture.
Result<Format> file_format(const GlobalOptions& options, const std::string& out);

/// The indent of a result that is one JSON object (io::dump_json): jsonl keeps it on one line.
int json_indent(const GlobalOptions& options);

bool stdout_is_terminal();
/// Whether a line on standard error can be drawn again (console::is_screen).
bool stderr_is_screen();
/// Whether standard output may hold colours (console::wants_colour).
bool colour_wanted();

/// The words of the command line that are neither options nor their values, exactly as given. CLI11 takes positional
/// words like "[a, b]" apart; texts must arrive whole. `command` is the subcommand of `app` that was chosen.
std::vector<std::string> positional_words(const CLI::App& app, const CLI::App& command,
                                          const std::vector<std::string>& command_line);

/// Prints "emo: message" to standard error; returns the exit status of the error's code.
int fail(const Error& error);

/// Writes `text` to standard output and empties it. Errors: kIo (a full disk).
Result<void> flush_to_stdout(std::string& text);

/// For a bundle to write: kUsage if something is called `out` already and may not be replaced; else as
/// io::check_bundle_place.
Result<void> check_free_to_write(const std::string& out, bool force);

void add_text_command(CLI::App& app, Context& context);
void add_face_command(CLI::App& app, Context& context);
void add_video_command(CLI::App& app, Context& context);
void add_batch_command(CLI::App& app, Context& context);
void add_eval_command(CLI::App& app, Context& context);
void add_explain_command(CLI::App& app, Context& context);
void add_import_command(CLI::App& app, Context& context);
void add_quantize_command(CLI::App& app, Context& context);
void add_verify_command(CLI::App& app, Context& context);
void add_info_command(CLI::App& app, Context& context);
void add_license_command(CLI::App& app, Context& context);
void add_models_command(CLI::App& app, Context& context);
void add_bench_command(CLI::App& app, Context& context);
void add_bench_face_command(CLI::App& bench, Context& context);  // of `emo bench`
void add_train_command(CLI::App& app, Context& context);
void add_calibrate_command(CLI::App& app, Context& context);
void add_doctor_command(CLI::App& app, Context& context);
void add_report_command(CLI::App& app, Context& context);

}  // namespace emo::cli
