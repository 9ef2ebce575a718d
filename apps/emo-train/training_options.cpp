// The options that every training has. What a flag does to a configuration, config_choice.hpp knows; the options of one
// task are in its command_train_*.cpp.
#include "training_options.hpp"

#include <cstdint>

#include "command_line.hpp"
#include "console/given_name.hpp"
#include "console/number_range.hpp"
#include "run_summary.hpp"
#include "train/config_checks.hpp"

namespace emo::app {
namespace {

constexpr std::int64_t kMaxSeeds = 1000;

void add_own(const std::function<void()>& add) {
  if (add) add();
}

}  // namespace

void add_training_options(CLI::App& sub, TrainingFlags& flags, const TaskOptions& task) {
  sub.add_option("--data", flags.data, task.data)->type_name("D");
  sub.add_option("--out", flags.out, "Run folder to write")->required()->check(console::check_name)->type_name("OUT");
  sub.add_option("--init", flags.init, task.init)->check(console::check_name)->type_name("B");
  sub.add_option(
         "--config", flags.config,
         "Training config (JSON), see docs/training.md; where it names no data (`sources`), its settings go over "
         "those of --data alone")
      ->check(console::check_name)
      ->type_name("FILE");
  add_own(task.after_config);
  sub.add_option("--name", flags.name, "Name of the model in its manifest")
      ->check(console::check_name)
      ->type_name("NAME");
  add_own(task.after_name);
  sub.add_option("--teacher", flags.teachers, task.teacher)->check(console::check_name)->type_name("B");
  sub.add_option("--epochs", flags.epochs,
                 "Passes over the data" + task.epochs +
                     "; 0 fits the bundle of --init anew to the development rows and exports it")
      ->check(CLI::Range(std::int64_t{0}, train::kMaxEpochs))
      ->type_name("N");
  add_own(task.after_epochs);
  sub.add_option("--lr", flags.learning_rate, "Peak learning rate" + task.rate)
      ->check(console::finite_number())
      ->type_name("X");
  add_own(task.after_rate);
  sub.add_option("--patience", flags.patience,
                 "Stop after so many epochs without a better development score (default: the config's, else never)")
      ->check(console::natural_number())
      ->type_name("N");
  sub.add_option("--dev-fraction", flags.dev_fraction,
                 "Share held out for development where the data has no such " + task.part + " (default: 0.1)")
      ->check(console::finite_number())
      ->type_name("X");
  sub.add_option("--test-fraction", flags.test_fraction,
                 "Share held out of data without a test " + task.part +
                     " and judged once, by the exported model (default: none)")
      ->check(console::finite_number())
      ->type_name("X");
  auto* seed = sub.add_option("--seed", flags.seed, "Seed of everything random (default: the config's, else 1)")
                   ->check(console::natural_number());
  sub.add_option("--seeds", flags.seeds,
                 "Runs with seeds 1..N in OUT/seed-1..N" + task.runs + "; prints mean and deviation")
      ->check(CLI::Range(std::int64_t{1}, kMaxSeeds))
      ->type_name("N")
      ->excludes(seed);
  sub.add_option("--threads", flags.threads, "Threads to use (default: one per core)")
      ->check(console::natural_number())
      ->type_name("N");
  add_choice(sub, "--bf16,!--no-bf16", flags.bf16,
             "Round the factors of products to bfloat16: faster on GPUs and CPUs with AMX or AVX512_BF16");
  // Of every other command: who types them should read what takes their place. Not in the help.
  const auto refused = [&sub](const std::string& name, const std::string& instead) {
    const auto refuse = [name, instead](const std::string&) { throw CLI::ValidationError(name + " " + instead); };
    sub.add_option_function<std::string>(name, refuse)->group("");
  };
  refused("--model", "is not for training; what to start from is --init BUNDLE");
  refused("--top-k", "is not for training");
  sub.add_flag("--resume", flags.resume,
               "Go on with the run in --out, alone or with the flags of before; with these it begins where it has not");
  sub.add_flag("--fp32", flags.fp32, "Keep the exported weights in fp32");
  sub.add_flag("--quiet", flags.quiet, "No progress and no summary on standard error");
  add_format(sub, flags.format);
}

}  // namespace emo::app
