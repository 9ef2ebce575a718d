// `emo train …`: hands over to the training program `emo-train` beside this one, so that this one stays lean.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "cli.hpp"

namespace emo::cli {
namespace {

int run_train(const CLI::App& sub, const Context& context) {
  const auto program = std::filesystem::path(context.executable).parent_path() / "emo-train";
  std::vector<std::string> words{program.string()};
  const auto given = sub.remaining();
  words.insert(words.end(), given.begin(), given.end());
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
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
