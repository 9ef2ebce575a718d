// EMO_ASSERT: programmer errors stop the program at once, in every build type.
#pragma once

namespace emo::core {

/// Prints the failed condition with its place to stderr and aborts.
[[noreturn]] void assert_failed(const char* condition, const char* file, int line);

}  // namespace emo::core

#define EMO_ASSERT(cond) \
  (static_cast<bool>(cond) ? static_cast<void>(0) : ::emo::core::assert_failed(#cond, __FILE__, __LINE__))
