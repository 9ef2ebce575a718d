// `emo train …`: hands over to the training program `emo-train` beside this one, so that this one stays lean.
#include <unistd.h>

#include <CLI/CLI.hpp>
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

int run_train(const CLI::App& sub, const Context& context) {
  const auto program = std::filesystem::path(context.executable).parent_path() / "emo-train";
  std::vector<std::string> words{program.string()};
  const auto given = sub.remaining();
  words.insert(words.end(), given.begin(), given.end());
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
