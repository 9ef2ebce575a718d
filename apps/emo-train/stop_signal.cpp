// The handlers of the signals and the thread that takes them. What a stop means, the training loop knows; the program
// `emo` has handlers of its own (emo/stop_signal.cpp).
#include "stop_signal.hpp"

#include <unistd.h>

#include <csignal>
#include <thread>

#include "console/parse_conclusion.hpp"

namespace emo::app {
namespace {

void on_signal(int) {
  if (stop_requested().exchange(true)) _exit(console::kInterruptedStatus);
}

// A terminal that goes away says so more than once: its shell does, and the system.
void on_hangup(int) {
  stop_requested().store(true);
}

}  // namespace

std::atomic<bool>& stop_requested() {
  static std::atomic<bool> flag{false};
  return flag;
}

void install_stop_handler() {
  for (const int signal : {SIGINT, SIGTERM}) {
    // A shell makes what a script runs in the background ignore Ctrl-C, which is for the script.
    if (std::signal(signal, on_signal) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
  if (std::signal(SIGHUP, on_hangup) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);  // nohup
  std::thread([] {
    for (;;) pause();
  }).detach();
  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGTERM);
  sigaddset(&stops, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &stops, nullptr);
}

}  // namespace emo::app
