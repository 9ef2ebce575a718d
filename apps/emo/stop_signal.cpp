// Signal handlers and the two flags that they set: a handler can reach nothing but a global. What a stop means, each
// long command knows; training has handlers of its own (emo-train/stop_signal.cpp).
#include "stop_signal.hpp"

#include <signal.h>

#include <csignal>
#include <initializer_list>

namespace emo::cli {
namespace {

volatile sig_atomic_t asked = 0;
volatile sig_atomic_t left = 0;

extern "C" void take_stop_signal(int /*signal*/) {
  asked = 1;
}

bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

void handle(int signal, int flags) {
  struct sigaction action {};
  action.sa_handler = take_stop_signal;
  action.sa_flags = flags;  // no SA_RESTART
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

void catch_stop_signals() {
  for (const int signal : {SIGINT, SIGTERM}) {
    // A shell makes what it runs in the background ignore Ctrl-C.
    if (!is_ignored(signal)) handle(signal, static_cast<int>(SA_RESETHAND));
  }
  // A terminal that goes away says so more than once: its shell does, and the system. nohup makes us ignore it.
  if (!is_ignored(SIGHUP)) handle(SIGHUP, 0);
}

void ignore_closed_pipes() {
  std::signal(SIGPIPE, SIG_IGN);
}

void note_reader_left() {
  asked = left = 1;
}

bool stop_asked() {
  return asked != 0;
}

bool reader_has_left() {
  return left != 0;
}

}  // namespace emo::cli
