// The options that `emo train text` and `emo train face` have in common, in one order and with one help.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "training_flags.hpp"

namespace emo::app {

/// What a task says of the common options, and where its own stand among them.
struct TaskOptions {
  std::string data, init, teacher;  ///< help
  std::string part;                 ///< what holds development or test data: "file", "split"
  std::string runs = {};            ///< of several seeds: ", all on the same split"
  std::function<void()> after_config = {}, after_name = {}, after_epochs = {}, after_rate = {};  ///< add its own
  std::string epochs = {}, rate = {};  ///< what a run without a config takes, in brackets
};

/// `flags` must live as long as `sub`.
void add_training_options(CLI::App& sub, TrainingFlags& flags, const TaskOptions& task);

}  // namespace emo::app
