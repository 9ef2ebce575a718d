// Signals that ask a training run to stop after its step.
#pragma once

#include <atomic>

namespace emo::app {

/// Set by the first SIGINT or SIGTERM, of which a second one ends the program at once, and by SIGHUP.
std::atomic<bool>& stop_requested();
/// To be called before any thread that computes is started. Signals go to a thread of their own: oneDNN's f32 matrix
/// kernels for AVX-512 use the stack pointer for a pointer into the heap, and a handler that interrupts one writes its
/// frame over whatever lies below (oneDNN issue 4845: a crash in a third of the interruptions that were tried).
void install_stop_handler();

}  // namespace emo::app
