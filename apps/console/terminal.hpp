// What stands behind standard output or standard error.
#pragma once

namespace emo::console {

/// Whether `descriptor` is a terminal: somebody is reading along.
bool is_terminal(int descriptor);

/// Whether it is one that can draw a line again and show colours; TERM=dumb (editors, build logs) cannot.
bool is_screen(int descriptor);

/// Whether it may get colours: a screen, and nobody asked for none (NO_COLOR with anything in it, no-color.org).
bool wants_colour(int descriptor);

}  // namespace emo::console
