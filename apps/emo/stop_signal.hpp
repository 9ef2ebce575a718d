// Signals that ask a long command to come to a good end.
#pragma once

namespace emo::cli {

/// From now on the first SIGINT or SIGTERM only makes stop_asked() true, also in the middle of waiting for data (a
/// system call that waits is interrupted); the second one ends the program. SIGHUP, of a terminal that goes away, does
/// the former every time.
void catch_stop_signals();

/// From now on the same goes for writing to a pipe that nobody reads any more (as after `| head`): the write fails, and
/// stop_asked() and reader_has_left() become true.
void catch_closed_pipe();

bool stop_asked();
bool reader_has_left();

}  // namespace emo::cli
