// Global options and the report of errors. Each command lives in its own command_*.cpp; what is said to a command line
// that runs none is apps/console's, shared with emo-train.
#include "cli.hpp"

#include <sched.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <map>
#include <system_error>
#include <thread>

#include "console/standard_output.hpp"
#include "console/terminal.hpp"
#include "core/extension.hpp"
#include "core/parallel.hpp"
#include "core/quote.hpp"
#include "dataset/image_files.hpp"
#include "io/bundle.hpp"
#include "model_choice.hpp"

namespace emo::cli {
namespace {

const std::map<std::string, Format>& formats() {
  static const std::map<std::string, Format> table{
      {"pretty", Format::kPretty}, {"json", Format::kJson}, {"jsonl", Format::kJsonl}, {"csv", Format::kCsv}};
  return table;
}

int usable_cores() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0) return std::max(1, CPU_COUNT(&allowed));
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// True when the word is an option of `command` whose value is the next word.
bool takes_next_word(const CLI::App& command, const std::string& word) {
  if (word.find('=') != std::string::npos) return false;
  const auto* option = command.get_option_no_throw(word);
  return option != nullptr && option->get_items_expected_min() > 0;
}

/// What CLI11 takes for an option; "-5 degrees" and "- a point" are words to it.
bool is_option(const std::string& word) {
  std::string name, value;
  if (word == "--" || CLI::detail::split_long(word, name, value)) return true;
  return CLI::detail::split_short(word, name, value) && std::isdigit(static_cast<unsigned char>(name[0])) == 0;
}

}  // namespace

std::vector<std::string> positional_words(const CLI::App& app, const CLI::App& command,
                                          const std::vector<std::string>& command_line) {
  std::size_t i = 1;
  while (i < command_line.size() && is_option(command_line[i])) i += takes_next_word(app, command_line[i]) ? 2 : 1;
  std::vector<std::string> words;
  bool only_words = false;  // after "--"
  for (++i; i < command_line.size(); ++i) {
    const auto& word = command_line[i];
    if (only_words || !is_option(word)) {
      words.push_back(word);
    } else if (word == "--") {
      only_words = true;
    } else if (takes_next_word(command, word)) {
      ++i;
    }
  }
  return words;
}

void add_global_options(CLI::App& command, GlobalOptions& options) {
  command.add_option("--model", options.model, "Model bundle: a folder, or the name of a bundled model")
      ->check(check_name)
      ->type_name("B")
      ->group("Global options");
  command
      .add_option_function<std::string>(
          "--format", [&options](const std::string& name) { options.format = formats().at(name); },
          "pretty (default on a terminal), json, jsonl (default otherwise) or csv")
      ->check(CLI::IsMember({"pretty", "json", "jsonl", "csv"}))
      ->type_name("NAME")
      ->group("Global options");
  command.add_option("--threads", options.threads, "Threads to use (default: one per core)")
      ->check(CLI::Range(1, core::kMaxThreads))
      ->type_name("N")
      ->group("Global options");
  command
      .add_option("--top-k", options.top_k,
                  "Give only the K best scores and emotions (default: all; a csv has every label's score)")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("K")
      ->group("Global options");
  command.add_flag("--quiet", options.quiet, "No progress and no summary on standard error")->group("Global options");
}

void say_without_effect(CLI::App& command, std::initializer_list<const char*> options) {
  for (const char* option : options) command.get_option(option)->description("Changes nothing here");
}

std::string format_name(Format format) {
  for (const auto& [name, value] : formats()) {
    if (value == format) return name;
  }
  return {};
}

int run_action(const Context& context) {
  tell_missing_model_folders(context);
  return context.action();
}

int thread_count(const GlobalOptions& options) {
  return options.threads > 0 ? options.threads : usable_cores();
}

bool stdout_is_terminal() {
  return console::is_terminal(STDOUT_FILENO);
}
bool stderr_is_screen() {
  return console::is_screen(STDERR_FILENO);
}
bool colour_wanted() {
  return console::wants_colour(STDOUT_FILENO);
}

Format result_format(const GlobalOptions& options) {
  if (options.format != Format::kAuto) return options.format;
  return stdout_is_terminal() ? Format::kPretty : Format::kJsonl;
}

Result<Format> file_format(const GlobalOptions& options, const std::string& out) {
  if (dataset::is_image_name(out)) {
    return Error{ErrorCode::kUsage,
                 core::quoted(out) + " is the name of a picture; name it .csv for csv, or .jsonl for JSON lines"};
  }
  const std::string extension = core::lower_extension(out);
  if (extension == ".tsv") {
    return Error{
        ErrorCode::kUsage,
        core::quoted(out) + ": results are not written as tsv; name it .csv for csv, or .jsonl for JSON lines"};
  }
  if (options.format != Format::kAuto) return options.format;
  return extension == ".csv" ? Format::kCsv : Format::kJsonl;
}

int json_indent(const GlobalOptions& options) {
  return result_format(options) == Format::kJsonl ? -1 : 2;
}

int fail(const Error& error) {
  // Much of a message is quoted already; labels and names that files bring along need not be.
  std::fprintf(stderr, "emo: %s\n", core::for_terminal(error.message, true).c_str());
  return error_info(error.code).exit_status;
}

Result<void> check_free_to_write(const std::string& out, bool force) {
  std::error_code ignored;
  if (force || !std::filesystem::exists(out, ignored)) return io::check_bundle_place(out);
  return Error{ErrorCode::kUsage, "'" + out + "' exists; choose another name or replace it with --force"};
}

Result<void> flush_to_stdout(std::string& text) {
  auto written = console::write_to_stdout(text);
  text.clear();
  return written;
}

}  // namespace emo::cli
