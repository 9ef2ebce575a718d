// emo-train: the training half behind `emo train`, a program of its own because libtorch is large and slow to load.
// Parses the command line; the commands are command_train_text.cpp and command_train_face.cpp.
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "command_train_face.hpp"
#include "command_train_text.hpp"
#include "console/parse_conclusion.hpp"
#include "console/standard_descriptors.hpp"
#include "console/standard_output.hpp"
#include "emo/error.hpp"
#include "stop_signal.hpp"

namespace {

/// `status`, unless what was printed did not arrive.
int with_whole_output(int status) {
  const auto written = emo::console::finish_stdout();
  if (written || status != 0) return status;
  std::fprintf(stderr, "emo train: %s\n", written.error().message.c_str());
  return emo::error_info(written.error().code).exit_status;
}

int run(int argc, char** argv) {
  // glibc returns large activation buffers to the kernel after every step unless told not to: 12-37 % of the time.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, -1);
  emo::app::install_stop_handler();
  CLI::App app{"Trains emotion models.", "emo train"};
  app.require_subcommand(1);
  int status = 0;
  emo::app::add_train_face(app, status);
  emo::app::add_train_text(app, status);
  app.footer(
      "Examples:\n  emo train text --data reviews.csv --init text-en --out runs/reviews\n"
      "  emo train face --data faces/ --init face --out runs/faces\n"
      "'emo train text --help' and 'emo train face --help' list the options.");
  try {
    emo::console::parse(app, {argv + 1, argv + argc});
  } catch (const CLI::ParseError& error) {
    return with_whole_output(emo::console::conclude_parse(app, "emo train", error));
  }
  return with_whole_output(status);
}

}  // namespace

int main(int argc, char** argv) {
  emo::console::prepare_standard_descriptors();
  std::signal(SIGXFSZ, SIG_IGN);  // a full allowance of a file's size is an error of write(), as a full disk is
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    // libtorch appends the calls that led there, a line each.
    const std::string message = error.what();
    const bool memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr ||
                        message.find("allocate memory") != std::string::npos ||
                        message.find("out of memory") != std::string::npos;
    std::fprintf(
        stderr, "emo train: %s%s\n", message.substr(0, message.find('\n')).c_str(),
        memory ? "; give smaller batches (batch, tokens_per_batch) or pictures (input_side), or more memory" : "");
    return emo::error_info(emo::ErrorCode::kInternal).exit_status;
  }
}
