// Signals that ask a long command to come to a good end.
#pragma once

namespace emo::cli {

/// From now on the first SIGINT or SIGTERM only makes stop_asked() true, also in the middle of waiting for data (a
/// system call that waits is interrupted); the second one ends the program. SIGHUP, of a terminal that goes away, does
/// the former every time.
void catch_stop_signals();

/// From now on writing to a pipe that nobody reads any more (as after `| head`) fails and ends nothing: whether it was
/// the results' pipe that was closed, and not that of progress, whoever writes them knows.
void ignore_closed_pipes();

/// Nobody reads the results any more: stop_asked() and reader_has_left() become true.
void note_reader_left();

bool stop_asked();
bool reader_has_left();

}  // namespace emo::cli
