// `emo train …`: hands over to the training program `emo-train` beside this one, so that this one stays lean. It knows
// none of the flags behind `train`, except those that every command has.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "cli.hpp"

namespace emo::cli {
namespace {

// OpenMP's threads spin before they sleep, so long that a machine with anything else to do trains at a fifth of its
// speed (one busy program beside two threads: 97 rows/s instead of 224). The library reads this when it is loaded. A
// user's own setting stays.
void spin_briefly() {
  if (std::getenv("OMP_WAIT_POLICY") == nullptr) ::setenv("GOMP_SPINCOUNT", "30000", 0);
}

// Options that stand before `train` are those of every command: the training program takes three of them.
Result<void> add_global_words(const GlobalOptions& options, std::vector<std::string>& words) {
  if (!options.model.empty()) {
    return Error{ErrorCode::kUsage, "emo train takes no --model; what to start from is --init BUNDLE"};
  }
  if (options.top_k > 0) return Error{ErrorCode::kUsage, "emo train takes no --top-k"};
  const auto add = [&](const std::string& name, const std::string& value) {
    const auto says = [&name](const std::string& word) { return word == name || word.starts_with(name + "="); };
    if (std::any_of(words.begin(), words.end(), says)) return;
    words.push_back(name);
    if (!value.empty()) words.push_back(value);
  };
  if (options.quiet) add("--quiet", "");
  if (options.threads > 0) add("--threads", std::to_string(options.threads));
  if (options.format != Format::kAuto) add("--format", format_name(options.format));
  return {};
}

int run_train(const CLI::App& sub, const Context& context) {
  // Without a folder this would run what lies in the working directory.
  if (context.executable.empty()) {
    return fail({ErrorCode::kInternal, "the system does not tell where emo lies, and emo-train beside it; start that"});
  }
  const auto program = std::filesystem::path(context.executable).parent_path() / "emo-train";
  std::vector<std::string> words{program.string()};
  const auto given = sub.remaining();
  words.insert(words.end(), given.begin(), given.end());
  if (const auto added = add_global_words(context.global, words); !added) return fail(added.error());
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  spin_briefly();
  ::execv(program.c_str(), arguments.data());
  const int reason = errno;
  if (reason == ENOENT) {
    return fail({ErrorCode::kUsage, "the training half is not built ('" + program.string() +
                                        "' does not exist); run ./quickstart --train"});
  }
  return fail(
      {ErrorCode::kInternal, "cannot start '" + program.string() + "': " + std::generic_category().message(reason)});
}

}  // namespace

void add_train_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("train", "Train a model (emo-train; built by ./quickstart --train)");
  sub->set_help_flag("");  // --help belongs to emo-train
  sub->prefix_command();
  sub->callback([sub, &context] { context.action = [sub, &context] { return run_train(*sub, context); }; });
}

}  // namespace emo::cli
